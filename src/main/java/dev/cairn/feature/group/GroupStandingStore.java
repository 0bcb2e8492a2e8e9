package dev.cairn.feature.group;

import dev.cairn.database.Batch;
import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.day.Period;
import dev.cairn.domain.group.GroupScore;
import dev.cairn.domain.group.GroupStanding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Keeps how groups stand on boards, in the order in which boards show it. */
public final class GroupStandingStore {
  /** Of a community, whatever does not hold: it has changed, or its time has not come or is up. */
  private static final String LAPSED =
      """
      select group_id from group_change where community_id = :community
      union select group_id from held_group where community_id = :community and holds_until <= :now
      union select group_id from held_group where community_id = :community and holds_from > :now
      """;

  private static final String STANDING =
      """
      select s.*, g.name from group_standing s
      join study_group g on g.community_id = s.community_id and g.group_id = s.group_id
      """;

  private static final String OF_BOARD =
      """
      where s.community_id = :community and s.period = :period
        and s.holds_from <= :now and s.holds_until > :now
      """;

  private final Database database;

  public GroupStandingStore(Database database) {
    this.database = database;
  }

  /** Whether it is kept how each group of a community stands at an instant. */
  boolean holds(CommunityId community, Instant now) {
    // By the first of each index, as PostgreSQL may not know how seldom one has run out.
    return database
        .query(
            """
            select (select group_id from group_change where community_id = :community
              order by community_id, group_id, change_id limit 1) as changed,
            (select holds_until from held_group where community_id = :community
              order by community_id, holds_until limit 1) as first_end,
            (select holds_from from held_group where community_id = :community
              order by community_id, holds_from desc limit 1) as last_start
            """)
        .bind("community", community)
        .list(row -> {
          Instant end = row.find("first_end", Instant.class);
          Instant start = row.find("last_start", Instant.class);
          return row.find("changed", GroupId.class) == null
              && (end == null || end.isAfter(now))
              && (start == null || !start.isAfter(now));
        })
        .getFirst();
  }

  /** The groups of a community of which it is not kept how they stand at an instant. */
  Set<GroupId> lapsed(CommunityId community, Instant now) {
    return new TreeSet<>(
        database.query(LAPSED).bind("community", community).bind("now", now).list(GroupId.class));
  }

  /**
   * The groups of which it is not kept how they stand at an instant, or only for one more day, with
   * the community of each; some of them, where they are many.
   */
  Map<CommunityId, Set<GroupId>> ending(Instant now, int most) {
    Map<CommunityId, Set<GroupId>> ending = new LinkedHashMap<>();
    database
        .query(
            """
            (select community_id, group_id from group_change limit :most)
            union (select community_id, group_id from held_group where renew_from <= :now
              limit :most)
            """)
        .bind("now", now)
        .bind("most", most)
        .each(row ->
            ending
                .computeIfAbsent(row.get("community_id", CommunityId.class), id -> new TreeSet<>())
                .add(row.get("group_id", GroupId.class)));
    return ending;
  }

  /** Those of some groups that have changed, or of which it is known for one more day only. */
  Set<GroupId> due(CommunityId community, Collection<GroupId> groups, Instant now) {
    return new TreeSet<>(
        database
            .query(
                """
                select group_id from group_change
                where community_id = :community and group_id = any(:groups)
                union select group_id from held_group
                where community_id = :community and group_id = any(:groups)
                  and (renew_from <= :now or holds_from > :now)
                """)
            .bind("community", community)
            .bindArray("groups", GroupId.class, groups)
            .bind("now", now)
            .list(GroupId.class));
  }

  /** Forgets how groups stand. */
  void forget(CommunityId community, Collection<GroupId> groups) {
    database
        .update(
            "delete from held_group where community_id = :community and group_id = any(:groups)")
        .bind("community", community)
        .bindArray("groups", GroupId.class, groups)
        .execute();
  }

  /** Keeps how groups stand of which that is not kept. */
  void add(Collection<HeldGroup> groups) {
    Batch held =
        database.batch(
            """
            insert into held_group (community_id, group_id, holds_from, renew_from, holds_until)
            values (:community, :group, :from, :renew, :until)
            """);
    Batch standings =
        database.batch(
            """
            insert into group_standing (community_id, group_id, period, holds_from, holds_until,
              ranked, ratio, streak, present, expected, sort_name)
            values (:community, :group, :period, :from, :until, :ranked, :ratio, :streak, :present,
              :expected, :sortName)
            """);
    for (HeldGroup each : groups) {
      Group group = each.group();
      held.bind("community", group.community())
          .bind("group", group.id())
          .bind("from", each.spans().getFirst().from())
          .bind("renew", each.spans().getFirst().until())
          .bind("until", each.spans().getLast().until())
          .add();
      for (HeldGroup.Span span : each.spans()) {
        span.standings()
            .forEach((period, standing) ->
                standings
                    .bind("community", group.community())
                    .bind("group", group.id())
                    .bind("period", period)
                    .bind("from", span.from())
                    .bind("until", span.until())
                    .bind("ranked", standing.score().ranked())
                    .bind("ratio", standing.score().ratio())
                    .bind("streak", standing.streak())
                    .bind("present", standing.score().present())
                    .bind("expected", standing.score().expected())
                    .bind("sortName", sortName(standing.name()))
                    .add());
      }
    }
    held.execute();
    standings.execute();
  }

  /** Sorts as {@link String#CASE_INSENSITIVE_ORDER} does, in whatever order a database has. */
  static String sortName(String name) {
    StringBuilder plain = new StringBuilder();
    name.codePoints()
        .map(Character::toUpperCase)
        .map(Character::toLowerCase)
        .forEach(plain::appendCodePoint);
    return HexFormat.of().formatHex(plain.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** How many groups of a community there are on each board, where it is kept of all of them. */
  int count(CommunityId community) {
    // Each is on every board, and has one row here.
    return database
        .query("select count(*) from held_group where community_id = :community")
        .bind("community", community)
        .one(Integer.class);
  }

  /** How many of them are ranked with a larger percentage than this one. */
  int above(CommunityId community, Period period, GroupStanding standing, Instant now) {
    return of(
            "select count(*) from group_standing s "
                + OF_BOARD
                + " and s.ranked = true and s.ratio > :ratio",
            community,
            period,
            now)
        .bind("ratio", standing.score().ratio())
        .one(Integer.class);
  }

  /** Groups in the order of a board: those that are ranked, and then the others. */
  List<GroupStanding> list(
      CommunityId community, Period period, Instant now, int offset, int limit) {
    return of(
            // By all that the index is ordered by, so that H2 sees that it is.
            STANDING
                + OF_BOARD
                + """
                order by s.community_id, s.period, s.ranked desc, s.ratio desc, s.streak desc,
                  s.present desc, s.sort_name, s.group_id
                limit :limit offset :offset
                """,
            community,
            period,
            now)
        .bind("limit", limit)
        .bind("offset", offset)
        .list(GroupStandingStore::standing);
  }

  /** How a group stands on a board. */
  Optional<GroupStanding> find(CommunityId community, Period period, GroupId group, Instant now) {
    return of(STANDING + OF_BOARD + " and s.group_id = :group", community, period, now)
        .bind("group", group)
        .find(GroupStandingStore::standing);
  }

  /**
   * All that is kept of how a group stands on a board.
   *
   * @param ratio by which it is sorted
   * @param sortName by which it is sorted
   */
  record Kept(Period period, GroupStanding standing, long ratio, String sortName) {}

  /** All that is kept of how the groups of a community stand at an instant. */
  Set<Kept> kept(CommunityId community, Instant now) {
    return Set.copyOf(
        database
            .query(
                STANDING
                    + "where s.community_id = :community and s.holds_from <= :now and s.holds_until"
                    + " > :now")
            .bind("community", community)
            .bind("now", now)
            .list(row ->
                new Kept(
                    row.get("period", Period.class),
                    standing(row),
                    row.big("ratio"),
                    row.text("sort_name"))));
  }

  private Query of(String sql, CommunityId community, Period period, Instant now) {
    return database.query(sql).bind("community", community).bind("period", period).bind("now", now);
  }

  private static GroupStanding standing(Row row) {
    return new GroupStanding(
        row.get("group_id", GroupId.class),
        row.text("name"),
        new GroupScore(row.number("present"), row.number("expected"), row.flag("ranked")),
        row.number("streak"));
  }
}
