package dev.cairn.feature.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.Turn;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DiscussionsTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @BeforeEach
  void dailyPost() {
    lab.at("2026-01-05T06:00:00Z");
    lab.moderate("mo", "/journey start date:2026-01-05");
    lab.moderate("mo", "/daily set channel:#daily hour:08:00");
    lab.at("2026-01-05T09:00:00Z");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static @Nullable Problem problem(Turn turn) {
    return ((Reply.Notice) turn.reply()).problem();
  }

  private String week() {
    lab.say("asha", "/done");
    lab.at("2026-01-12T09:00:00Z");
    return lab.posts().stream()
        .filter(post -> post.kind().equals("weekly"))
        .reduce((first, last) -> last)
        .orElseThrow()
        .text();
  }

  @Test
  void anAnswerIsGivenByTheFormReplacedAndReadByWhoeverWantsTo() {
    assertThat(lab.posts().getFirst().message().card().controls().toString())
        .contains("Answer the question", "discussion answer date:2026-01-05", "Answers");
    Turn kept =
        lab.submit(
            "asha",
            "discussion answer date:2026-01-05",
            Map.of("text", "On the <way>, @everyone.", "quote", "no"));
    assertThat(kept.audience()).isEqualTo(Audience.CALLER);
    lab.say("bo", "/discussion answer 2026-01-05 \"Next to the warehouse.\"");
    lab.say("asha", "/discussion answer 2026-01-05 \"Nowhere at all.\"");

    Turn shown = lab.say("cy", "/discussion show 2026-01-05");
    assertThat(shown.audience()).isEqualTo(Audience.CALLER);
    assertThat(shown.text())
        .contains(TestConversation.CATALOG.day(1).orElseThrow().discuss())
        .contains("asha: Nowhere at all.", "bo: Next to the warehouse.")
        .doesNotContain("everyone");
    lab.say("asha", "/discussion remove 2026-01-05");
    assertThat(lab.text("cy", "/discussion show 2026-01-05")).doesNotContain("Nowhere");
    assertThat(problem(lab.say("asha", "/discussion remove 2026-01-05")))
        .isEqualTo(Problem.NOT_FOUND);
  }

  @Test
  void theWeeklyWordQuotesTheFirstThreeMembersWhoAgreed() {
    lab.say("asha", "/discussion answer 2026-01-05 \"Asha one\" quote:yes");
    lab.say("bo", "/discussion answer 2026-01-05 \"Bo one\" quote:no");
    lab.at("2026-01-06T09:00:00Z")
        .say("asha", "/discussion answer 2026-01-06 \"Asha two\" quote:yes");
    lab.say("cy", "/discussion answer 2026-01-06 \"Cy\" quote:yes");
    lab.say("dara", "/discussion answer 2026-01-06 \"Dara\" quote:yes");
    lab.say("emil", "/discussion answer 2026-01-06 \"Emil\" quote:yes");
    lab.moderate("mo", "/discussion strike @cy 2026-01-06 reason:\"an insult\"");
    assertThat(week())
        .contains("What members said", "“Asha one” asha", "“Dara” dara", "“Emil” emil")
        .doesNotContain("Bo one", "Asha two", "Cy");
  }

  @Test
  void whoHasEverythingDeletedIsNotQuoted() {
    lab.say("bo", "/discussion answer 2026-01-05 \"Bo one\" quote:yes");
    lab.press("bo", "mydata delete sure:true");
    assertThat(week()).doesNotContain("Bo one", "What members said");
  }

  @Test
  void whatAModeratorTookDownIsNotShownAndNotReplacedUntilItIsPutBack() {
    lab.say("bo", "/discussion answer 2026-01-05 \"Rude\" quote:yes");
    lab.moderate("mo", "/discussion strike @bo 2026-01-05 reason:\"an insult\"");
    assertThat(lab.text("cy", "/discussion show 2026-01-05")).contains("Nobody has answered yet.");
    assertThat(problem(lab.say("bo", "/discussion answer 2026-01-05 \"Ruder\"")))
        .isEqualTo(Problem.CONFLICT);
    assertThat(problem(lab.say("bo", "/discussion remove 2026-01-05")))
        .isEqualTo(Problem.NOT_FOUND);
    assertThat(problem(lab.moderate("mo", "/discussion strike @bo 2026-01-05 reason:again")))
        .isEqualTo(Problem.NOT_FOUND);
    lab.moderate("mo", "/discussion strike @bo 2026-01-05 reason:\"my mistake\" undo:yes");
    assertThat(lab.text("cy", "/discussion show 2026-01-05")).contains("bo: Rude");
    assertThat(lab.moderate("mo", "/audit").text())
        .contains("took down the answer of bo", "put back the answer of bo", "my mistake");
  }

  @Test
  void onlyQuestionsOfTheLastDaysAreAnswered() {
    for (String date : new String[] {"2026-01-04", "2026-01-07", "2025-12-01"}) {
      assertThat(problem(lab.say("bo", "/discussion answer " + date + " \"Late\"")))
          .as(date)
          .isEqualTo(Problem.CONFLICT);
    }
    lab.at("2026-01-20T09:00:00Z");
    assertThat(problem(lab.say("bo", "/discussion answer 2026-01-05 \"Late\"")))
        .isEqualTo(Problem.CONFLICT);
    assertThat(lab.facts("bo", "/discussion answer 2026-01-06 \"In time\""))
        .containsEntry("text", "In time");
  }
}
