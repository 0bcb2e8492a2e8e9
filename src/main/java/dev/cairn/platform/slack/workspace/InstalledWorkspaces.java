package dev.cairn.platform.slack.workspace;

import dev.cairn.connection.Installation;
import dev.cairn.connection.Installations;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The many workspaces that installed us themselves. */
public final class InstalledWorkspaces implements Workspaces {
  private static final Logger LOG = LoggerFactory.getLogger(InstalledWorkspaces.class);

  private final Installations store;
  private final TokenCipher cipher;

  public InstalledWorkspaces(Installations store, TokenCipher cipher) {
    this.store = store;
    this.cipher = cipher;
  }

  @Override
  public Optional<SlackInstallation> find(@Nullable String enterprise, String team) {
    return store
        .find(enterprise, team)
        .or(() -> enterprise == null ? Optional.empty() : store.find(enterprise, null))
        // Some requests of Slack's leave the enterprise out.
        .or(() -> enterprise == null ? store.findByTeam(team) : Optional.empty())
        .map(stored -> opened(stored, team));
  }

  /** Keeps an installation, its token encrypted. */
  void save(Installation installation, String token) {
    store.save(
        new Installation(
            installation.enterprise(),
            installation.team(),
            installation.name(),
            installation.botUser(),
            cipher.encrypted(token, boundTo(installation)),
            installation.scopes(),
            installation.installedBy(),
            installation.installedAt()));
  }

  /** Forgets the installation of an enterprise and team. */
  void remove(@Nullable String enterprise, @Nullable String team) {
    store.remove(enterprise, team);
  }

  @Override
  public void shutOut(SlackInstallation installation, String code) {
    LOG.warn("{} shut us out ({}); its installation is forgotten", installation.workspace(), code);
    Workspace workspace = installation.workspace();
    boolean ownRow = store.find(workspace.enterprise(), workspace.team()).isPresent();
    // Where the whole organisation installed us, the workspace has no row of its own.
    store.remove(workspace.enterprise(), ownRow ? workspace.team() : null);
  }

  private SlackInstallation opened(Installation stored, String team) {
    return new SlackInstallation(
        new Workspace(stored.enterprise(), stored.team() == null ? team : stored.team()),
        stored.name(),
        cipher.decrypted(stored.encryptedToken(), boundTo(stored)),
        stored.botUser());
  }

  private static String boundTo(Installation installation) {
    return Objects.requireNonNullElse(installation.enterprise(), "")
        + "/"
        + Objects.requireNonNullElse(installation.team(), "");
  }
}
