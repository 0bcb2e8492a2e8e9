package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  private static long members(Database database) {
    return database.<Long>with(
        handle -> handle.createQuery("select count(*) from member").mapTo(Long.class).one());
  }
}
