package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everything about a member is found, and can be deleted: every table that the schema names is
 * filled with rows that name the member in each way there is.
 */
final class MemberRecordsTest {
  private static final long COMMUNITY = 1;
  private static final long ASHA = 900_001;
  private static final long BO = 900_002;

  /** Who was absorbed by Asha. */
  private static final long ASHA_BEFORE = 900_003;

  private static final String USER = "U-asha";

  /** Large numbers that are no member's. */
  private static final Set<String> NUMBERS =
      Set.of(
          "announced_with", "group_id", "link_id", "message_id", "round_id", "version", "undoes");

  private static final Pattern NAMES_SOMEBODY =
      Pattern.compile(".*(member|user|owner|whose|about|name|_by).*");

  /** Columns of those names that name a place, a community, a group or us, or that count. */
  private static final Set<String> NAME_NOBODY =
      Set.of(
          "community.name",
          "daily.channel_name",
          "daily.ping_name",
          "daily.tag_name",
          "group_standing.sort_name",
          "milestone_policy.member_posts",
          "milestone_policy.member_streak",
          "race.name",
          "race.role_name",
          "race_row.name",
          "reward.role_name",
          "standing_tally.members");

  /** Tables that do not grow with a community: a row for each workspace, the newest messages. */
  private static final Set<String> SMALL = Set.of("playground_message", "slack_installation");

  /** Where a plan looks for rows, and by what: a comment of H2's, a line or two of PostgreSQL's. */
  private static final Pattern LOOK =
      Pattern.compile(
          "(?s)/\\*.*?\\*/|(Seq|Index|Index Only|Bitmap Index) Scan [^\n]*(\n *Index Cond: [^\n]*)?");

  private static final Pattern MORE_THAN_A_COMMUNITY =
      Pattern.compile("(?s)(: |Cond: ).*\\b(?!community_id)[a-z_]+\\)?(::text)? (=|>=|IS) ");

  private int counter;

  @ParameterizedTest
  @EnumSource
  void ofEveryTableItIsDecidedWhetherItIsAboutMembers(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      assertThat(MemberRecords.undecided(database.read(Tables::of))).isEmpty();
      database.update("create table planted (community_id bigint primary key)").execute();
      assertThat(MemberRecords.undecided(database.read(Tables::of))).containsExactly("planted");
      database
          .update(
              "create table planted_of_member (community_id bigint, member_id bigint, foreign key"
                  + " (community_id, member_id) references member)")
          .execute();
      assertThat(MemberRecords.undecided(database.read(Tables::of)))
          .as("what hangs on a member is found by itself")
          .containsExactly("planted");
    }
  }

  @Test
  void whatIsSaidToBeAboutNobodyNamesNobody() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      Tables tables = database.read(Tables::of);
      Set<String> suspicious = new TreeSet<>();
      tables
          .columns()
          .forEach((table, columns) -> {
            if (!MemberRecords.concerned(tables).contains(table)) {
              columns.stream()
                  .map(Tables.Column::name)
                  .filter(name -> NAMES_SOMEBODY.matcher(name).matches())
                  .map(name -> table + "." + name)
                  .forEach(suspicious::add);
            }
          });
      suspicious.removeAll(NAME_NOBODY);
      assertThat(suspicious).isEmpty();
    }
  }

  @Test
  void theDocumentForMembersNamesEveryTableThatSaysSomethingOfThem() throws IOException {
    String document = Files.readString(Path.of("docs/privacy.md"));
    try (Database database = DatabaseUnderTest.H2.open()) {
      assertThat(MemberRecords.concerned(database.read(Tables::of)))
          .isNotEmpty()
          .allSatisfy(table -> assertThat(document).contains("`" + table + "`"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingOfAMemberIsLeftInAnyTable(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Tables tables = database.read(Tables::of);
      fill(database, tables);
      MemberRecords records =
          new MemberRecords(database, new CommunityId(COMMUNITY), new MemberId(ASHA));
      Map<String, List<ObjectNode>> found = records.read();
      assertThat(found.keySet())
          .as("what is exported")
          .containsAll(MemberRecords.concerned(tables));
      assertThat(found.get("slack_installation"))
          .as("the key to a workspace is nobody's")
          .isNotEmpty()
          .noneMatch(row -> row.has("encrypted_token"));
      Set<String> ofBo = tablesWith(database, tables, BO);

      assertThat(records.delete()).isPositive();

      assertThat(Traces.of(database, String.valueOf(ASHA))).isEmpty();
      assertThat(Traces.of(database, String.valueOf(ASHA_BEFORE))).isEmpty();
      assertThat(Traces.of(database, USER)).isEmpty();
      ofBo.removeAll(Set.of("member_link", "post_before_link"));
      assertThat(tablesWith(database, tables, BO))
          .as("what is about somebody else stays")
          .containsAll(ofBo);
      assertThat(records.read()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noTableThatGrowsWithACommunityIsGoneThrough(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Tables tables = database.read(Tables::of);
      fill(database, tables);
      if (under == DatabaseUnderTest.POSTGRESQL) {
        crowd(database, tables);
      }
      Statements statements = Statements.of(database);
      MemberRecords records =
          new MemberRecords(database, new CommunityId(COMMUNITY), new MemberId(ASHA));

      records.read();
      records.delete();

      List<String> plans =
          statements.take().sql().stream().distinct().map(sql -> plan(database, sql)).toList();
      assertThat(plans).hasSizeGreaterThan(100);
      assertThat(plans).filteredOn(plan -> !isByIndex(plan)).isEmpty();
    }
  }

  /** PostgreSQL chooses an index by what there is: rows of one community that others have. */
  private static void crowd(Database database, Tables tables) {
    database.transaction(() -> {
      database.update("set local session_replication_role = replica").execute();
      Set<String> crowded = MemberRecords.concerned(tables);
      crowded.addAll(List.of("held_group", "settled_group"));
      for (String table : crowded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Tables.Column column : tables.columns().getOrDefault(table, List.of())) {
          if (!column.generated()) {
            values.put(column.name(), ofOthers(column));
          }
        }
        database
            .update(
                "insert into %s (%s) select %s from generate_series(1, 2000) as g"
                    .formatted(
                        table,
                        String.join(", ", values.keySet()),
                        String.join(", ", values.values())))
            .execute();
      }
    });
    database.update("analyze").execute();
  }

  private static String ofOthers(Tables.Column column) {
    return switch (column.type()) {
      case Types.BIGINT -> column.name().equals("community_id") ? "1" : "1000000 + g";
      case Types.INTEGER, Types.SMALLINT -> "g";
      case Types.DOUBLE -> "0.5";
      case Types.BOOLEAN, Types.BIT -> "false";
      case Types.DATE -> "date '2026-01-01' + g";
      case Types.TIME -> "time '12:00:00'";
      case Types.TIMESTAMP_WITH_TIMEZONE -> "now() + g * interval '1' day";
      case Types.BINARY, Types.VARBINARY -> "null";
      default -> "cast(g as varchar)";
    };
  }

  /** How a database would find the rows of a statement. */
  private static String plan(Database database, String sql) {
    String valued =
        sql.replaceAll(":(platform|place|user|before\\w+|after\\w+)\\b", "'$1'")
            .replaceAll(":[a-z_]+\\b", "1");
    return valued
        + "\n"
        + database.read(handle ->
            String.join("\n", handle.createQuery("explain " + valued).mapTo(String.class).list()));
  }

  /** Whether each index that is used is asked for more than the community, and all are used. */
  private static boolean isByIndex(String plan) {
    return SMALL.stream().anyMatch(plan::contains)
        || LOOK.matcher(plan)
            .results()
            .allMatch(look -> MORE_THAN_A_COMMUNITY.matcher(look.group()).find());
  }

  @Test
  void whatRefersToWhatIsDeletedIsFoundByAnIndex() {
    try (Database database = DatabaseUnderTest.POSTGRESQL.open()) {
      Tables tables = database.read(Tables::of);
      Set<String> concerned = MemberRecords.concerned(tables);
      Set<String> withoutIndex = new TreeSet<>();
      tables
          .references()
          .forEach((table, references) ->
              references.stream()
                  .filter(reference -> concerned.contains(reference.table()))
                  .map(Tables.Reference::columns)
                  .filter(columns -> !isIndexed(database, table, columns.keySet()))
                  .forEach(columns -> withoutIndex.add(table + " " + columns.keySet())));
      assertThat(withoutIndex).isEmpty();
    }
  }

  private static boolean isIndexed(Database database, String table, Set<String> columns) {
    return database.read(handle -> {
      Map<String, List<String>> indexes = new LinkedHashMap<>();
      try (ResultSet row =
          handle.getConnection().getMetaData().getIndexInfo(null, null, table, false, true)) {
        while (row.next()) {
          indexes
              .computeIfAbsent(row.getString("INDEX_NAME"), name -> new ArrayList<>())
              .add(row.getString("COLUMN_NAME"));
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return indexes.values().stream()
          .anyMatch(of ->
              of.size() >= columns.size()
                  && columns.equals(Set.copyOf(of.subList(0, columns.size()))));
    });
  }

  private static Set<String> tablesWith(Database database, Tables tables, long member) {
    Set<String> found = new TreeSet<>();
    for (String trace : Traces.of(database, String.valueOf(member))) {
      found.add(trace.substring(0, trace.indexOf('.')));
    }
    found.retainAll(tables.columns().keySet());
    return found;
  }

  private void fill(Database database, Tables tables) {
    database.transaction(() -> {
      database
          .update("insert into community (community_id, name, met_at) values (1, 'lab', now())")
          .execute();
      for (long member : List.of(ASHA, BO, ASHA_BEFORE)) {
        database
            .update(
                "insert into member (community_id, member_id, name, met_at) values (1, :member,"
                    + " :name, now())")
            .bind("member", member)
            .bind("name", "member " + member)
            .execute();
      }
      account(database, ASHA, USER);
      account(database, BO, "U-bo");
      tables.columns().keySet().stream()
          .filter(table -> !Set.of("community", "member", "account").contains(table))
          .forEach(table -> fill(database, tables, table));
    });
  }

  private static void account(Database database, long member, String user) {
    database
        .update(
            "insert into account (platform, external_community_id, external_user_id, community_id,"
                + " member_id) values ('slack', 'lab', :user, 1, :member)")
        .bind("user", user)
        .bind("member", member)
        .execute();
  }

  /** A row for each column that can name somebody: Asha in that one, another in the others. */
  private void fill(Database database, Tables tables, String table) {
    List<Tables.Column> columns = tables.columns().getOrDefault(table, List.of());
    List<String> naming = new ArrayList<>();
    for (Tables.Column column : columns) {
      boolean large =
          column.type() == Types.BIGINT
              && !column.generated()
              && !column.name().equals("community_id")
              && !NUMBERS.contains(column.name());
      if (MemberRecords.concerned(tables).contains(table)
          && (large || isUser(column))
          && !(table.equals("member_link_account") && isUser(column))) {
        naming.add(column.name());
      }
    }
    insert(database, tables, table, columns, "");
    for (String column : naming) {
      insert(database, tables, table, columns, column);
    }
    if (MemberRecords.concerned(tables).contains(table)) {
      insert(database, tables, table, columns, "what it hangs on");
    }
    if (table.equals("scheduled_tasks")) {
      planned(database, "reminder", "1." + ASHA + " local/lab@");
      planned(database, "direct", "1." + ASHA + " local/lab@");
      planned(database, "feed", "1." + ASHA + "@");
      planned(database, "feed", "1." + BO + "@");
    }
  }

  private static void planned(Database database, String kind, String subject) {
    database
        .update(
            "insert into scheduled_tasks (task_name, task_instance, community_id, execution_time,"
                + " picked, version) values (:kind, :name, 1, now(), false, 1)")
        .bind("kind", kind)
        .bind("name", subject + "2026-01-01T00:00:00Z")
        .execute();
  }

  private static boolean isUser(Tables.Column column) {
    return column.name().equals("external_user_id") || column.name().equals("installed_by");
  }

  private void insert(
      Database database, Tables tables, String table, List<Tables.Column> columns, String naming) {
    boolean link = table.equals("member_link") || table.equals("post_before_link");
    long other = link && !naming.isEmpty() ? ASHA_BEFORE : BO;
    Map<String, String> values = new LinkedHashMap<>();
    for (Tables.Column column : columns) {
      if (!column.generated()) {
        values.put(
            column.name(), value(column, column.name().equals(naming), other, !naming.isEmpty()));
      }
    }
    for (Tables.Reference reference : tables.references().getOrDefault(table, List.of())) {
      if (!reference.table().equals("member") && !reference.table().equals("community")) {
        reference
            .columns()
            .forEach((column, key) -> {
              if (!key.equals("community_id") && !key.equals("member_id")) {
                // The newest is the one that names Asha.
                values.put(
                    column,
                    "(select %s from (select %s(%s) as %s from %s) t)"
                        .formatted(
                            key, naming.isEmpty() ? "min" : "max", key, key, reference.table()));
              }
            });
      }
    }
    database
        .update(
            "insert into %s (%s) values (%s) on conflict do nothing"
                .formatted(
                    table, String.join(", ", values.keySet()), String.join(", ", values.values())))
        .execute();
  }

  private String value(Tables.Column column, boolean named, long other, boolean last) {
    counter++;
    if (column.name().equals("community_id")) {
      return String.valueOf(COMMUNITY);
    }
    if (isUser(column)) {
      return named ? "'" + USER + "'" : "'U-bo'";
    }
    return switch (column.type()) {
      case Types.BIGINT ->
          NUMBERS.contains(column.name())
              ? String.valueOf(counter)
              : String.valueOf(named ? ASHA : other);
      case Types.INTEGER, Types.SMALLINT -> String.valueOf(counter);
      case Types.DOUBLE -> "0.5";
      case Types.BOOLEAN, Types.BIT -> "false";
      case Types.DATE -> "date '2026-01-01' + interval '%d' day".formatted(counter);
      case Types.TIME -> "time '12:00:00'";
      case Types.TIMESTAMP_WITH_TIMEZONE ->
          "timestamp with time zone '2026-01-01 00:00:00+00' + interval '%d' day"
              .formatted(counter);
      case Types.BINARY, Types.VARBINARY -> "null";
      default ->
          switch (column.name()) {
            case "platform" -> "'slack'";
            case "external_community_id", "team" -> "'lab'";
            default -> "'" + counter + (last ? "z" : "a") + "'";
          };
    };
  }
}
