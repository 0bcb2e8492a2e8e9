package dev.cairn.feature.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SuggestionsTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @BeforeEach
  void dailyPost() {
    lab.at("2026-01-05T06:00:00Z");
    lab.moderate("mo", "/journey start date:2026-01-05");
    lab.moderate("mo", "/daily set channel:#daily hour:08:00");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private List<String> posts(String kind) {
    return lab.posts().stream()
        .filter(post -> post.kind().equals(kind))
        .map(TestConversation.Posted::text)
        .toList();
  }

  @Test
  void takenQuestionsAreAskedByTheNextPostsInTheOrderInWhichTheyWereTaken() {
    lab.say("asha", "/suggest question:\"Why *bother* @everyone?\" named:yes");
    lab.say("bo", "/suggest question:\"Who pays for it?\"");
    lab.say("bo", "/suggest question:\"Is it <b>fun</b>?\"");
    Turn list = lab.moderate("mo", "/suggestion list");
    assertThat(list.audience()).isEqualTo(Audience.CALLER);
    assertThat(list.text()).contains("3 questions waiting.", "who may be named", "not to be named");
    lab.moderatorPresses("mo", "suggestion take id:2");
    lab.at("2026-01-05T06:00:01Z");
    lab.moderatorPresses("mo", "suggestion take id:1");
    assertThat(lab.moderatorPresses("mo", "suggestion leave id:3").text())
        .contains("No question is waiting.");
    assertThat(lab.moderate("mo", "/daily preview").text()).contains("Who pays for it?");

    lab.at("2026-01-07T09:00:00Z");
    assertThat(posts("daily")).hasSize(3);
    assertThat(posts("daily").get(0)).contains("Who pays for it?").doesNotContain("Asked by");
    assertThat(posts("daily").get(1)).contains("Why *bother* @everyone? Asked by asha.");
    assertThat(posts("daily").get(2))
        .doesNotContain("fun")
        .contains(TestConversation.CATALOG.day(3).orElseThrow().discuss());
  }

  @Test
  void aPostThatIsWrittenAnewAsksTheSame() {
    lab.say("asha", "/suggest question:\"Who pays for it?\"");
    lab.moderate("mo", "/suggestion take 1");
    lab.at("2026-01-05T09:00:00Z").say("bo", "/done day:1");
    lab.at("2026-01-05T10:00:00Z");
    assertThat(posts("daily").getFirst()).contains("Who pays for it?", "1 studied this");
  }

  @Test
  void whoeverSuggestedIsToldInPrivateWhatBecameOfIt() {
    lab.say("asha", "/suggest question:\"Who pays for it?\" named:yes");
    lab.say("asha", "/suggest question:\"Is it fun?\"");
    lab.moderate("mo", "/suggestion take 1");
    lab.moderate("mo", "/suggestion leave 2");
    lab.at("2026-01-05T06:01:00Z");
    assertThat(posts("suggestion"))
        .satisfiesExactly(
            taken ->
                assertThat(taken)
                    .contains("Your question was taken", "“Who pays for it?”", "Your name will"),
            left -> assertThat(left).contains("Your question was left aside", "“Is it fun?”"));
    lab.at("2026-01-05T09:00:00Z");
    assertThat(lab.text("asha", "/suggest"))
        .contains("“Who pays for it?” asked on Monday 5 January 2026")
        .contains("“Is it fun?” left aside");
    assertThat(lab.moderate("mo", "/audit").text())
        .contains("took the question of asha: “Who pays for it?”", "left the question of asha");
  }

  @Test
  void threeMayWait() {
    for (String question : List.of("One?", "Two?", "Three?")) {
      lab.say("asha", "/suggest question:" + question);
    }
    assertThat(problem(lab.say("asha", "/suggest question:Four?"))).isEqualTo(Problem.CONFLICT);
    lab.moderate("mo", "/suggestion leave 2");
    assertThat(lab.facts("asha", "/suggest question:Four?")).containsEntry("question", "Four?");
    assertThat(problem(lab.say("bo", "/suggest question:" + "x".repeat(301))))
        .isEqualTo(Problem.BAD_OPTION);
    assertThat(problem(lab.say("bo", "/suggest question:\"  \""))).isEqualTo(Problem.BAD_OPTION);
    assertThat(lab.facts("bo", "/suggest question:" + "🙂".repeat(300))).containsKey("question");
  }

  @Test
  void whatWasDecidedIsNotDecidedAgain() {
    lab.say("asha", "/suggest question:One?");
    lab.moderate("mo", "/suggestion take 1");
    assertThat(problem(lab.moderate("mo", "/suggestion leave 1"))).isEqualTo(Problem.CONFLICT);
    assertThat(problem(lab.moderate("mo", "/suggestion take 7"))).isEqualTo(Problem.NOT_FOUND);
  }

  private static @Nullable Problem problem(Turn turn) {
    return ((Reply.Notice) turn.reply()).problem();
  }
}
