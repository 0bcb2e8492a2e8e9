package dev.cairn.feature.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.StudyPath;
import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.Conversation;
import dev.cairn.platform.local.Turn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Walking the journey with the community, and otherwise. */
final class PathCommandTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @AfterEach
  void close() {
    database.close();
  }

  private Map<String, @Nullable Object> facts(String text) {
    return lab.facts("asha", text);
  }

  @Test
  void oneWalksWithTheCommunityUntilOneChooses() {
    lab.say("asha", "/topic");
    lab.at("2026-01-05T09:00:00Z");
    Turn turn = lab.say("asha", "/path");
    assertThat(turn.audience()).isEqualTo(Audience.CALLER);
    assertThat(turn.reply().facts().values())
        .isEqualTo(Map.of("path", "community", "day", 5, "of", 180));
  }

  @Test
  void atOnesOwnPaceTheNextDayComesWhenTheOneBeforeIsStudied() {
    lab.say("asha", "/topic");
    lab.at("2026-01-20T09:00:00Z");
    assertThat(facts("/path own day:3")).isEqualTo(Map.of("path", "own", "day", 3, "of", 180));
    assertThat(facts("/topic")).containsEntry("day", 3);
    lab.at("2026-01-25T09:00:00Z");
    Turn topic = lab.say("asha", "/topic");
    assertThat(topic.reply().facts().values()).containsEntry("day", 3);
    assertThat(Conversation.labels(topic.reply())).contains("The community's topic: day 25");
    lab.press("asha", "done");
    assertThat(facts("/topic")).containsEntry("day", 4);
    assertThat(facts("/progress")).containsEntry("next", 4);
    assertThat(facts("/path community")).containsEntry("day", 25);
    assertThat(facts("/topic")).containsEntry("day", 25);
  }

  @Test
  void aPathByBackgroundLeavesOutWhatItSkips() {
    StudyPath devops = TestConversation.CATALOG.paths().find("devops").orElseThrow();
    List<JourneyDay> skipped =
        TestConversation.CATALOG.journey().stream()
            .filter(day -> devops.how(day) == StudyPath.How.SKIP)
            .toList();
    assertThat(skipped).isNotEmpty();
    JourneyDay first = skipped.getFirst();
    assertThat(facts("/path kind:devops"))
        .containsEntry("path", "devops")
        .containsEntry("day", 1)
        .containsEntry("of", 180 - skipped.size());
    assertThat(lab.text("asha", "/path"))
        .contains("Skip: ", first.day() + " " + first.title(), devops.parts().getFirst().reason());
    for (int day = 1; day < first.day(); day++) {
      lab.say("asha", "/done day:" + day);
    }
    assertThat((Integer) Objects.requireNonNull(facts("/path").get("day")))
        .isGreaterThan(first.day());
  }

  @Test
  void whoHasStudiedTheirWholeWayIsTold() {
    for (int day = 170; day <= 180; day++) {
      lab.say("asha", "/done day:" + day);
    }
    assertThat(facts("/path own day:170")).containsEntry("day", null);
    assertThat(facts("/topic")).containsEntry("day", null);
    assertThat(facts("/progress")).containsEntry("next", null);
  }

  @Test
  void theCommunityIsOnOneDayForAll() {
    assertThat(
            lab.say("asha", "/path community day:3").reply() instanceof Reply.Notice notice
                ? notice.problem()
                : null)
        .isEqualTo(Problem.BAD_OPTION);
    assertThat(facts("/path day:3")).containsEntry("path", "own").containsEntry("day", 3);
  }

  @Test
  void aJourneyThatIsOverOrAheadIsToldAsSuch() {
    lab.at("2026-01-02T10:00:00Z");
    assertThat(PlainText.of(lab.moderate("mod", "/journey start 2025-07-01").reply()))
        .contains("The journey is complete", "All 180 days are done", "Began:")
        .doesNotContain("has begun");
    assertThat(PlainText.of(lab.say("asha", "/path community").reply()))
        .contains("It is complete: all 180 days are behind you")
        .doesNotContain("Today it reaches");
    assertThat(PlainText.of(lab.moderate("mod", "/journey start 2026-02-01").reply()))
        .contains("The journey is set", "Begins: Sunday 1 February 2026");
    assertThat(PlainText.of(lab.say("asha", "/path community").reply()))
        .contains("It begins on Sunday 1 February 2026.")
        .doesNotContain("Today it reaches");
  }

  @Test
  void aPauseOfTheJourneyIsToldOnce() {
    lab.moderate("mod", "/journey start");
    assertThat(PlainText.of(lab.moderate("mod", "/journey pause").reply()))
        .containsOnlyOnce("The journey is paused");
    assertThat(PlainText.of(lab.say("asha", "/journey show").reply()))
        .containsOnlyOnce("The journey is paused");
  }

  @Test
  void everyBackgroundHasAPath() {
    assertThat(TestConversation.CATALOG.paths())
        .extracting(StudyPath::id)
        .containsExactly("devops", "full-stack", "data", "newcomer");
    assertThat(TestConversation.CATALOG.paths())
        .allSatisfy(path ->
            assertThat(path.parts().stream().flatMap(part -> part.days().stream()))
                .as("no day is named twice on the path of " + path.id())
                .doesNotHaveDuplicates());
  }
}
