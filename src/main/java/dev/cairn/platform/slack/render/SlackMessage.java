package dev.cairn.platform.slack.render;

import com.google.gson.JsonArray;
import org.jspecify.annotations.Nullable;

/**
 * A message that fits Slack's limits.
 *
 * @param text what notifications and screen readers say; escaped
 * @param blocks what is shown; none where the text is all there is
 */
public record SlackMessage(String text, JsonArray blocks) {

  /** The blocks as Slack's methods take them, or null where there are none. */
  public @Nullable String blocksAsString() {
    return blocks.isEmpty() ? null : blocks.toString();
  }
}
