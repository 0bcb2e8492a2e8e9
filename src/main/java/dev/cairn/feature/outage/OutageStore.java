package dev.cairn.feature.outage;

import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps when we were cut off from platforms. */
public final class OutageStore {
  private final Database database;

  public OutageStore(Database database) {
    this.database = database;
  }

  /** When a platform was last known to be in reach; empty where it never was. */
  public Optional<Instant> lastReached(Platform platform) {
    return database
        .query("select reached_at from platform_reach where platform = :platform")
        .bind("platform", platform.key())
        .find(Instant.class);
  }

  /** A platform was in reach at an instant. */
  public void setReached(Platform platform, Instant at) {
    database
        .upsert(
            "insert into platform_reach (platform, reached_at) values (:platform, :at)",
            "update platform_reach set reached_at = :at where platform = :platform")
        .bind("platform", platform.key())
        .bind("at", at)
        .execute();
  }

  /** Adds an outage that is not reckoned with yet. */
  public void add(Outage outage) {
    database
        .upsert(
            """
            insert into outage (platform, started_at, ended_at, reckoned)
            values (:platform, :from, :until, false)
            """,
            """
            update outage set ended_at = :until, reckoned = false
            where platform = :platform and started_at = :from
            """)
        .bind("platform", outage.platform().key())
        .bind("from", outage.from())
        .bind("until", outage.until())
        .execute();
  }

  /** The outages of a platform that had not ended before an instant, in their order. */
  public List<Outage> since(Platform platform, Instant from) {
    return list(
        platform,
        database
            .query(
                """
                select started_at, ended_at from outage
                where platform = :platform and ended_at >= :from order by started_at
                """)
            .bind("from", from));
  }

  /** The outages of a platform that are not reckoned with yet, in their order. */
  public List<Outage> unreckoned(Platform platform) {
    return list(
        platform,
        database.query(
            """
            select started_at, ended_at from outage
            where platform = :platform and not reckoned order by started_at
            """));
  }

  private static List<Outage> list(Platform platform, Query query) {
    return query
        .bind("platform", platform.key())
        .list(row -> new Outage(platform, row.instant("started_at"), row.instant("ended_at")));
  }

  /** Every figure that the outage may change has been derived anew. */
  public void setReckoned(Outage outage) {
    database
        .update(
            "update outage set reckoned = true where platform = :platform and started_at = :from")
        .bind("platform", outage.platform().key())
        .bind("from", outage.from())
        .execute();
  }
}
