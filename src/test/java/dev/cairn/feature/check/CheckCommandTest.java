package dev.cairn.feature.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.catalog.seeds.GeneratedSeeds;
import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.Conversation;
import dev.cairn.platform.local.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Day 1 and day 2 ask three questions each: a number, one of four options, a short text. */
class CheckCommandTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private TestConversation lab;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    lab =
        new TestConversation(
            database,
            "lab",
            CatalogLoader.load(GeneratedSeeds.below(folder, Set.of(1, 2)).folder()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theQuestionsOfADayAreAskedOneAfterAnother() {
    assertThat(check("/check"))
        .containsEntry("id", "day-1.how-many")
        .containsEntry("options", null);

    Turn right = lab.say("asha", "/check answer:7,5");
    assertThat(right.reply().facts().values())
        .containsEntry("day", 1)
        .containsEntry("right", true)
        .containsEntry("why", "They were counted on day 1.");
    assertThat(labels(right)).contains("I studied this", "Next question");

    assertThat(check("/check"))
        .containsEntry("id", "day-1.which")
        .containsEntry("ask", "Which one is it on day 1?")
        .containsEntry("options", List.of("red", "green", "blue", "grey"));
    assertThat(lab.press("asha", "check day:1 id:which answer:#3").reply().facts().values())
        .containsEntry("right", true);

    assertThat(check("/check")).containsEntry("id", "day-1.what");
    Turn last = lab.say("asha", "/check answer:\"the Shape.\"");
    assertThat(last.text()).contains("all 3 questions");

    assertThat(lab.facts("asha", "/check")).containsEntry("day", 1).containsEntry("check", null);
    assertThat(check("bela", "/check")).as("somebody else").containsEntry("id", "day-1.how-many");
  }

  @Test
  void aWrongAnswerIsExplainedAndTheQuestionComesBack() {
    Turn wrong = lab.say("asha", "/check 2 answer:40");

    assertThat(wrong.reply().facts().values())
        .containsEntry("day", 2)
        .containsEntry("right", false)
        .containsEntry("why", "They were counted on day 2.");
    assertThat(wrong.text()).contains("Not quite.", "7.5 rows", "They were counted on day 2.");
    assertThat(labels(wrong))
        .contains("Try again", "Next question", "Explain")
        .doesNotContain("I studied this");
    assertThat(check("/check 2")).containsEntry("id", "day-2.how-many");
  }

  @ParameterizedTest
  @CsvSource({
    "'/check 1 id:how-many answer:seven', Right., true",
    "'/check 1 id:how-many answer:8.1', 'Close, but not quite.', false",
    "'/check 1 id:how-many answer:lots', 'could not read that as one number, so it does not count',",
    "'/check 1 id:which answer:pink', 'Give a letter, A to D, or an option''s words.',",
    "'/check 1 id:which answer:c', Right., true",
    "'/check 1 id:what answer:shpae', 'Right, apart from the spelling.', true",
    "'/check id:day-2.what answer:shape', Right., true",
  })
  void anAnswerIsJudgedKindly(String line, String told, @Nullable Boolean right) {
    assertThat(lab.text("asha", line)).contains(told);
    assertThat(lab.facts("asha", line)).containsEntry("right", right);
  }

  @Test
  void nobodyElseSeesIt() {
    assertThat(lab.say("asha", "/check").audience()).isEqualTo(Audience.CALLER);
    assertThat(lab.say("asha", "/check answer:7").audience()).isEqualTo(Audience.CALLER);
  }

  @Test
  void aDayThatAsksNothingSaysSo() {
    assertThat(lab.facts("asha", "/check 3")).containsEntry("day", 3).containsEntry("check", null);
    assertThat(lab.text("asha", "/check 3")).contains("no questions");
  }

  @Test
  void aQuestionThatIsNotThereIsToldWithThoseThatAre() {
    Turn turn = lab.say("asha", "/check 1 id:wich");

    assertThat(turn.problem()).isEqualTo(Problem.BAD_OPTION);
    assertThat(turn.text()).contains("how-many, which, what");
  }

  private Map<Object, @Nullable Object> check(String line) {
    return check("asha", line);
  }

  @SuppressWarnings("unchecked") // The shape of our own facts.
  private Map<Object, @Nullable Object> check(String member, String line) {
    Map<String, @Nullable Object> facts = lab.facts(member, line);
    return (Map<Object, @Nullable Object>) Objects.requireNonNull(facts.get("check"));
  }

  private static List<String> labels(Turn turn) {
    Reply reply = turn.reply();
    return Conversation.labels(reply);
  }
}
