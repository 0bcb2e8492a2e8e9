package dev.cairn.database;

import dev.cairn.chat.Platform;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.Decisions;
import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.Timeline;
import dev.cairn.domain.ZoneHistory;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.CommunityStore;
import dev.cairn.feature.community.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Communities in the database. */
public final class JdbiCommunityStore implements CommunityStore {
  private final Database database;

  public JdbiCommunityStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Community> find(Platform platform, String place) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    "select community_id from community_place where platform = :platform and external_id = :place")
                .bind("platform", platform.key())
                .bind("place", place)
                .mapTo(Long.class)
                .findOne()
                .map(CommunityId::new)
                .flatMap(this::find));
  }

  @Override
  public Optional<Community> find(CommunityId id) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    "select name, met_at, rules_changed_at from community where community_id = :id")
                .bind("id", id.value())
                .map(
                    (row, context) ->
                        new Community(
                            id,
                            row.getString("name"),
                            TimeArguments.instant(row, "met_at"),
                            new ZoneHistory(zones(handle, id), keepsDaysFrom(row)),
                            new Decisions<>(
                                keepsDaysFrom(row).equals(Instant.MIN)
                                    ? StreakPolicy.DEFAULT
                                    : StreakPolicy.FIRST,
                                decisions(handle, id))))
                .findOne());
  }

  private static Timeline<Instant, ZoneId> zones(Handle handle, CommunityId id) {
    NavigableMap<Instant, ZoneId> zones =
        handle
            .createQuery("select since, zone from community_zone where community_id = :id")
            .bind("id", id.value())
            .reduceRows(
                new TreeMap<>(),
                (map, row) -> {
                  map.put(
                      row.getColumn("since", Instant.class),
                      ZoneId.of(row.getColumn("zone", String.class)));
                  return map;
                });
    Map.Entry<Instant, ZoneId> first = zones.firstEntry();
    return new Timeline<>(first.getValue(), zones.tailMap(first.getKey(), false));
  }

  /** When the rules that hold now took the place of the first ones; they always held for most. */
  private static Instant keepsDaysFrom(ResultSet row) throws SQLException {
    return row.getObject("rules_changed_at") == null
        ? Instant.MIN
        : TimeArguments.instant(row, "rules_changed_at");
  }

  private static List<Decisions.Decision<StreakPolicy>> decisions(Handle handle, CommunityId id) {
    return handle
        .createQuery("select * from policy_decision where community_id = :id order by decision_id")
        .bind("id", id.value())
        .map(
            (row, context) ->
                new Decisions.Decision<>(
                    row.getObject("decided_at") == null
                        ? null
                        : TimeArguments.instant(row, "decided_at"),
                    TimeArguments.date(row, "from_day"),
                    policy(row)))
        .list();
  }

  private static StreakPolicy policy(ResultSet row) throws SQLException {
    return new StreakPolicy(
        row.getInt("freeze_start"),
        row.getInt("freeze_every"),
        row.getInt("freeze_cap"),
        row.getInt("comeback_days"),
        row.getInt("late_every"),
        row.getInt("rest_day_cap"),
        LocalTime.of(row.getInt("day_starts_at"), 0),
        row.getBoolean("review_counts"));
  }

  @Override
  public List<Community> on(Platform platform) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct community_id from community_place
                    where platform = :platform order by community_id
                    """)
                .bind("platform", platform.key())
                .mapTo(Long.class)
                .list()
                .stream()
                .flatMap(id -> find(new CommunityId(id)).stream())
                .toList());
  }

  @Override
  public List<Place> places(CommunityId id) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    """
                    select platform, external_id from community_place
                    where community_id = :id order by platform, external_id
                    """)
                .bind("id", id.value())
                .map(
                    (row, context) ->
                        new Place(
                            Platform.ofKey(row.getString("platform")),
                            row.getString("external_id")))
                .list());
  }

  @Override
  public void add(Platform platform, String place, String name, Instant metAt, ZoneId zone) {
    database.with(
        handle -> {
          long id =
              handle
                  .createUpdate("insert into community (name, met_at) values (:name, :metAt)")
                  .bind("name", name)
                  .bind("metAt", metAt)
                  .executeAndReturnGeneratedKeys("community_id")
                  .mapTo(Long.class)
                  .one();
          int added =
              handle
                  .createUpdate(
                      "insert into community_place (platform, external_id, community_id) values (:platform, :place, :id) on conflict do nothing")
                  .bind("platform", platform.key())
                  .bind("place", place)
                  .bind("id", id)
                  .execute();
          if (added > 0) {
            setZone(new CommunityId(id), metAt, zone);
          } else {
            // Somebody else met it at the same moment; theirs is the community.
            handle
                .createUpdate("delete from community where community_id = :id")
                .bind("id", id)
                .execute();
          }
          return added;
        });
  }

  @Override
  public void rename(CommunityId id, String name) {
    database.with(
        handle ->
            handle
                .createUpdate("update community set name = :name where community_id = :id")
                .bind("name", name)
                .bind("id", id.value())
                .execute());
  }

  @Override
  public void setZone(CommunityId id, Instant since, ZoneId zone) {
    database.with(
        handle ->
            new Upsert(
                    "insert into community_zone (community_id, since, zone) values (:id, :since, :zone)",
                    "update community_zone set zone = :zone where community_id = :id and since = :since")
                .run(
                    handle,
                    statement ->
                        statement
                            .bind("id", id.value())
                            .bind("since", since)
                            .bind("zone", zone.getId())));
  }

  @Override
  public void decide(CommunityId id, Decisions.Decision<StreakPolicy> decision) {
    StreakPolicy policy = decision.value();
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into policy_decision
                      (community_id, decided_at, from_day, freeze_start, freeze_every, freeze_cap,
                       comeback_days, late_every, rest_day_cap, day_starts_at, review_counts)
                    values (:id, :at, :from, :freezeStart, :freezeEvery, :freezeCap,
                      :comebackDays, :lateEvery, :restDayCap, :dayStartsAt, :reviewCounts)
                    """)
                .bind("id", id.value())
                .bind("at", decision.at())
                .bind("from", decision.from())
                .bind("freezeStart", policy.freezeStart())
                .bind("freezeEvery", policy.freezeEvery())
                .bind("freezeCap", policy.freezeCap())
                .bind("comebackDays", policy.comebackDays())
                .bind("lateEvery", policy.lateEvery())
                .bind("restDayCap", policy.restDayCap())
                .bind("dayStartsAt", policy.dayStartsAt().getHour())
                .bind("reviewCounts", policy.reviewCounts())
                .execute());
  }
}
