package dev.cairn.command.help;

import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Permission;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What commands are about, in the order in which help offers it. */
enum HelpTheme {
  STUDY(
      "Study a day",
      "topic",
      "check",
      "term",
      "progress",
      "wrapped",
      "path",
      "journey",
      "discussion"),
  STREAK("Check-ins and streaks", "done", "streak", "pause", "snooze", "leaderboard"),
  REVIEW("Review and quizzes", "review", "quiz"),
  TOGETHER("Groups and races", "group", "race", "buddy"),
  BLOG("Write about it", "blog", "suggest"),
  WORK("Roles, certificates, reading", "role", "roadmap", "certification", "resource", "search"),
  SELF("Settings and your data", "settings", "link", "mydata"),
  OTHER("Everything else"),
  MODERATION("For moderators");

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of makes one that cannot be changed.
  private final Set<String> roots;

  HelpTheme(String label, String... roots) {
    this.label = label;
    this.roots = Set.of(roots);
  }

  /** What it is called in a list. */
  String label() {
    return label;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isForModerators() {
    return this == MODERATION;
  }

  static HelpTheme of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** What a command is about. */
  static HelpTheme of(CommandSpec spec) {
    return spec.permission() == Permission.MODERATOR
        ? MODERATION
        : Arrays.stream(values())
            .filter(theme -> theme.roots.contains(spec.name().root()))
            .findFirst()
            .orElse(OTHER);
  }
}
