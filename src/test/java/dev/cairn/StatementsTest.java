package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.Statements;
import dev.cairn.database.Statements.Taken;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the daily commands cost: every statement more is a choice that somebody makes here. */
final class StatementsTest {
  private static final int WHO_SPEAKS = 1;
  private static final int JOURNEY = 1;
  private static final int PATH = 1;
  private static final int REVIEWS_DUE = 1;

  /** What the member has reached. */
  private static final int BADGES = 1;

  @ParameterizedTest
  @EnumSource
  void theDailyCommandsTakeFewStatements(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-05T09:00:00Z");
      lab.facts("asha", "/group create name:Owls");
      Statements statements = Statements.of(database);

      assertThat(cost(lab, statements, "/done"))
          .satisfies(taken -> assertThat(taken.transactions()).isEqualTo(1))
          .satisfies(
              taken -> assertThat(taken.sql()).as("the first of all").hasSizeBetween(12, 14));

      lab.at("2026-01-06T09:00:00Z");
      statements.take();
      assertThat(cost(lab, statements, "/done"))
          .satisfies(taken -> assertThat(taken.transactions()).isEqualTo(1))
          .satisfies(taken -> assertThat(taken.sql()).hasSize(12));
      assertThat(cost(lab, statements, "/done note:more").sql()).hasSizeLessThanOrEqualTo(6);
      assertThat(cost(lab, statements, "/topic").sql())
          .hasSize(WHO_SPEAKS + JOURNEY + PATH + REVIEWS_DUE);
      assertThat(cost(lab, statements, "/streak").sql()).hasSize(WHO_SPEAKS + 1 + BADGES);
      assertThat(cost(lab, statements, "/streak why:true").sql()).hasSize(WHO_SPEAKS + 1);
      assertThat(cost(lab, statements, "/wrapped").sql())
          .as("too early: the history and the journey")
          .hasSize(WHO_SPEAKS + 1 + JOURNEY);
      int alone = cost(lab, statements, "/leaderboard").sql().size();
      for (String other : List.of("ben", "cleo", "dan")) {
        lab.say(other, "/done");
      }
      statements.take();
      assertThat(cost(lab, statements, "/leaderboard").sql())
          .as("all badges by one statement")
          .hasSize(alone)
          .filteredOn(sql -> sql.contains("milestone"))
          .hasSize(BADGES);
      lab.at("2026-07-04T09:00:00Z");
      statements.take();
      assertThat(cost(lab, statements, "/wrapped").sql())
          .as("what was reached, what was studied, for how long, and when")
          .hasSize(WHO_SPEAKS + 1 + JOURNEY + 4);
    }
  }

  private static Taken cost(TestConversation lab, Statements statements, String line) {
    lab.facts("asha", line);
    return statements.take();
  }
}
