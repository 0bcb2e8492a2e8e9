package dev.cairn.database;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.database.Tables.Reference;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is kept about one learner of a community, in whichever table: to be read, or to be
 * deleted. What hangs on a member is found by the foreign keys, so that no feature has to be told;
 * what names one otherwise is listed here, and a test finds the table that is neither.
 *
 * <p>A learner who linked accounts was several members; all of them are meant.
 */
public final class MemberRecords {
  private static final String MEMBER = "member";

  /** Whose accounts are named by platform, place and user. */
  private static final String BY_ACCOUNT =
      """
      exists (select 1 from account mine where mine.community_id = %1$d and mine.member_id in (%2$s)
        and mine.platform = {table}.platform
        and mine.external_community_id = {table}.external_community_id
        and mine.external_user_id = {table}.external_user_id)
      """;

  /**
   * Whose rows are a member's without a foreign key: the condition, of the community and of the
   * members.
   */
  private static final Map<String, String> WITHOUT_KEY =
      Map.of(
          "announcement",
          "community_id = %1$d and " + BY_ACCOUNT,
          "audit",
          "community_id = %1$d and about in (%2$s)",
          "discussion_answer",
          BY_ACCOUNT,
          "link_code",
          BY_ACCOUNT,
          "link_wrong_try",
          BY_ACCOUNT,
          "milestone",
          "community_id = %1$d and whose in (%2$s)",
          "playground_message",
          "community_id = %1$d and " + BY_ACCOUNT,
          "suggestion",
          BY_ACCOUNT);

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
          table,
          column,
          "community_id = %1$d and " + column + " in (%2$s)",
          column + " = " + value,
          told);
    }
  }

  private static final List<Mention> MENTIONS =
      List.of(
          new Mention(
              "audit",
              "done_by",
              "community_id = %1$d and done_by in (%2$s)",
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
              """
              exists (select 1 from account mine where mine.community_id = %1$d and mine.member_id in (%2$s)
                and mine.platform = 'slack' and mine.external_user_id = slack_installation.installed_by)
              """,
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
          "group_look",
          "group_policy_decision",
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

  /** What is handed out to nobody: it is a key, and says nothing about whoever brought it. */
  private static final String SECRET = "encrypted_token";

  /** Work that is planned for members, by what its subject begins with. */
  private static final String PLANNED = "scheduled_tasks";

  private final Database database;
  private final Tables tables;
  private final CommunityId community;
  private final SortedSet<Long> members;

  /**
   * What is kept about a learner.
   *
   * @param member the one who has the accounts
   */
  public MemberRecords(Database database, CommunityId community, MemberId member) {
    this.database = database;
    this.tables = database.read(Tables::of);
    this.community = community;
    this.members = learner(member);
  }

  /** A member with all that were absorbed when accounts were linked. */
  private SortedSet<Long> learner(MemberId member) {
    SortedSet<Long> all = new TreeSet<>(Set.of(member.value()));
    int known = 0;
    while (known < all.size()) {
      known = all.size();
      all.addAll(
          database
              .query(
                  "select absorbed_id from member_link where community_id = :community and survivor_id in (%s)"
                      .formatted(listed(all)))
              .bind("community", community)
              .list(Long.class));
    }
    return all;
  }

  /** The tables of which nobody decided whether they are about members: none. */
  static Set<String> undecided(Tables tables) {
    Set<String> undecided = new TreeSet<>(tables.columns().keySet());
    undecided.removeAll(conditions(tables, 0, "").keySet());
    MENTIONS.forEach(mention -> undecided.remove(mention.table()));
    undecided.removeAll(OF_NOBODY);
    return undecided;
  }

  /** The tables that may say something of a member, in the order of the references. */
  static SortedSet<String> concerned(Tables tables) {
    SortedSet<String> concerned = new TreeSet<>(conditions(tables, 0, "").keySet());
    MENTIONS.forEach(mention -> concerned.add(mention.table()));
    return concerned;
  }

  /** The condition that finds a learner's rows, for each table that has some. */
  private Map<String, String> conditions() {
    return conditions(tables, community.value(), listed(members));
  }

  private static Map<String, String> conditions(Tables tables, long community, String members) {
    Map<String, String> conditions = new LinkedHashMap<>();
    for (String table : tables.columns().keySet()) {
      List<String> of = new ArrayList<>();
      if (table.equals(MEMBER)) {
        of.add("community_id = %d and member_id in (%s)".formatted(community, members));
      } else if (table.equals(PLANNED)) {
        of.add(planned(community, members));
      }
      for (Reference reference : tables.references().getOrDefault(table, List.of())) {
        String parent = conditions.get(reference.table());
        if (parent != null && !isMention(table, reference)) {
          of.add(
              "(%s) in (select %s from %s where %s)"
                  .formatted(
                      String.join(", ", reference.columns().keySet()),
                      String.join(", ", reference.columns().values()),
                      reference.table(),
                      parent));
        }
      }
      String without = WITHOUT_KEY.get(table);
      if (without != null) {
        of.add(filled(without, table, community, members));
      }
      if (!of.isEmpty()) {
        conditions.put(table, "(" + String.join(") or (", of) + ")");
      }
    }
    return conditions;
  }

  private static boolean isMention(String table, Reference reference) {
    return MENTIONS.stream()
        .anyMatch(mention ->
            mention.table().equals(table) && reference.columns().containsKey(mention.column()));
  }

  private static String planned(long community, String members) {
    return Stream.of(members.split(", "))
        .map(member ->
            "task_name in ('reminder', 'direct') and task_instance like '%2$d.%1$s %%' or task_name = 'feed' and task_instance like '%2$d.%1$s@%%'"
                .formatted(member, community))
        .collect(Collectors.joining(" or "));
  }

  private static String filled(String condition, String table, long community, String members) {
    return condition.formatted(community, members).replace("{table}", table);
  }

  private static String listed(SortedSet<Long> members) {
    return members.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** Everything, table by table, each row by the names of its columns; as of one moment. */
  public Map<String, List<ObjectNode>> read() {
    return database.snapshot(handle -> {
      Map<String, List<ObjectNode>> found = new LinkedHashMap<>();
      Map<String, String> where = new LinkedHashMap<>(conditions());
      for (Mention mention : MENTIONS) {
        if (mention.told()) {
          where.merge(mention.table(), filled(mention), (one, other) -> one + " or " + other);
        }
      }
      for (String table : tables.columns().keySet()) {
        List<Tables.Column> columns =
            tables.columns().getOrDefault(table, List.of()).stream()
                .filter(column -> !column.name().equals(SECRET))
                .toList();
        String condition = where.get(table);
        if (condition != null) {
          List<ObjectNode> rows =
              handle
                  .createQuery("select * from " + table + " where " + condition + " order by 1")
                  .map((row, context) -> typed(columns, Backup.json(columns, row)))
                  .list();
          if (!rows.isEmpty()) {
            found.put(table, rows);
          }
        }
      }
      return found;
    });
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

  private String filled(Mention mention) {
    return "("
        + filled(mention.condition(), mention.table(), community.value(), listed(members))
        + ")";
  }

  /**
   * Deletes everything, and takes the learner's name out of what belongs to others. Belongs into a
   * transaction; the learner belongs to no group any more. What is derived from what several did is
   * to be derived anew.
   *
   * @return how many rows were deleted
   */
  public int delete() {
    Map<String, String> conditions = conditions();
    for (Mention mention : MENTIONS) {
      execute(
          "update " + mention.table() + " set " + mention.change() + " where " + filled(mention));
    }
    deriveGroupsAnew(conditions);
    int deleted = 0;
    // First what is found by what hangs on members; then each table before those it refers to.
    for (String table : WITHOUT_KEY.keySet()) {
      deleted += delete(table, conditions);
    }
    for (String table : List.copyOf(conditions.keySet()).reversed()) {
      deleted += delete(table, conditions);
    }
    deleteEmptyGroups();
    return deleted;
  }

  /** Of the groups that the learner belonged to, so that they count those who stay. */
  private void deriveGroupsAnew(Map<String, String> conditions) {
    execute(
        "delete from settled_group where (community_id, group_id) in (select community_id, group_id"
            + " from group_membership where "
            + conditions.get("group_membership")
            + ")");
  }

  /** Disbanded, and nobody ever belonged to them but who is gone: they are that one's words. */
  private void deleteEmptyGroups() {
    execute(
        """
        delete from study_group where community_id = %d and disbanded_at is not null and owner_id is null
          and not exists (select 1 from group_membership b
            where b.community_id = study_group.community_id and b.group_id = study_group.group_id)
        """
            .formatted(community.value()));
  }

  private int delete(String table, Map<String, String> conditions) {
    return execute("delete from " + table + " where " + conditions.get(table));
  }

  private int execute(String sql) {
    return database.update(sql).execute();
  }
}
