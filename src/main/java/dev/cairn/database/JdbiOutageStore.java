package dev.cairn.database;

import dev.cairn.chat.Platform;
import dev.cairn.feature.outage.Outage;
import dev.cairn.feature.outage.OutageStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** Outages in the database. */
public final class JdbiOutageStore implements OutageStore {
  private final Database database;

  public JdbiOutageStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Instant> lastReached(Platform platform) {
    return database.with(
        handle ->
            handle
                .createQuery("select reached_at from platform_reach where platform = :platform")
                .bind("platform", platform.key())
                .mapTo(Instant.class)
                .findOne());
  }

  @Override
  public void setReached(Platform platform, Instant at) {
    database.with(
        handle ->
            new Upsert(
                    "insert into platform_reach (platform, reached_at) values (:platform, :at)",
                    "update platform_reach set reached_at = :at where platform = :platform")
                .run(
                    handle,
                    statement -> statement.bind("platform", platform.key()).bind("at", at)));
  }

  @Override
  public void add(Outage outage) {
    database.with(
        handle ->
            new Upsert(
                    """
                    insert into outage (platform, started_at, ended_at, reckoned)
                    values (:platform, :from, :until, false)
                    """,
                    """
                    update outage set ended_at = :until, reckoned = false
                    where platform = :platform and started_at = :from
                    """)
                .run(
                    handle,
                    statement ->
                        statement
                            .bind("platform", outage.platform().key())
                            .bind("from", outage.from())
                            .bind("until", outage.until())));
  }

  @Override
  public List<Outage> since(Platform platform, Instant from) {
    return database.with(
        handle ->
            list(
                platform,
                handle
                    .createQuery(
                        """
                        select started_at, ended_at from outage
                        where platform = :platform and ended_at >= :from order by started_at
                        """)
                    .bind("from", from)));
  }

  @Override
  public List<Outage> unreckoned(Platform platform) {
    return database.with(
        handle ->
            list(
                platform,
                handle.createQuery(
                    """
                    select started_at, ended_at from outage
                    where platform = :platform and not reckoned order by started_at
                    """)));
  }

  private static List<Outage> list(Platform platform, Query query) {
    return query
        .bind("platform", platform.key())
        .map(
            (row, context) ->
                new Outage(
                    platform,
                    TimeArguments.instant(row, "started_at"),
                    TimeArguments.instant(row, "ended_at")))
        .list();
  }

  @Override
  public void setReckoned(Outage outage) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    "update outage set reckoned = true where platform = :platform and started_at = :from")
                .bind("platform", outage.platform().key())
                .bind("from", outage.from())
                .execute());
  }
}
