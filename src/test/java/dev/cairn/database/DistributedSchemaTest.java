package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The schema by the rules of Citus: every table is distributed by the community, or is named here
 * with the reason why it is not. See docs/scaling.md.
 */
final class DistributedSchemaTest {
  private static final String COMMUNITY = "community_id";

  /** Small, the same for all communities, and copied to every node. */
  private static final Map<String, String> REFERENCE =
      Map.of(
          "account", "leads from an account to its community, before that is known",
          "community_place", "leads from a place to its community, before that is known",
          "link_code", "is asked for by whoever is in another community",
          "link_wrong_try", "counts what an account tried, wherever",
          "outage", "is a platform's, and covers members of every community",
          "platform_reach", "is a platform's",
          "slack_installation", "is a workspace's, before it is a community");

  /** Not data of communities: kept on one node. */
  private static final Map<String, String> LOCAL =
      Map.of(
          "discord_claim", "is written while a shard changes hands",
          "discord_shard", "is divided by all processes at once, in one transaction",
          "flyway_schema_history", "is Flyway's",
          "process", "says which processes are there",
          "scheduled_tasks", "is db-scheduler's queue, locked by due time across communities");

  /** The foreign keys that have to go before the tables are distributed. */
  private static final Set<String> TO_DROP =
      Set.of("account -> member", "community_place -> community");

  private static Database database;

  @BeforeAll
  static void open() {
    database = DatabaseUnderTest.POSTGRESQL.open();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Set<String> distributed() {
    Set<String> tables =
        new TreeSet<>(
            database
                .query(
                    """
                    select table_name from information_schema.tables
                    where table_schema = 'public' and table_type = 'BASE TABLE'
                    """)
                .list(String.class));
    assertThat(tables).containsAll(REFERENCE.keySet()).containsAll(LOCAL.keySet());
    tables.removeAll(REFERENCE.keySet());
    tables.removeAll(LOCAL.keySet());
    return tables;
  }

  @Test
  void everyOtherTableHasTheCommunityThatItIsDistributedBy() {
    Set<String> withCommunity =
        new TreeSet<>(
            database
                .query(
                    """
                    select table_name from information_schema.columns
                    where table_schema = 'public' and column_name = 'community_id'
                      and data_type = 'bigint' and is_nullable = 'NO'
                    """)
                .list(String.class));
    assertThat(withCommunity).containsAll(distributed());
  }

  @Test
  void whateverIsUniqueIsSoWithinACommunity() {
    Map<String, Set<String>> unique = new TreeMap<>();
    database
        .query(
            """
            select t.relname as in_table, i.relname as index_name, a.attname as column_name
            from pg_index x
            join pg_class t on t.oid = x.indrelid
            join pg_class i on i.oid = x.indexrelid
            join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
            join pg_attribute a on a.attrelid = t.oid and a.attnum = any(x.indkey)
            where x.indisunique
            """)
        .list(row ->
            unique
                .computeIfAbsent(
                    row.text("in_table") + " by " + row.text("index_name"), key -> new TreeSet<>())
                .add(row.text("column_name")));
    Set<String> tables = distributed();
    Set<String> keyed = new TreeSet<>();
    unique.forEach((name, columns) -> {
      String table = name.substring(0, name.indexOf(" by "));
      if (tables.contains(table)) {
        assertThat(columns).as(name).contains(COMMUNITY);
        keyed.add(table);
      }
    });
    assertThat(keyed).as("tables with a key").containsExactlyElementsOf(tables);
  }

  @Test
  void foreignKeysStayWithinACommunityOrLeadToAReferenceTable() {
    Map<String, Set<String>> keys = new LinkedHashMap<>();
    database
        .query(
            """
            select c.conname as key_name, s.relname as from_table, t.relname as to_table,
              a.attname as from_column, b.attname as to_column
            from pg_constraint c
            join pg_class s on s.oid = c.conrelid
            join pg_class t on t.oid = c.confrelid
            join unnest(c.conkey, c.confkey) as k (of_from, of_to) on true
            join pg_attribute a on a.attrelid = s.oid and a.attnum = k.of_from
            join pg_attribute b on b.attrelid = t.oid and b.attnum = k.of_to
            where c.contype = 'f' and c.connamespace = cast('public' as regnamespace)
            """)
        .list(row ->
            keys.computeIfAbsent(
                    row.text("from_table") + " -> " + row.text("to_table"), key -> new TreeSet<>())
                .add(row.text("from_column") + "=" + row.text("to_column")));
    assertThat(keys).isNotEmpty();
    Set<String> tables = distributed();
    Set<String> broken = new TreeSet<>();
    keys.forEach((key, columns) -> {
      List<String> ends = List.of(key.split(" -> ", -1));
      boolean together = tables.containsAll(ends) && columns.contains(COMMUNITY + "=" + COMMUNITY);
      boolean outwards = tables.contains(ends.getFirst()) && REFERENCE.containsKey(ends.getLast());
      boolean outside = REFERENCE.keySet().containsAll(ends) || LOCAL.keySet().containsAll(ends);
      if (!together && !outwards && !outside) {
        broken.add(key);
      }
    });
    assertThat(broken).isEqualTo(new TreeSet<>(TO_DROP));
  }
}
