package dev.cairn.feature.community;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.remembered.RememberedAnswers;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.Decisions;
import dev.cairn.domain.StreakPolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps communities. */
public final class CommunityStore {
  /** Of how many places it is remembered whose they are. */
  private static final int MOST_PLACES = 2_000;

  private final Database database;
  private final RememberedAnswers<Place, CommunityId> places;

  public CommunityStore(Database database) {
    this.database = database;
    this.places = database.remembering(MOST_PLACES, Set.of(), Set.of("community_place"));
  }

  /** The community that lives at a place. */
  public Optional<Community> find(Place place) {
    return first(
        database
            .query(
                select("community_place l join community c on c.community_id = l.community_id")
                    + " where l.platform = :platform and l.external_id = :place")
            .bind("platform", place.platform().key())
            .bind("place", place.id()));
  }

  /** Which community lives at a place; it goes on so until the transaction under way has ended. */
  Optional<CommunityId> hold(Place place) {
    return places.find(
        place,
        () ->
            database
                .query(
                    "select community_id from community_place where platform = :platform and"
                        + " external_id = :place"
                        + database.held("community_place"))
                .bind("platform", place.platform().key())
                .bind("place", place.id())
                .find(row -> row.get("community_id", CommunityId.class)));
  }

  /** Keeps everybody from holding a place of a community. */
  boolean claim(CommunityId id) {
    return !database
        .query("select external_id from community_place where community_id = :id for update")
        .bind("id", id)
        .list(String.class)
        .isEmpty();
  }

  /** Makes every other transaction that wants to decide something for a community wait. */
  void lock(CommunityId id) {
    database
        .query("select community_id from community where community_id = :id" + database.locked())
        .bind("id", id)
        .one(Long.class);
  }

  /** Whether a community lives anywhere; it goes on so until the transaction has ended. */
  boolean hold(CommunityId id) {
    return !database
        .query(
            "select external_id from community_place where community_id = :id"
                + database.held("community_place"))
        .bind("id", id)
        .list(String.class)
        .isEmpty();
  }

  /** The community of this id. */
  public Optional<Community> find(CommunityId id) {
    return first(
        database.query(select("community c") + " where c.community_id = :id").bind("id", id));
  }

  private static String select(String from) {
    return "select " + CommunityRows.COLUMNS + " from " + from + " " + CommunityRows.JOINS;
  }

  private static Optional<Community> first(Query query) {
    return list(query).stream().findFirst();
  }

  private static List<Community> list(Query query) {
    Map<CommunityId, CommunityRows> gathered = new LinkedHashMap<>();
    query.each(row ->
        gathered
            .computeIfAbsent(
                row.get("community_id", CommunityId.class), id -> CommunityRows.of(row::find))
            .add(row::find));
    return gathered.values().stream().map(CommunityRows::community).toList();
  }

  /** All communities. */
  public List<Community> all() {
    return list(database.query(select("community c") + " order by c.community_id"));
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
   * Adds a community at a place that has none yet; if one has been added meanwhile, does nothing.
   */
  public void add(Place place, String name, Instant metAt, ZoneId zone) {
    database.transaction(() -> {
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
              .bind("platform", place.platform().key())
              .bind("place", place.id())
              .bind("id", id)
              .execute();
      if (added > 0) {
        setZone(new CommunityId(id), metAt, zone);
      } else {
        // Somebody else met it at the same moment; theirs is the community.
        database.update("delete from community where community_id = :id").bind("id", id).execute();
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

  /** Whether moderators can have the community's review log. */
  public void setSharesReviews(CommunityId id, boolean shares) {
    database
        .update("update community set shares_reviews = :shares where community_id = :id")
        .bind("shares", shares)
        .bind("id", id)
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
