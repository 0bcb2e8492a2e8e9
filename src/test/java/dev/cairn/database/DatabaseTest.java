package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.TestConversation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a transaction promises, on both databases. */
class DatabaseTest {

  @ParameterizedTest
  @EnumSource
  void whatFailsLeavesNothingBehind(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      long before = members(database);
      assertThatThrownBy(
              () ->
                  database.write(
                      () -> {
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
      database.write(
          () -> {
            people.here("asha");
            assertThat(database.<Long>read(() -> members(database))).isEqualTo(before + 1);
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoReadsCannotBeginToWrite(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      assertThatThrownBy(() -> database.read(() -> database.write(() -> people.here("asha"))))
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
      assertThat(
              database.<String>with(
                  handle ->
                      handle
                          .createQuery("select note from check_in_entry")
                          .mapTo(String.class)
                          .one()))
          .isEqualTo("onetwo");
    }
  }

  private static long members(Database database) {
    return database.<Long>with(
        handle -> handle.createQuery("select count(*) from member").mapTo(Long.class).one());
  }
}
