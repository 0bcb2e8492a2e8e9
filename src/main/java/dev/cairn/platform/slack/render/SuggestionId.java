package dev.cairn.platform.slack.render;

import dev.cairn.chat.CommandName;
import java.util.Optional;

/**
 * Names the option that an input completes, in its {@code action_id}: {@code suggest/role/name}.
 *
 * @param command the words of the command whose option it is
 * @param option its name
 */
public record SuggestionId(String command, String option) {
  private static final String PREFIX = "suggest/";

  public static String of(CommandName command, String option) {
    return PREFIX + command + "/" + option;
  }

  /** Reads an {@code action_id}; empty when it completes nothing of ours. */
  public static Optional<SuggestionId> of(String actionId) {
    String[] parts = actionId.split("/", -1);
    return actionId.startsWith(PREFIX) && parts.length == 3
        ? Optional.of(new SuggestionId(parts[1], parts[2]))
        : Optional.empty();
  }
}
