package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cairn.TestConversation;
import dev.cairn.config.DatabaseSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
}
