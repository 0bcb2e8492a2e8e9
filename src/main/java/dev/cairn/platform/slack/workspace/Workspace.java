package dev.cairn.platform.slack.workspace;

import org.jspecify.annotations.Nullable;

/**
 * A workspace, and the organisation that it belongs to where there is one. Workspaces of two
 * organisations are kept apart even where Slack shows one member in both.
 *
 * @param enterprise {@code E…}, or null outside Enterprise Grid
 * @param team {@code T…}
 */
public record Workspace(@Nullable String enterprise, String team) {

  /** What {@link dev.cairn.chat.Account#community} holds: {@code T1}, or {@code E1.T1}. */
  public String key() {
    return enterprise == null ? team : enterprise + "." + team;
  }

  /** Reads a {@link #key}. */
  public static Workspace of(String key) {
    int dot = key.indexOf('.');
    return dot < 0
        ? new Workspace(null, key)
        : new Workspace(key.substring(0, dot), key.substring(dot + 1));
  }
}
