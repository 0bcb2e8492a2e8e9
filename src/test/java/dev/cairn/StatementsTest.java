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
      // What is seldom changed is remembered where nobody else can change it.
      int seldomChanged = database.isExclusive() ? 0 : 1;
      int whoSpeaks = seldomChanged;
      int journey = seldomChanged;
      int path = seldomChanged;
      int rewards = seldomChanged;
      int milestonePolicy = seldomChanged;

      assertThat(cost(lab, statements, "/done"))
          .satisfies(taken -> assertThat(taken.transactions()).isEqualTo(1))
          .satisfies(
              taken -> assertThat(taken.sql()).as("the first of all").hasSizeBetween(12, 15));

      lab.at("2026-01-06T09:00:00Z");
      lab.facts("asha", "/topic");
      statements.take();
      assertThat(cost(lab, statements, "/done"))
          .satisfies(taken -> assertThat(taken.transactions()).isEqualTo(1))
          .satisfies(taken ->
              assertThat(taken.sql())
                  .as("with a note that how the group stands has changed")
                  .hasSize(10 + whoSpeaks + rewards + milestonePolicy));
      assertThat(cost(lab, statements, "/done note:more").sql()).hasSizeLessThanOrEqualTo(6);
      assertThat(cost(lab, statements, "/topic").sql())
          .hasSize(whoSpeaks + journey + path + REVIEWS_DUE);
      assertThat(cost(lab, statements, "/streak").sql()).hasSize(whoSpeaks + 1 + BADGES);
      assertThat(cost(lab, statements, "/streak why:true").sql()).hasSize(whoSpeaks + 1);
      assertThat(cost(lab, statements, "/wrapped").sql())
          .as("too early: the history and the journey")
          .hasSize(whoSpeaks + 1 + journey);
      int alone = cost(lab, statements, "/leaderboard").sql().size();
      for (String other : List.of("ben", "cleo", "dan")) {
        lab.say(other, "/done");
      }
      // They were new, so who speaks is looked up once more.
      lab.facts("asha", "/topic");
      statements.take();
      assertThat(cost(lab, statements, "/leaderboard").sql())
          .as("all badges by one statement")
          .hasSize(alone)
          .filteredOn(sql -> sql.contains("milestone"))
          .hasSize(BADGES);
      assertThat(cost(lab, statements, "/leaderboard").sql())
          .as("the board is remembered, and not where the member stands on it")
          .hasSize(database.isExclusive() ? 1 : alone);
      cost(lab, statements, "/leaderboard of:groups");
      assertThat(cost(lab, statements, "/leaderboard of:groups").sql())
          .as(
              "their own group by two, whether all is known, how many, a page, and how theirs stands")
          .hasSize(whoSpeaks + 2 + 4);
      lab.at("2026-07-04T09:00:00Z");
      statements.take();
      assertThat(cost(lab, statements, "/wrapped").sql())
          .as("what was reached, what was studied, for how long, and when")
          .hasSize(whoSpeaks + 1 + journey + 4);
    }
  }

  private static Taken cost(TestConversation lab, Statements statements, String line) {
    lab.facts("asha", line);
    return statements.take();
  }
}
