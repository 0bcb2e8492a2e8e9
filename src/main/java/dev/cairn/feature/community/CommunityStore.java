package dev.cairn.feature.community;

import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.Decisions;
import dev.cairn.domain.Timeline;
import dev.cairn.domain.day.ZoneHistory;
import dev.cairn.domain.streak.StreakPolicy;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps communities. */
public final class CommunityStore {
  private final Database database;

  public CommunityStore(Database database) {
    this.database = database;
  }

  /** The community that lives at a place. */
  public Optional<Community> find(Platform platform, String place) {
    return first(
        database
            .query(
                select("community_place l join community c on c.community_id = l.community_id")
                    + " where l.platform = :platform and l.external_id = :place")
            .bind("platform", platform.key())
            .bind("place", place));
  }

  /** The community of this id. */
  public Optional<Community> find(CommunityId id) {
    return first(
        database.query(select("community c") + " where c.community_id = :id").bind("id", id));
  }

  /**
   * A row for every pair of a zone and a decision that the community ever had: both are few, and
   * one statement is less than three.
   */
  private static String select(String from) {
    return """
    select c.community_id, c.name, c.met_at, c.rules_changed_at, z.since, z.zone, p.* from %s
    join community_zone z on z.community_id = c.community_id
    left join policy_decision p on p.community_id = c.community_id
    """
        .formatted(from);
  }

  private static Optional<Community> first(Query query) {
    return list(query).stream().findFirst();
  }

  private static List<Community> list(Query query) {
    Map<CommunityId, Gathering> gathered = new LinkedHashMap<>();
    query.each(
        row ->
            gathered
                .computeIfAbsent(
                    row.get("community_id", CommunityId.class), id -> Gathering.of(row))
                .add(row));
    return gathered.entrySet().stream()
        .map(each -> each.getValue().community(each.getKey()))
        .toList();
  }

  /**
   * A community as its rows tell it.
   *
   * @param keepsDaysFrom when the rules that hold now took the place of the first ones; they always
   *     held for most
   * @param decisions in the order in which they were made
   */
  private record Gathering(
      String name,
      Instant metAt,
      Instant keepsDaysFrom,
      NavigableMap<Instant, ZoneId> zones,
      NavigableMap<Long, Decisions.Decision<StreakPolicy>> decisions) {

    static Gathering of(Row row) {
      Instant rulesChangedAt = row.find("rules_changed_at", Instant.class);
      return new Gathering(
          row.text("name"),
          row.instant("met_at"),
          rulesChangedAt == null ? Instant.MIN : rulesChangedAt,
          new TreeMap<>(),
          new TreeMap<>());
    }

    void add(Row row) {
      zones.put(row.instant("since"), row.get("zone", ZoneId.class));
      Long decision = row.find("decision_id", Long.class);
      if (decision != null) {
        decisions.put(
            decision,
            new Decisions.Decision<>(
                row.find("decided_at", Instant.class), row.date("from_day"), policy(row)));
      }
    }

    Community community(CommunityId id) {
      Map.Entry<Instant, ZoneId> first = zones.firstEntry();
      return new Community(
          id,
          name,
          metAt,
          new ZoneHistory(
              new Timeline<>(first.getValue(), zones.tailMap(first.getKey(), false)),
              keepsDaysFrom),
          new Decisions<>(
              keepsDaysFrom.equals(Instant.MIN) ? StreakPolicy.DEFAULT : StreakPolicy.FIRST,
              List.copyOf(decisions.values())));
    }
  }

  private static StreakPolicy policy(Row row) {
    return new StreakPolicy(
        row.number("freeze_start"),
        row.number("freeze_every"),
        row.number("freeze_cap"),
        row.number("comeback_days"),
        row.number("late_every"),
        row.number("rest_day_cap"),
        LocalTime.of(row.number("day_starts_at"), 0),
        row.flag("review_counts"));
  }

  /** The communities that live on a platform. */
  public List<Community> on(Platform platform) {
    return list(
        database
            .query(
                select("community c")
                    + """
                    where exists (select 1 from community_place l
                      where l.community_id = c.community_id and l.platform = :platform)
                    order by c.community_id
                    """)
            .bind("platform", platform.key()));
  }

  /** Where a community lives, in the order of the platforms. */
  public List<Place> places(CommunityId id) {
    return database
        .query(
            """
            select platform, external_id from community_place
            where community_id = :id order by platform, external_id
            """)
        .bind("id", id)
        .list(row -> new Place(Platform.ofKey(row.text("platform")), row.text("external_id")));
  }

  /**
   * Adds a community at a place where none lives yet; where one has come to live meanwhile, does
   * nothing.
   *
   * @param place the platform's own id of it
   */
  public void add(Platform platform, String place, String name, Instant metAt, ZoneId zone) {
    database.transaction(
        () -> {
          long id =
              database
                  .update("insert into community (name, met_at) values (:name, :metAt)")
                  .bind("name", name)
                  .bind("metAt", metAt)
                  .insert("community_id");
          int added =
              database
                  .update(
                      "insert into community_place (platform, external_id, community_id) values"
                          + " (:platform, :place, :id) on conflict do nothing")
                  .bind("platform", platform.key())
                  .bind("place", place)
                  .bind("id", id)
                  .execute();
          if (added > 0) {
            setZone(new CommunityId(id), metAt, zone);
          } else {
            // Somebody else met it at the same moment; theirs is the community.
            database
                .update("delete from community where community_id = :id")
                .bind("id", id)
                .execute();
          }
        });
  }

  /** The community is called so from now on. */
  public void rename(CommunityId id, String name) {
    database
        .update("update community set name = :name where community_id = :id")
        .bind("name", name)
        .bind("id", id)
        .execute();
  }

  /** The community's zone from an instant on. */
  public void setZone(CommunityId id, Instant since, ZoneId zone) {
    database
        .upsert(
            "insert into community_zone (community_id, since, zone) values (:id, :since, :zone)",
            "update community_zone set zone = :zone where community_id = :id and since = :since")
        .bind("id", id)
        .bind("since", since)
        .bind("zone", zone)
        .execute();
  }

  /** A decision about the community's policy, after all that there are. */
  public void decide(CommunityId id, Decisions.Decision<StreakPolicy> decision) {
    StreakPolicy policy = decision.value();
    database
        .update(
            """
            insert into policy_decision
              (community_id, decided_at, from_day, freeze_start, freeze_every, freeze_cap,
               comeback_days, late_every, rest_day_cap, day_starts_at, review_counts)
            values (:id, :at, :from, :freezeStart, :freezeEvery, :freezeCap,
              :comebackDays, :lateEvery, :restDayCap, :dayStartsAt, :reviewCounts)
            """)
        .bind("id", id)
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
        .execute();
  }
}
