package dev.cairn.platform.slack.workspace;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Our right to act in a workspace.
 *
 * @param workspace where
 * @param name what the workspace is called, or null where Slack did not say
 * @param botToken {@code xoxb-…}; a secret
 * @param botUser the user that we are there, or null where Slack did not say
 */
public record SlackInstallation(
    Workspace workspace, @Nullable String name, String botToken, @Nullable String botUser) {
  /** The workspace, as the core knows it. */
  public Place place() {
    return new Place(Platform.SLACK, workspace.key());
  }

  @Override
  public String toString() {
    return "SlackInstallation[" + workspace.key() + "]";
  }
}
