package dev.cairn.platform.slack.workspace;

import com.slack.api.bolt.model.Bot;
import com.slack.api.bolt.model.Installer;
import com.slack.api.bolt.service.InstallationService;
import dev.cairn.connection.Installation;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes the installations that Bolt's OAuth flow brings. Nothing is read back through it: tokens
 * are found by {@link InstalledWorkspaces} when an answer is sent, after the acknowledgement.
 */
public final class OAuthInstallations implements InstallationService {
  private final InstalledWorkspaces workspaces;
  private final InstantSource clock;

  public OAuthInstallations(InstalledWorkspaces workspaces, InstantSource clock) {
    this.workspaces = workspaces;
    this.clock = clock;
  }

  @Override
  public void saveInstallerAndBot(Installer installer) {
    boolean wholeOrganisation = Boolean.TRUE.equals(installer.getIsEnterpriseInstall());
    workspaces.save(
        new Installation(
            installer.getEnterpriseId(),
            wholeOrganisation ? null : installer.getTeamId(),
            null,
            installer.getBotUserId(),
            "",
            Objects.requireNonNullElse(installer.getBotScope(), ""),
            installer.getInstallerUserId(),
            clock.instant()),
        installer.getBotAccessToken());
  }

  @Override
  public void deleteBot(Bot bot) {
    workspaces.remove(bot.getEnterpriseId(), bot.getTeamId());
  }

  @Override
  public void deleteInstaller(Installer installer) {
    workspaces.remove(installer.getEnterpriseId(), installer.getTeamId());
  }

  @Override
  public @Nullable Bot findBot(@Nullable String enterpriseId, @Nullable String teamId) {
    return null;
  }

  @Override
  public @Nullable Installer findInstaller(
      @Nullable String enterpriseId, @Nullable String teamId, @Nullable String userId) {
    return null;
  }

  @Override
  public boolean isHistoricalDataEnabled() {
    return false;
  }

  @Override
  public void setHistoricalDataEnabled(boolean enabled) {
    // Only the newest installation of a workspace is kept.
  }
}
