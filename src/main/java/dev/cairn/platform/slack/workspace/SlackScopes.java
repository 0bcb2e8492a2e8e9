package dev.cairn.platform.slack.workspace;

import java.util.List;

/** What we ask a workspace to let us do, and why. */
public final class SlackScopes {

  /**
   * A permission.
   *
   * @param name Slack's own
   * @param purpose what we need it for, after "to"
   */
  record Scope(String name, String purpose) {}

  static final List<Scope> NEEDED =
      List.of(
          new Scope("commands", "hear commands"),
          new Scope("app_mentions:read", "hear who mentions me"),
          new Scope("im:history", "hear direct messages"),
          new Scope("chat:write", "answer and post"),
          new Scope("chat:write.public", "post in public channels that I am not in"),
          new Scope("im:write", "remind members in private"),
          new Scope("channels:join", "read public channels, to see what was posted before a crash"),
          new Scope("channels:history", "see what was posted before a crash"),
          new Scope("groups:history", "see what was posted in private channels before a crash"),
          new Scope("users:read", "know names, time zones and who may moderate"),
          new Scope("files:read", "know when a picture can be shown"),
          new Scope("files:write", "show pictures"),
          new Scope("pins:write", "pin the topic of the day"),
          new Scope("usergroups:read", "see whether the user group that posts mention is there"));

  /** The names of what we need. */
  public static final List<String> BOT = NEEDED.stream().map(Scope::name).toList();

  /** The events that we are told of. */
  public static final List<String> EVENTS =
      List.of("app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked");

  private SlackScopes() {}
}
