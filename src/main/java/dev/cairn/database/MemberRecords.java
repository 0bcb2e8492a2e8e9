package dev.cairn.database;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.database.Tables.Reference;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import java.sql.Types;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept about one learner of a community, in whichever table: to be read, or to be
 * deleted. What hangs on a member is found by the foreign keys, so that no feature has to be told;
 * what names one otherwise is listed here, and a test finds the table that is neither.
 *
 * <p>A learner who linked accounts was several members; all of them are meant.
 *
 * <p>Each question compares columns with values and nothing else, one member or account at a time:
 * so both databases find the rows by an index, however many members there are. H2 goes through the
 * whole table where it is asked for pairs of columns in a subquery, or for one of several
 * conditions.
 */
public final class MemberRecords {
  private static final String MEMBER = "member";
  private static final String MEMBER_ID = "member_id";

  /** Whose accounts are named by platform, place and user. */
  private static final String BY_ACCOUNT =
      "platform = :platform and external_community_id = :place and external_user_id = :user";

  private static final String IN_COMMUNITY = "community_id = :community and ";

  /** Work that is planned for members: each piece's name begins with whom it is for. */
  private static final String OF_PLACE =
      "task_instance >= :beforePlace and task_instance < :afterPlaces";

  private static final String OF_INSTANT =
      "task_instance >= :beforeInstant and task_instance < :afterInstants";

  /** Whose rows are a member's without a foreign key, by which conditions. */
  private static final Map<String, List<String>> WITHOUT_KEY =
      Map.of(
          "announcement",
          List.of(IN_COMMUNITY + BY_ACCOUNT),
          "audit",
          List.of(IN_COMMUNITY + "about = :member"),
          "discussion_answer",
          List.of(BY_ACCOUNT),
          "link_code",
          List.of(BY_ACCOUNT),
          "link_wrong_try",
          List.of(BY_ACCOUNT),
          MEMBER,
          List.of(IN_COMMUNITY + "member_id = :member"),
          "milestone",
          List.of(IN_COMMUNITY + "whose = :member"),
          "playground_message",
          List.of(IN_COMMUNITY + BY_ACCOUNT),
          "scheduled_tasks",
          List.of(
              "task_name = 'reminder' and " + OF_PLACE,
              "task_name = 'direct' and " + OF_PLACE,
              "task_name = 'feed' and " + OF_INSTANT),
          "suggestion",
          List.of(BY_ACCOUNT));

  /**
   * A column that names a member in a row that is not theirs: the row stays without them.
   *
   * @param condition by which the rows are found
   * @param change what takes the member out of them
   * @param told whether whoever asks what is kept about them is shown the row
   */
  private record Mention(
      String table, String column, String condition, String change, boolean told) {
    static Mention of(String table, String column, String value, boolean told) {
      return new Mention(
          table, column, IN_COMMUNITY + column + " = :member", column + " = " + value, told);
    }
  }

  private static final List<Mention> MENTIONS =
      List.of(
          new Mention(
              "audit",
              "done_by",
              IN_COMMUNITY + "done_by = :member",
              "done_by = 0, done_by_name = 'Somebody who had themselves deleted'",
              true),
          Mention.of("blog_plan", "brought_by", "null", false),
          Mention.of("buddy", "buddy_id", "null", false),
          Mention.of("check_in", "granted_by", "0", false),
          Mention.of("feed", "brought_by", "null", false),
          Mention.of("member_link_day", "granted_by", "0", false),
          Mention.of("milestone", "brought_by", "null", false),
          Mention.of("quiz_round", "asked_by", "null", true),
          new Mention(
              "slack_installation",
              "installed_by",
              "installed_by = :user and 'slack' = :platform",
              "installed_by = null",
              true),
          Mention.of("study_group", "owner_id", "null", true),
          Mention.of("suggestion", "decided_by", "null", false));

  /** What says nothing about any member. */
  private static final Set<String> OF_NOBODY =
      Set.of(
          "community",
          "community_place",
          "community_zone",
          "daily",
          "discord_claim",
          "discord_shard",
          "group_change",
          "group_look",
          "group_policy_decision",
          "group_standing",
          "held_group",
          "interaction",
          "journey",
          "journey_decision",
          "milestone_channel",
          "milestone_policy",
          "outage",
          "platform_reach",
          "policy_decision",
          "post_tally",
          "process",
          "race",
          "race_row",
          "reward",
          "settled_group",
          "settled_group_day",
          "standing_tally",
          "sweep");

  /** A group that is disbanded, and of which nobody is left who ever belonged to it. */
  private static final String EMPTY =
      """
      g.owner_id is null and g.disbanded_at is not null
        and not exists (select 1 from group_membership b
          where b.community_id = :community and b.group_id = :group)
      """;

  /** What is handed out to nobody: it is a key, and says nothing about whoever brought it. */
  private static final String SECRET = "encrypted_token";

  /**
   * How rows of a table are found.
   *
   * @param condition with names for values
   * @param through what the table refers to, where the values are the keys of the rows that are
   *     found there; null where they name a member or an account
   */
  private record Way(String condition, @Nullable Reference through) {
    private static final Way OF_MEMBER = of(IN_COMMUNITY + MEMBER_ID + " = :member");

    static Way of(String condition) {
      return new Way(condition, null);
    }

    /** How rows that refer to those found this way are found. */
    Way of(Reference reference) {
      for (Map.Entry<String, String> column : reference.columns().entrySet()) {
        if (equals(OF_MEMBER) && column.getValue().equals(MEMBER_ID)) {
          return of(IN_COMMUNITY + column.getKey() + " = :member");
        }
      }
      return new Way(
          reference.columns().keySet().stream()
              .map(column -> column + " = :" + column)
              .collect(Collectors.joining(" and ")),
          reference);
    }
  }

  /**
   * Whose records they are.
   *
   * @param members the values that name each of the members that the learner was
   * @param accounts those that name each account
   */
  private record Learner(List<Map<String, Object>> members, List<Map<String, Object>> accounts) {}

  private final Database database;
  private final Tables tables;
  private final Map<String, List<Way>> ways;
  private final CommunityId community;
  private final MemberId member;

  /**
   * What is kept about a learner.
   *
   * @param member the one who has the accounts
   */
  public MemberRecords(Database database, CommunityId community, MemberId member) {
    this.database = database;
    this.tables = database.read(Tables::of);
    this.ways = ways(tables);
    this.community = community;
    this.member = member;
  }

  private Learner learner() {
    List<Map<String, Object>> accounts = new ArrayList<>();
    List<Map<String, Object>> members = new ArrayList<>();
    for (long one : membersTheyWere()) {
      String subject = community.value() + "." + one;
      members.add(
          Map.of(
              "community", community.value(),
              "member", one,
              // What follows in the order of characters ends the names that begin so.
              "beforePlace", subject + " ",
              "afterPlaces", subject + "!",
              "beforeInstant", subject + "@",
              "afterInstants", subject + "A"));
      database
          .query(
              """
              select platform, external_community_id, external_user_id from account
              where community_id = :community and member_id = :member
              """)
          .bind("community", community)
          .bind("member", one)
          .each(row ->
              accounts.add(
                  Map.of(
                      "community", community.value(),
                      "platform", row.text("platform"),
                      "place", row.text("external_community_id"),
                      "user", row.text("external_user_id"))));
    }
    return new Learner(members, accounts);
  }

  /** The member, with all that were absorbed when accounts were linked. */
  private Set<Long> membersTheyWere() {
    Set<Long> all = new LinkedHashSet<>();
    Deque<Long> more = new ArrayDeque<>(List.of(member.value()));
    while (!more.isEmpty()) {
      long one = more.remove();
      if (all.add(one)) {
        more.addAll(
            database
                .query(
                    """
                    select absorbed_id from member_link
                    where community_id = :community and survivor_id = :member
                    """)
                .bind("community", community)
                .bind("member", one)
                .list(Long.class));
      }
    }
    return all;
  }

  /** The tables of which nobody decided whether they are about members: none. */
  static Set<String> undecided(Tables tables) {
    Set<String> undecided = new TreeSet<>(tables.columns().keySet());
    undecided.removeAll(concerned(tables));
    undecided.removeAll(OF_NOBODY);
    return undecided;
  }

  /** The tables that may say something of a member, by their names. */
  static SortedSet<String> concerned(Tables tables) {
    SortedSet<String> concerned = new TreeSet<>(ways(tables).keySet());
    MENTIONS.forEach(mention -> concerned.add(mention.table()));
    return concerned;
  }

  /** How a learner's rows are found in each table that has some, each after those it refers to. */
  private static Map<String, List<Way>> ways(Tables tables) {
    Map<String, List<Way>> ways = new LinkedHashMap<>();
    for (String table : tables.columns().keySet()) {
      Set<Way> of = new LinkedHashSet<>();
      for (Reference reference : tables.references().getOrDefault(table, List.of())) {
        if (!isMention(table, reference)) {
          ways.getOrDefault(reference.table(), List.of()).forEach(way -> of.add(way.of(reference)));
        }
      }
      WITHOUT_KEY.getOrDefault(table, List.of()).forEach(condition -> of.add(Way.of(condition)));
      if (!of.isEmpty()) {
        ways.put(table, List.copyOf(of));
      }
    }
    return ways;
  }

  private static boolean isMention(String table, Reference reference) {
    return MENTIONS.stream()
        .anyMatch(mention ->
            mention.table().equals(table) && reference.columns().containsKey(mention.column()));
  }

  /** All values with which a way finds rows of this learner. */
  private List<Map<String, Object>> values(Way way, Learner learner) {
    Reference through = way.through();
    if (through == null) {
      return way.condition().contains(":user") ? learner.accounts() : learner.members();
    }
    String keys = String.join(", ", through.columns().values());
    Set<Map<String, Object>> values = new LinkedHashSet<>();
    for (Way parent : ways.getOrDefault(through.table(), List.of())) {
      for (Map<String, Object> found : values(parent, learner)) {
        bound(
                database.query(
                    "select " + keys + " from " + through.table() + " where " + parent.condition()),
                found)
            .each(row -> {
              Map<String, Object> key = new TreeMap<>();
              through.columns().forEach((column, its) -> key.put(column, row.big(its)));
              values.add(key);
            });
      }
    }
    return List.copyOf(values);
  }

  private static <S extends Statement<S>> S bound(S statement, Map<String, Object> values) {
    values.forEach(statement::bind);
    return statement;
  }

  /** Everything, table by table, each row by the names of its columns; as of one moment. */
  public Map<String, List<ObjectNode>> read() {
    return database.snapshot(handle -> {
      Learner learner = learner();
      Map<String, List<ObjectNode>> found = new LinkedHashMap<>();
      for (String table : tables.columns().keySet()) {
        List<Tables.Column> columns =
            tables.columns().getOrDefault(table, List.of()).stream()
                .filter(column -> !column.name().equals(SECRET))
                .toList();
        // What is found in two ways is told once.
        Set<ObjectNode> rows = new LinkedHashSet<>();
        for (Way way : told(table)) {
          for (Map<String, Object> values : values(way, learner)) {
            bound(database.query("select * from " + table + " where " + way.condition()), values)
                .each(row -> rows.add(typed(columns, row.json(columns))));
          }
        }
        if (!rows.isEmpty()) {
          found.put(table, List.copyOf(rows));
        }
      }
      return found;
    });
  }

  /** How the rows of a table are found that a learner is shown. */
  private List<Way> told(String table) {
    List<Way> told = new ArrayList<>(ways.getOrDefault(table, List.of()));
    MENTIONS.stream()
        .filter(mention -> mention.told() && mention.table().equals(table))
        .forEach(mention -> told.add(Way.of(mention.condition())));
    return told;
  }

  /** A row whose numbers are numbers. */
  private static ObjectNode typed(List<Tables.Column> columns, ObjectNode row) {
    for (Tables.Column column : columns) {
      JsonNode value = row.path(column.name());
      if (!value.isNull()) {
        switch (column.type()) {
          case Types.BIGINT, Types.INTEGER, Types.SMALLINT ->
              row.put(column.name(), Long.parseLong(value.asText()));
          case Types.BOOLEAN, Types.BIT ->
              row.put(column.name(), Boolean.parseBoolean(value.asText()));
          default -> {}
        }
      }
    }
    return row;
  }

  /**
   * Deletes everything, and takes the learner's name out of what belongs to others. Belongs into a
   * transaction; the learner belongs to no group any more. What is derived from what several did is
   * to be derived anew.
   *
   * @return how many rows were deleted
   */
  public int delete() {
    Learner learner = learner();
    for (Mention mention : MENTIONS) {
      change(
          "update " + mention.table() + " set " + mention.change(),
          Way.of(mention.condition()),
          learner);
    }
    Set<Long> groups = groups(learner);
    groups.forEach(this::deriveAnew);
    int deleted = 0;
    // Each table before those it refers to.
    for (Map.Entry<String, List<Way>> table : List.copyOf(ways.entrySet()).reversed()) {
      for (Way way : table.getValue()) {
        deleted += change("delete from " + table.getKey(), way, learner);
      }
    }
    groups.forEach(this::deleteEmpty);
    return deleted;
  }

  private int change(String change, Way way, Learner learner) {
    int changed = 0;
    for (Map<String, Object> values : values(way, learner)) {
      changed += bound(database.update(change + " where " + way.condition()), values).execute();
    }
    return changed;
  }

  /** The groups that the learner ever belonged to. */
  private Set<Long> groups(Learner learner) {
    Set<Long> groups = new TreeSet<>();
    for (Map<String, Object> values : learner.members()) {
      groups.addAll(
          bound(
                  database.query(
                      """
                      select group_id from group_membership
                      where community_id = :community and member_id = :member
                      """),
                  values)
              .list(Long.class));
    }
    return groups;
  }

  /** So that it counts those who stay. */
  private void deriveAnew(long group) {
    change(
        "delete from settled_group where community_id = :community and group_id = :group", group);
    change("insert into group_change (community_id, group_id) values (:community, :group)", group);
  }

  /** Where it is disbanded, and nobody ever belonged to it but who is gone: it is their words. */
  private void deleteEmpty(long group) {
    // As long as nobody has looked at a board since, it is kept how it stood.
    change(
        """
        delete from held_group
        where community_id = :community and group_id = :group and exists (
          select 1 from study_group g
          where g.community_id = :community and g.group_id = :group and
        """
            + EMPTY
            + ")",
        group);
    change(
        """
        delete from study_group g
        where g.community_id = :community and g.group_id = :group and
        """
            + EMPTY,
        group);
  }

  private void change(String change, long group) {
    database.update(change).bind("community", community).bind("group", group).execute();
  }
}
