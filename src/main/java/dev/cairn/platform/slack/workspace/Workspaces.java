package dev.cairn.platform.slack.workspace;

import dev.cairn.platform.slack.api.SlackFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The workspaces that we are installed in. */
public interface Workspaces {
  /**
   * Learns from Slack what has to be known before any of them is found.
   *
   * @throws SlackFailure when Slack cannot be asked, or does not want us
   */
  default void meet() {
    // Where it is kept which they are, Slack need not be asked.
  }

  /**
   * The workspace that Slack names in a request.
   *
   * @param enterprise as the request says, or null
   * @param team as the request says
   */
  Optional<SlackInstallation> find(@Nullable String enterprise, String team);

  /** The workspace of a community. */
  default Optional<SlackInstallation> of(String community) {
    Workspace workspace = Workspace.of(community);
    return find(workspace.enterprise(), workspace.team());
  }

  /** Slack no longer lets us in there. */
  void shutOut(SlackInstallation installation, String code);
}
