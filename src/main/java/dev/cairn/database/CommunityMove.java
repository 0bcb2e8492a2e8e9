package dev.cairn.database;

import dev.cairn.domain.CommunityId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Moves everybody of one community into another. Whatever hangs on a member comes along, in
 * whichever table: it is found by the foreign keys, so that no feature has to be told. What is
 * posted in a place goes on there. What a community decided for itself hangs on neither, and is
 * left behind.
 */
public final class CommunityMove {
  private static final String COMMUNITY = "community_id";

  /** Derived, and derived anew. */
  private static final List<String> DERIVED = List.of("held_group", "settled_group");

  /** What hangs on no member by a foreign key, and belongs to them or to a place all the same. */
  private static final List<String> ALSO =
      List.of(
          "announcement",
          "audit",
          "community_place",
          "daily",
          "interaction",
          "milestone_channel",
          "standing_tally");

  /** What a community decided for itself: it is left behind. */
  private static final Set<String> STAYING =
      Set.of(
          "community",
          "community_zone",
          "group_policy_decision",
          "journey",
          "journey_decision",
          "milestone_policy",
          "playground_message",
          "policy_decision",
          "race",
          "race_row",
          "reward",
          "sweep");

  /** What is moved, or derived anew, in a way of its own. */
  private static final Set<String> APART =
      Set.of("group_change", "milestone", "post_tally", "scheduled_tasks");

  private final Database database;
  private final Tables tables;
  private final CommunityId from;
  private final CommunityId to;

  /**
   * A move that is yet to be made.
   *
   * @param from the community that is left
   * @param to the community that goes on
   */
  public CommunityMove(Database database, CommunityId from, CommunityId to) {
    this.database = database;
    this.tables = database.read(Tables::of);
    this.from = from;
    this.to = to;
  }

  /** The tables of communities of which nobody decided whether they come along: none. */
  static Set<String> undecided(Tables tables) {
    Set<String> undecided = new TreeSet<>();
    tables
        .columns()
        .forEach((table, columns) -> {
          if (columns.stream().anyMatch(column -> column.name().equals(COMMUNITY))) {
            undecided.add(table);
          }
        });
    undecided.removeAll(moving(tables));
    undecided.removeAll(STAYING);
    undecided.removeAll(APART);
    return undecided;
  }

  /** Makes it. Belongs into a transaction. */
  public void run() {
    // Nobody's days change meanwhile.
    lock("member", "member_id");
    // Nobody derives meanwhile how groups stand.
    lock("study_group", "group_id");
    DERIVED.forEach(this::delete);
    unsettleStreaks();
    List<String> copied = new ArrayList<>();
    for (String table : moving(tables)) {
      if (tables.keys().getOrDefault(table, Set.of()).contains(COMMUNITY)) {
        copy(table);
        copied.add(table);
      } else {
        database
            .update("update " + table + " set community_id = :to where community_id = :from")
            .bind("from", from)
            .bind("to", to)
            .execute();
      }
    }
    copied.reversed().forEach(this::delete);
    moveMilestones();
    changeGroups();
    tallyPosts();
    movePlanned("feed");
    movePlanned("announcement");
    movePlanned("milestones");
  }

  /** Streaks are told from the first day on: the days were judged by the rules that are left. */
  private void unsettleStreaks() {
    database
        .update("update streak set first_day = null where community_id = :from")
        .bind("from", from)
        .execute();
  }

  /** How all groups stand together is derived anew. */
  private void changeGroups() {
    delete("group_change");
    database
        .update(
            """
            insert into group_change (community_id, group_id)
            select community_id, group_id from study_group
            where community_id = :to and disbanded_at is null
            """)
        .bind("to", to)
        .execute();
  }

  /** Those of members come along, so that none is announced again; the community's own stay. */
  private void moveMilestones() {
    database
        .update("update milestone set community_id = :to where community_id = :from and whose <> 0")
        .bind("from", from)
        .bind("to", to)
        .execute();
  }

  /** Derived from the posts, which have come along. */
  private void tallyPosts() {
    for (CommunityId each : List.of(from, to)) {
      database
          .update("delete from post_tally where community_id = :community")
          .bind("community", each)
          .execute();
    }
    database
        .update(
            """
            insert into post_tally (community_id, posts)
            select cast(:to as bigint), count(*) from post
            where community_id = :to and counts_together
            """)
        .bind("to", to)
        .execute();
  }

  /**
   * Work whose subject comes along; that of other kinds names a place, which finds its community.
   */
  private void movePlanned(String kind) {
    String before = from.value() + ".";
    database
        .update(
            """
            update scheduled_tasks
            set community_id = :to, task_instance = :after || substring(task_instance from :rest)
            where task_name = :kind and community_id = :from
            """)
        .bind("kind", kind)
        .bind("after", to.value() + ".")
        .bind("rest", before.length() + 1)
        .bind("from", from)
        .bind("to", to)
        .execute();
  }

  /**
   * Nobody changes these rows meanwhile, nor adds anything that refers to them. They are locked in
   * one order, so that no two transactions wait for each other.
   */
  private void lock(String table, String id) {
    database
        .query(
            "select %1$s from %2$s where community_id = :from order by %1$s for update"
                .formatted(id, table))
        .bind("from", from)
        .list(Long.class);
  }

  /** The tables that hang on members, each after those it refers to. */
  private static Set<String> moving(Tables tables) {
    Set<String> moving = new LinkedHashSet<>();
    for (String table : tables.columns().keySet()) {
      boolean hangs = tables.parents(table).stream().anyMatch(moving::contains);
      if (table.equals("member") || hangs || ALSO.contains(table)) {
        moving.add(table);
      }
    }
    return moving;
  }

  private void copy(String table) {
    List<String> others =
        tables.columns().getOrDefault(table, List.of()).stream()
            .map(Tables.Column::name)
            .filter(name -> !name.equals(COMMUNITY))
            .toList();
    String listed = others.stream().map(name -> ", " + name).collect(Collectors.joining());
    database
        .update(
            "insert into %s (community_id%s) select cast(:to as bigint)%s from %s where community_id = :from on conflict do nothing"
                .formatted(table, listed, listed, table))
        .bind("from", from)
        .bind("to", to)
        .execute();
  }

  private void delete(String table) {
    database
        .update("delete from " + table + " where community_id = :from")
        .bind("from", from)
        .execute();
  }
}
