package dev.cairn.feature.installation;

import dev.cairn.connection.Installation;
import dev.cairn.connection.Installations;
import dev.cairn.database.Database;
import dev.cairn.database.Row;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the installations of many workspaces. Reading them waits for nobody who writes. */
public final class InstallationStore implements Installations {
  private final Database database;

  public InstallationStore(Database database) {
    this.database = database;
  }

  @Override
  public void save(Installation installation) {
    database.transaction(() ->
        database
            .upsert(
                """
                insert into slack_installation (enterprise, team, name, bot_user,
                  encrypted_token, scopes, installed_by, installed_at)
                values (:enterprise, :team, :name, :botUser, :token, :scopes, :by, :at)
                """,
                """
                update slack_installation set name = :name, bot_user = :botUser,
                  encrypted_token = :token, scopes = :scopes, installed_by = :by,
                  installed_at = :at
                where enterprise = :enterprise and team = :team
                """)
            .bind("enterprise", key(installation.enterprise()))
            .bind("team", key(installation.team()))
            .bind("name", installation.name())
            .bind("botUser", installation.botUser())
            .bind("token", installation.encryptedToken())
            .bind("scopes", installation.scopes())
            .bind("by", installation.installedBy())
            .bind("at", installation.installedAt())
            .execute());
  }

  @Override
  public Optional<Installation> find(@Nullable String enterprise, @Nullable String team) {
    return database
        .query("select * from slack_installation where enterprise = :enterprise and team = :team")
        .bind("enterprise", key(enterprise))
        .bind("team", key(team))
        .find(InstallationStore::installation);
  }

  @Override
  public Optional<Installation> findByTeam(String team) {
    return database
        .query(
            "select * from slack_installation where team = :team order by installed_at desc limit"
                + " 1")
        .bind("team", team)
        .find(InstallationStore::installation);
  }

  @Override
  public void remove(@Nullable String enterprise, @Nullable String team) {
    database.transaction(() ->
        database
            .update(
                "delete from slack_installation where enterprise = :enterprise and team ="
                    + " :team")
            .bind("enterprise", key(enterprise))
            .bind("team", key(team))
            .execute());
  }

  private static Installation installation(Row row) {
    return new Installation(
        orNull(row.text("enterprise")),
        orNull(row.text("team")),
        row.findText("name"),
        row.findText("bot_user"),
        row.text("encrypted_token"),
        row.text("scopes"),
        row.findText("installed_by"),
        row.instant("installed_at"));
  }

  /** A key has no nulls. */
  private static String key(@Nullable String id) {
    return Objects.requireNonNullElse(id, "");
  }

  private static @Nullable String orNull(String key) {
    return key.isEmpty() ? null : key;
  }
}
