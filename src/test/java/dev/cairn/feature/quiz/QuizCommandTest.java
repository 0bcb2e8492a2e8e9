package dev.cairn.feature.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.TestConversation.Posted;
import dev.cairn.catalog.quiz.QuizQuestion;
import dev.cairn.catalog.quiz.QuizQuestions;
import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Answer;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /quiz}, as members and moderators talk to it. */
final class QuizCommandTest {
  private static final QuizQuestions QUESTIONS = new QuizQuestions(TestConversation.CATALOG);
  private static final QuizQuestion MLFLOW = QUESTIONS.find("tool:mlflow").orElseThrow();
  private static final int RIGHT = MLFLOW.options().indexOf(MLFLOW.correct());
  private static final int WRONG = (RIGHT + 1) % QuizQuestion.OPTIONS;

  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @AfterEach
  void close() {
    database.close();
  }

  private static QuizQuestion asked(Map<String, @Nullable Object> facts) {
    return QUESTIONS.find(String.valueOf(facts.get("id"))).orElseThrow();
  }

  private static List<Control.Button> buttons(Turn turn) {
    return ((Reply.Card) turn.reply())
        .controls().stream()
            .filter(Control.Button.class::isInstance)
            .map(Control.Button.class::cast)
            .toList();
  }

  private static List<String> labels(Turn turn) {
    return buttons(turn).stream().map(Control.Button::label).toList();
  }

  private Map<String, @Nullable Object> answer(String member, int option) {
    return lab.facts(member, "/quiz id:tool:mlflow answer:" + (option + 1));
  }

  private List<Posted> results() {
    return lab.posts().stream().filter(post -> post.kind().equals("quiz")).toList();
  }

  @Test
  void asksPrivatelyWithFourOptionsAsButtons() {
    Turn turn = lab.say("asha", "/quiz");
    assertThat(turn.audience()).isEqualTo(Audience.CALLER);
    QuizQuestion question = asked(turn.reply().facts().values());
    assertThat(turn.reply().facts().values())
        .containsOnlyKeys("id", "question", "options")
        .containsEntry("question", question.question())
        .containsEntry("options", question.options());
    assertThat(labels(turn)).containsExactly("A", "B", "C", "D");
    question.options().forEach(option -> assertThat(turn.text()).contains(option));
  }

  @Test
  void aPressIsJudgedInPlaceAndLeadsOn() {
    QuizQuestion question = asked(lab.facts("asha", "/quiz"));
    int right = question.options().indexOf(question.correct());
    Turn turn = lab.press("asha", "quiz id:" + question.id() + " answer:#" + (right + 1));
    assertThat(turn.audience()).isEqualTo(Audience.CALLER);
    assertThat(turn.answer())
        .isInstanceOfSatisfying(Answer.Said.class, said -> assertThat(said.inPlace()).isTrue());
    assertThat(turn.reply().facts().values())
        .containsEntry("right", true)
        .containsEntry("correct", question.correct())
        .containsEntry("why", question.why());
    assertThat(turn.text()).contains("Right: ", question.why());
    assertThat(labels(turn)).contains("Next question", "This question is wrong");
    Turn next = lab.press("asha", "quiz");
    assertThat(asked(next.reply().facts().values())).isNotEqualTo(question);
  }

  @Test
  void theDayThatTeachesItIsOnePressAway() {
    Turn turn = lab.say("asha", "/quiz id:tool:mlflow answer:A");
    int day = MLFLOW.days().getFirst();
    assertThat(labels(turn)).contains("Day " + day);
    assertThat(lab.press("asha", "topic day:" + day).reply().facts().values())
        .containsEntry("day", day);
  }

  @Test
  void anAnswerIsUnderstoodByTextLetterAndNumber() {
    String letter = QuizCard.letter(RIGHT);
    for (String answer :
        List.of(
            letter,
            letter.toLowerCase(java.util.Locale.ROOT),
            Integer.toString(RIGHT + 1),
            "\"" + MLFLOW.correct() + "\"")) {
      assertThat(lab.facts("asha", "/quiz id:tool:mlflow answer:" + answer))
          .as(answer)
          .containsEntry("right", true);
    }
    assertThat(answer("asha", WRONG))
        .containsEntry("right", false)
        .containsEntry("correct", MLFLOW.correct());
  }

  @Test
  void withoutAnIdTheQuestionAskedLastIsAnswered() {
    QuizQuestion question = asked(lab.facts("asha", "/quiz"));
    assertThat(lab.facts("asha", "/quiz answer:\"" + question.correct() + "\""))
        .containsEntry("id", question.id())
        .containsEntry("right", true);
    assertThat(lab.say("ben", "/quiz answer:A").problem()).isEqualTo(Problem.BAD_OPTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"E", "5", "0", "perhaps", "#7"})
  void whatIsNoneOfTheFourIsToldKindly(String answer) {
    Turn turn = lab.say("asha", "/quiz id:tool:mlflow answer:\"" + answer + "\"");
    assertThat(turn.problem()).isEqualTo(Problem.BAD_OPTION);
    assertThat(turn.text()).contains("A, B, C or D").contains(MLFLOW.options());
    assertThat(lab.facts("asha", "/quiz score")).containsEntry("answered", 0);
  }

  @Test
  void noQuestionIsAskedTwiceInARow() {
    String before = "";
    for (int i = 0; i < 60; i++) {
      QuizQuestion question = asked(lab.facts("asha", "/quiz"));
      assertThat(question.id()).isNotEqualTo(before);
      before = question.id();
    }
  }

  /** Who they are and how often they were asked decides, and nothing else. */
  @Test
  void theSameHistoryIsAskedTheSameAgain() {
    List<String> here = questions(lab);
    try (Database another = DatabaseUnderTest.H2.open()) {
      TestConversation again = new TestConversation(another);
      again.at("2026-02-01T09:00:00Z");
      assertThat(questions(again)).isEqualTo(here);
    }
    assertThat(here).doesNotHaveDuplicates().hasSizeGreaterThan(5);
  }

  private static List<String> questions(TestConversation conversation) {
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      asked.add(asked(conversation.facts("asha", "/quiz")).id());
    }
    return asked;
  }

  @Test
  void membersAreAskedInOrdersOfTheirOwn() {
    List<String> asha = questions(lab);
    List<String> ben = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ben.add(asked(lab.facts("ben", "/quiz")).id());
    }
    assertThat(ben).isNotEqualTo(asha);
  }

  @Test
  void aDeliveryThatIsRepeatedAsksTheSameAndCountsOnce() {
    Turn first = lab.say("asha", "/quiz", "q1");
    assertThat(lab.say("asha", "/quiz", "q1").reply()).isEqualTo(first.reply());
    Turn answered = lab.say("asha", "/quiz answer:A", "a1");
    assertThat(lab.say("asha", "/quiz answer:A", "a1").reply()).isEqualTo(answered.reply());
    assertThat(lab.facts("asha", "/quiz score")).containsEntry("answered", 1);
  }

  @Test
  void isAskedAboutWhatOneNames() {
    assertThat(lab.facts("asha", "/quiz mlflow")).containsEntry("id", "tool:mlflow");
    assertThat(lab.facts("asha", "/quiz about:\"MLOps engineer\""))
        .containsEntry("id", "role:mlops-engineer");
    Turn unknown = lab.say("asha", "/quiz about:qqqqqqq");
    assertThat(unknown.problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(lab.say("asha", "/quiz id:tool:none").problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(lab.facts("asha", "/quiz id:role:data-engineer"))
        .containsEntry("id", "role:data-engineer");
  }

  @Test
  void theScoreCountsByKind() {
    assertThat(lab.text("asha", "/quiz score")).contains("not answered a question yet");
    answer("asha", RIGHT);
    answer("asha", WRONG);
    lab.say("asha", "/quiz id:role:data-engineer answer:A");
    Map<String, @Nullable Object> score = lab.facts("asha", "/quiz score:true");
    assertThat(score).containsEntry("answered", 3);
    assertThat(score.get("kinds"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(2)
        .contains(Map.of("kind", "tool", "answered", 2, "right", 1));
    assertThat(lab.text("asha", "/quiz score")).contains("Tools: 1 of 2");
    assertThat(lab.facts("ben", "/quiz score")).containsEntry("answered", 0);
  }

  @Test
  void theChannelIsAskedAnswersPrivatelyAndHearsTheResultOnce() {
    Turn open = lab.say("asha", "/quiz open:true about:mlflow");
    assertThat(open.audience()).isEqualTo(Audience.EVERYONE);
    assertThat(open.reply().facts().values()).containsEntry("id", "tool:mlflow");
    assertThat(labels(open)).containsExactly("A", "B", "C", "D");
    lab.at("2026-01-01T09:00:10Z");
    Turn ben = lab.press("ben", "quiz id:tool:mlflow answer:#" + (RIGHT + 1));
    assertThat(ben.audience()).isEqualTo(Audience.CALLER);
    assertThat(ben.text()).contains("Your answer counts");
    lab.at("2026-01-01T09:00:20Z");
    assertThat(answer("chiara", WRONG)).containsEntry("right", false);
    lab.at("2026-01-01T09:00:30Z");
    answer("asha", RIGHT);
    assertThat(results()).isEmpty();
    lab.at("2026-01-01T09:00:59.999Z");
    answer("dev", RIGHT);
    assertThat(results()).isEmpty();

    lab.at("2026-01-01T09:05:00Z");
    assertThat(results()).hasSize(1);
    Posted result = results().getFirst();
    assertThat(result.at()).isEqualTo("2026-01-01T09:01:00Z");
    assertThat(result.text())
        .contains("3 of 4 answers right. First: ben, asha, dev.", MLFLOW.why());
    assertThat(result.message().card().facts().values())
        .containsEntry("answers", 4)
        .containsEntry("first", List.of("ben", "asha", "dev"))
        .containsEntry("correct", MLFLOW.correct());
    assertThat(
            (List<?>)
                Optional.ofNullable(result.message().card().facts().values().get("tally"))
                    .orElseThrow())
        .hasSize(4)
        .satisfies(tally -> assertThat(tally.get(RIGHT)).isEqualTo(3));
  }

  @Test
  void inARoundTheFirstAnswerCountsAndLateOnesDoNot() {
    lab.say("asha", "/quiz open:true about:mlflow");
    answer("ben", WRONG);
    Turn again = lab.say("ben", "/quiz id:tool:mlflow answer:" + (RIGHT + 1));
    assertThat(again.problem()).isEqualTo(Problem.CONFLICT);
    assertThat(again.text()).contains(MLFLOW.options().get(WRONG));
    lab.at("2026-01-01T09:01:00Z");
    assertThat(lab.text("chiara", "/quiz id:tool:mlflow answer:" + (RIGHT + 1)))
        .doesNotContain("Your answer counts");
    assertThat(answer("ben", RIGHT))
        .as("afterwards one may try again")
        .containsEntry("right", true);
    lab.at("2026-01-01T09:02:00Z");
    assertThat(results()).hasSize(1);
    assertThat(results().getFirst().text()).contains("Nobody answered correctly");
  }

  @Test
  void oneQuestionAtATimeIsOpenInACommunity() {
    lab.say("asha", "/quiz open:true", "o1");
    assertThat(lab.say("asha", "/quiz open:true", "o1").problem()).as("delivered twice").isNull();
    assertThat(lab.say("ben", "/quiz open:true").problem()).isEqualTo(Problem.CONFLICT);
    lab.at("2026-01-01T09:01:00Z");
    Turn next = lab.say("ben", "/quiz open:true");
    assertThat(next.problem()).isNull();
    lab.at("2026-01-01T10:00:00Z");
    assertThat(results()).hasSize(2);
    assertThat(results().getFirst().message().card().facts().values().get("id"))
        .isNotEqualTo(results().getLast().message().card().facts().values().get("id"));
    assertThat(results().getFirst().text()).contains("Nobody answered this time.");
    assertThat(lab.say("ben", "/quiz open:false").problem()).isEqualTo(Problem.BAD_OPTION);
  }

  @Test
  void whoHidesFromBoardsIsCountedButNotNamed() {
    lab.say("ben", "/settings hide:true");
    lab.say("asha", "/quiz open:true about:mlflow");
    answer("ben", RIGHT);
    lab.at("2026-01-01T09:02:00Z");
    assertThat(results().getFirst().text()).contains("1 of 1 answer right.").doesNotContain("ben");
  }

  /** Nobody was there when the minute was over: it is told when somebody is. */
  @Test
  void aResultThatIsLateIsToldAllTheSameButNotTheNextDay() {
    lab.say("asha", "/quiz open:true");
    lab.asleepUntil("2026-01-01T11:00:00Z");
    assertThat(results()).hasSize(1);
    lab.say("asha", "/quiz open:true");
    lab.asleepUntil("2026-01-02T11:00:00Z");
    assertThat(results()).hasSize(1);
  }

  @Test
  void moderatorsSeeAndSettleWhatMembersFindWrong() {
    lab.say("asha", "/quiz id:tool:mlflow answer:A");
    assertThat(PlainText.of(lab.press("asha", "quiz id:tool:mlflow wrong:true").reply()))
        .contains("The moderators will look");
    lab.press("asha", "quiz id:tool:mlflow wrong:true");
    lab.press("ben", "quiz id:tool:mlflow wrong:true");
    lab.press("ben", "quiz id:role:data-engineer wrong:true");
    assertThat(lab.say("asha", "/quiz flags").problem()).isEqualTo(Problem.NOT_ALLOWED);
    assertThat(lab.press("asha", "quiz flags:true id:tool:mlflow settled:true").problem())
        .isEqualTo(Problem.NOT_ALLOWED);

    Turn flags = lab.moderate("mo", "/quiz flags:true");
    assertThat(flags.audience()).isEqualTo(Audience.CALLER);
    assertThat(flags.text())
        .containsSubsequence(MLFLOW.question(), "2 members", "role:data-engineer, 1 member");
    assertThat(labels(flags)).containsExactly("Settle 1", "Settle 2");
    lab.moderatorPresses("mo", "quiz flags:true id:tool:mlflow settled:true");
    assertThat(lab.moderate("mo", "/quiz flags").text())
        .doesNotContain(MLFLOW.question())
        .contains("role:data-engineer");
    assertThat(lab.moderate("mo", "/audit").text())
        .contains("closed the reports", MLFLOW.question());
  }

  /** An id of a control has little room on Discord. */
  @Test
  void everyButtonOfEveryQuestionFitsEveryPlatform() {
    for (QuizQuestion question : QUESTIONS.all()) {
      Quizzes.Judged judged = new Quizzes.Judged(0, false, Optional.empty());
      for (Reply reply :
          List.of(
              QuizCard.question(question, Optional.empty()),
              QuizCard.verdict(question, judged, Optional.empty()))) {
        assertThat(((Reply.Card) reply).controls())
            .as(question.id())
            .allSatisfy(control ->
                assertThat(control)
                    .isInstanceOfSatisfying(
                        Control.Button.class,
                        button -> assertThat(button.action().isShort()).isTrue()));
      }
    }
  }
}
