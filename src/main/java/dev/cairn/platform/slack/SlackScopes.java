package dev.cairn.platform.slack;

import java.util.List;

/** What we ask a workspace to let us do, and why. */
final class SlackScopes {
  static final List<String> BOT =
      List.of(
          // Commands.
          "commands",
          // Mentions and direct messages understand the same words.
          "app_mentions:read",
          "im:history",
          // Answers, daily posts, reminders.
          "chat:write",
          "chat:write.public",
          "im:write",
          // Whether a daily post was sent before a crash: told only to who is in the channel.
          "channels:join",
          "channels:history",
          "groups:history",
          // Name, time zone, locale, whether somebody may moderate.
          "users:read",
          // Heatmaps and leaderboards as pictures.
          "files:write",
          // The day's topic, where a community wants it pinned.
          "pins:write");

  static final List<String> EVENTS =
      List.of("app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked");

  private SlackScopes() {}
}
