package dev.cairn.platform.slack.workspace;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.cairn.platform.slack.api.SlackWeb;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one workspace whose bot token stands in the settings. */
public final class SingleWorkspace implements Workspaces {
  private static final Logger LOG = LoggerFactory.getLogger(SingleWorkspace.class);

  private final String botToken;
  private final SlackWeb web;
  private volatile @Nullable SlackInstallation installation;

  /** The workspace of this token; which one it is, is not known before {@link #meet}. */
  public SingleWorkspace(String botToken, SlackWeb web) {
    this.botToken = botToken;
    this.web = web;
  }

  /** Asks Slack whose token it is. */
  @Override
  public void meet() {
    AuthTestResponse whose = web.patiently(botToken, client -> client.authTest(r -> r));
    installation =
        new SlackInstallation(
            new Workspace(whose.getEnterpriseId(), whose.getTeamId()),
            whose.getTeam(),
            botToken,
            whose.getUserId());
  }

  @Override
  public Optional<SlackInstallation> find(@Nullable String enterprise, String team) {
    // Members of a shared channel may come from another workspace; we meet them in ours.
    return Optional.ofNullable(installation);
  }

  @Override
  public void shutOut(SlackInstallation installation, String code) {
    LOG.error(
        "Slack refuses the bot token ({}): install the app again and set the new token", code);
  }
}
