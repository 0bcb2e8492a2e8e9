package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import dev.cairn.CairnApp;
import dev.cairn.TestCairn;
import dev.cairn.TestConversation;
import dev.cairn.config.DatabaseSettings;
import dev.cairn.connection.Connections;
import dev.cairn.database.pool.FairPool;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a transaction promises, on both databases. */
class DatabaseTest {
  private static List<Long> lock(Database database) {
    return database.query("select member_id from member for update").list(Long.class);
  }

  @ParameterizedTest
  @EnumSource
  void whatFailsLeavesNothingBehind(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      long before = members(database);
      assertThatThrownBy(() ->
              database.transaction(() -> {
                people.here("asha");
                throw new IllegalStateException("too late");
              }))
          .hasMessage("too late");
      assertThat(members(database)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTransactionInsideAnotherIsPartOfIt(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      long before = members(database);
      database.transaction(() -> {
        people.here("asha");
        assertThat(database.<Long>reading(() -> members(database))).isEqualTo(before + 1);
      });
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotSyncedIsCommittedAllTheSame(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      long before = members(database);
      database.unsynced(() -> people.here("asha"));
      assertThat(members(database)).isEqualTo(before + 1);
      assertThatThrownBy(
              () -> database.transaction(() -> database.unsynced(() -> people.here("bela"))))
          .isInstanceOf(IllegalStateException.class);
      assertThat(members(database)).isEqualTo(before + 1);
    }
  }

  @Test
  void postgresSyncsEverythingElse() {
    DatabaseSettings settings = DatabaseUnderTest.POSTGRESQL.settings();
    // As it is where nothing else was set: the server of the tests does not sync.
    String url = settings.url() + "&options=-c%20synchronous_commit=on";
    try (Database database = Database.open(new DatabaseSettings(url, "", ""))) {
      assertThat(database.unsynced(() -> syncs(database))).isEqualTo("off");
      assertThat(database.transaction(() -> syncs(database))).isEqualTo("on");
    }
  }

  private static String syncs(Database database) {
    return database.query("select current_setting('synchronous_commit')").one(String.class);
  }

  @Test
  void onlyAFileOfH2NeedsSomebodyToCompactIt(@TempDir Path folder) {
    try (Database file =
        Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("cairn"), "", ""))) {
      assertThat(file.needsCompaction()).isTrue();
      assertThat(file.compact()).as("a small one is left as it is").isFalse();
    }
    try (Database memory = Database.open(DatabaseSettings.inMemory("compaction"))) {
      assertThat(memory.needsCompaction()).isFalse();
      assertThat(memory.compact()).isFalse();
    }
    try (Database postgres = DatabaseUnderTest.POSTGRESQL.open()) {
      assertThat(postgres.needsCompaction()).isFalse();
      assertThat(postgres.compact()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoReadsCannotBeginToWrite(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      assertThatThrownBy(
              () -> database.reading(() -> database.transaction(() -> people.here("asha"))))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  /** H2 would keep it, and a backup of it could not be restored into PostgreSQL. */
  @ParameterizedTest
  @EnumSource
  void theCharacterNulIsLeftOut(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-01T09:00:00Z");
      assertThat(lab.facts("as\0ha", "/done note:\"one\0two\"")).containsEntry("streak", 1);
      assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 1);
      assertThat(database.query("select note from check_in_entry").one(String.class))
          .isEqualTo("onetwo");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoReadsCanNeitherLockNorChangeAnything(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      assertThatThrownBy(() -> database.reading(() -> lock(database)))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(
              () -> database.reading(() -> database.update("delete from member").execute()))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLockOutsideATransactionIsAnError(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      assertThatThrownBy(() -> lock(database)).isInstanceOf(IllegalStateException.class);
      assertThat(database.transaction(() -> lock(database))).isEmpty();
    }
  }

  /** Where one connection writes, whoever only asks does not wait for it. */
  @Test
  void aQuestionDoesNotWaitForWhoeverWrites(@TempDir Path folder) {
    try (Database database =
        Database.open(new DatabaseSettings("jdbc:h2:" + folder.resolve("one"), "", ""))) {
      long before = members(database);
      People people = new People(database);
      database.transaction(() -> {
        people.here("asha");
        assertThat(CompletableFuture.supplyAsync(() -> members(database)))
            .succeedsWithin(Duration.ofSeconds(30))
            .isEqualTo(before);
      });
      assertThat(members(database)).isGreaterThan(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangeOutsideATransactionIsATransactionOfItsOwn(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Statements statements = Statements.of(database);
      database
          .upsert(
              "insert into platform_reach (platform, reached_at) values ('local', :at)",
              "update platform_reach set reached_at = :at where platform = 'local'")
          .bind("at", People.MET)
          .execute();
      assertThat(statements.take())
          .satisfies(taken -> assertThat(taken.sql()).hasSize(2))
          .satisfies(taken -> assertThat(taken.transactions()).isEqualTo(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void momentsAreCutOffAtTheMicrosecond(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      database
          .update("insert into platform_reach (platform, reached_at) values ('local', :at)")
          .bind("at", People.MET.plusNanos(1_999))
          .execute();
      assertThat(database.query("select reached_at from platform_reach").one(Instant.class))
          .isEqualTo(People.MET.plusNanos(1_000));
    }
  }

  /** Each of them has its own rows, although a statement is prepared once and kept. */
  @ParameterizedTest
  @EnumSource
  void aQuestionMayBeAskedAgainWhileItsRowsAreRead(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      List<List<Integer>> read =
          database.reading(() ->
              numbers(database)
                  .list(row -> {
                    int outer = row.number("number");
                    return numbers(database).list(inner -> outer * inner.number("number"));
                  }));
      assertThat(read).containsExactly(List.of(4, 6), List.of(6, 9));
      assertThat(database.<List<Integer>>reading(() -> numbers(database).list(Integer.class)))
          .containsExactly(2, 3);
    }
  }

  private static Query numbers(Database database) {
    return database
        .query("select n.number from unnest(:numbers) as n(number) order by n.number")
        .bindArray("numbers", Integer.class, List.of(3, 2));
  }

  @ParameterizedTest
  @EnumSource
  void aStatementThatFailedCanBeRunAgain(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      for (String divisor : List.of("2", "0", "4", "0")) {
        Query query =
            database
                .query("select 8 / cast(:divisor as int)")
                .bind("divisor", Integer.valueOf(divisor));
        if (divisor.equals("0")) {
          assertThatThrownBy(() -> query.one(Integer.class)).hasMessageContaining("8 / cast");
        } else {
          assertThat(query.one(Integer.class)).isEqualTo(8 / Integer.parseInt(divisor));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNameWithoutAValueIsAnError(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      assertThatThrownBy(() -> database.query("select :one").bind("two", 2).one(Integer.class))
          .hasMessageContaining("one");
    }
  }

  /** It is not in memory, so a long replay fits in a small heap; nobody has to clean up. */
  @Test
  void ofATemporaryFileNothingIsLeftWhileItIsOpen() {
    String name = "cairn-test-" + UUID.randomUUID();
    DatabaseSettings settings = DatabaseSettings.temporary(name);
    try (Database database = Database.open(settings)) {
      TestConversation lab = new TestConversation(database).at("2026-01-01T09:00:00Z");
      assertThat(lab.facts("asha", "/done")).containsEntry("streak", 1);
      assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 1);
      assertThat(Path.of(System.getProperty("java.io.tmpdir")).toFile().list())
          .noneMatch(file -> file.startsWith(name));
    }
    try (Database database = Database.open(settings)) {
      assertThat(members(database)).isZero();
    }
  }

  /** It lasts as long as anything has it open, and no longer. */
  @Test
  void whatIsOnlyInMemoryEndsWithTheLastWhoHasItOpen() {
    DatabaseSettings settings = DatabaseUnderTest.H2.settings();
    try (Database database = Database.open(settings)) {
      new People(database).here("asha");
      assertThat(members(database)).isOne();
      try (Database other = Database.open(settings)) {
        assertThat(members(other)).isOne();
      }
      assertThat(members(database)).isOne();
    }
    try (Database database = Database.open(settings)) {
      assertThat(members(database)).isZero();
    }
  }

  @Test
  void aMigrationMayTakeLongerThanAnythingElse() {
    List<FairPool> pools = new ArrayList<>();
    try (Database database =
        Database.open(
            DatabaseUnderTest.POSTGRESQL.settings(),
            (config, availability) -> {
              FairPool pool = new FairPool(config, availability);
              pools.add(pool);
              return pool;
            })) {
      assertThat(members(database)).isZero();
      assertThat(pools)
          .extracting(
              pool -> pool.getDataSourceProperties().getProperty("socketTimeout"),
              FairPool::isClosed)
          .containsExactly(tuple("60", false), tuple(null, true));
    }
  }

  private static long members(Database database) {
    return database.query("select count(*) from member").one(Long.class);
  }

  @Test
  void cairnTellsItsCommandsWithoutConnecting() {
    try (Database database = Database.unopened()) {
      CairnApp cairn = TestCairn.of(database, InstantSource.system(), new Connections());
      assertThat(cairn.dialogue().registry().specs()).hasSizeGreaterThan(30);
      HikariDataSource pool = (HikariDataSource) database.dataSource();
      assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isZero();
    }
  }
}
