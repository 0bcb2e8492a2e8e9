package dev.cairn.feature.quiz;

import dev.cairn.catalog.quiz.QuizQuestion;
import dev.cairn.catalog.quiz.QuizQuestions;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.feature.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cards of a question: as it is asked, as it is judged, and what came of it. */
final class QuizCard {
  static final Action QUIZ = Action.of("quiz");

  /** The names of the kinds of question, in the order of the score. */
  private static final Map<String, String> KINDS =
      Map.of(
          "check", "Questions of the days",
          "term", "Terms",
          "tool", "Tools",
          "role", "Roles",
          "stage", "Stages of the journey");

  private QuizCard() {}

  /**
   * Asks one member.
   *
   * @param about what they want to be asked about, if anything
   */
  static Reply question(QuizQuestion question, Optional<String> about) {
    CardBuilder card = asked("Quiz", question);
    for (int i = 0; i < question.options().size(); i++) {
      card.updateButton(letter(i), kept(answer(question, i), about));
    }
    return card.facts(facts(question)).build();
  }

  /** Asks the channel. */
  static Reply open(QuizQuestion question, QuizRound round) {
    CardBuilder card =
        asked("Quiz for everybody", question)
            .text(
                RichText.of(
                        "Choose an answer: whether it is right is shown in private. The result"
                            + " comes ")
                    .moment(round.ends(), Span.Moment.Style.RELATIVE)
                    .plain("."));
    for (int i = 0; i < question.options().size(); i++) {
      card.button(letter(i), answer(question, i));
    }
    return card.facts(facts(question)).build();
  }

  private static CardBuilder asked(String title, QuizQuestion question) {
    List<RichText> lines = new ArrayList<>();
    for (int i = 0; i < question.options().size(); i++) {
      lines.add(option(question, i));
    }
    return Reply.Card.titled(title).text(RichText.EMPTY.bold(question.question())).items(lines);
  }

  /** Says whether an answer is right, and why. */
  static Reply verdict(QuizQuestion question, Quizzes.Judged judged, Optional<String> about) {
    int correct = question.options().indexOf(question.correct());
    CardBuilder card =
        Reply.Card.titled("Quiz")
            .tone(judged.right() ? Reply.Tone.GOOD : Reply.Tone.WARNING)
            .text(RichText.EMPTY.bold(question.question()))
            .text(
                judged.right()
                    ? RichText.EMPTY.bold("Right: ").then(option(question, correct))
                    : RichText.EMPTY
                        .bold("Not quite. ")
                        .plain("You chose ")
                        .then(option(question, judged.choice()))
                        .plain("\nThe right answer is ")
                        .then(option(question, correct)))
            .text(question.why());
    judged
        .round()
        .ifPresent(round ->
            card.text(
                RichText.of("Your answer counts. The result is posted here ")
                    .moment(round.ends(), Span.Moment.Style.RELATIVE)
                    .plain(".")));
    card.updateButton("Next question", kept(QUIZ, about));
    taughtOn(card, question);
    card.button("This question is wrong", QUIZ.with("id", question.id()).with("wrong", true));
    return card.facts(
            facts(question)
                .with("right", judged.right())
                .with("correct", question.correct())
                .with("why", question.why()))
        .build();
  }

  /**
   * Shows a channel the result of its round.
   *
   * @param choices the chosen options, each from 0
   * @param first the names of those who were right first
   */
  static Reply.Card result(QuizQuestion question, List<Integer> choices, List<String> first) {
    int correct = question.options().indexOf(question.correct());
    List<RichText> lines = new ArrayList<>();
    List<Integer> tally = new ArrayList<>();
    for (int i = 0; i < question.options().size(); i++) {
      int count = Collections.frequency(choices, i);
      tally.add(count);
      lines.add(
          option(question, i)
              .plain(": " + Wording.count(count, "answer") + (i == correct ? " ✓" : "")));
    }
    CardBuilder card =
        Reply.Card.titled("Quiz: the answer")
            .text(RichText.EMPTY.bold(question.question()))
            .text(RichText.of("The right answer is ").then(option(question, correct)))
            .items(lines)
            .text(outcome(choices.size(), Collections.frequency(choices, correct), first))
            .text(question.why())
            .button("A question for me", QUIZ);
    taughtOn(card, question);
    return card.facts(
            facts(question)
                .with("correct", question.correct())
                .with("why", question.why())
                .with("answers", choices.size())
                .with("tally", tally)
                .with("first", first))
        .build();
  }

  private static RichText outcome(int answers, int right, List<String> first) {
    if (answers == 0) {
      return RichText.of("Nobody answered this time.");
    }
    if (right == 0) {
      return RichText.of("Nobody answered correctly this time.");
    }
    RichText said = RichText.of(right + " of " + Wording.count(answers, "answer") + " right.");
    return first.isEmpty()
        ? said
        : said.plain(" First: ")
            .then(
                RichText.join(", ", first.stream().map(name -> RichText.EMPTY.bold(name)).toList()))
            .plain(".");
  }

  /** Shows a member their score. */
  static Reply score(List<QuizScore> scores) {
    int answered = scores.stream().mapToInt(QuizScore::answered).sum();
    int right = scores.stream().mapToInt(QuizScore::right).sum();
    CardBuilder card = Reply.Card.titled("Your quiz score").personal();
    if (answered == 0) {
      card.text("You have not answered a question yet.");
    } else {
      card.text(
          RichText.EMPTY
              .bold(right + " of " + answered + " right")
              .plain(" (" + Math.round(100.0 * right / answered) + "%)"));
      scores.forEach(score ->
          card.field(
              KINDS.getOrDefault(score.kind(), score.kind()),
              score.right() + " of " + score.answered()));
    }
    return card.primaryButton("Next question", QUIZ)
        .fact("answered", answered)
        .fact("right", right)
        .fact(
            "kinds",
            scores.stream()
                .map(score ->
                    ReplyData.NONE
                        .with("kind", score.kind())
                        .with("answered", score.answered())
                        .with("right", score.right())
                        .values())
                .toList())
        .build();
  }

  /** Shows moderators the reported questions. */
  static Reply flagged(List<FlaggedQuestion> flagged, QuizQuestions questions) {
    CardBuilder card = Reply.Card.titled("Quiz questions that may be wrong");
    if (flagged.isEmpty()) {
      card.text("No question has been reported.");
    }
    List<RichText> lines = new ArrayList<>();
    for (FlaggedQuestion each : flagged) {
      lines.add(line(each, questions.find(each.question())));
    }
    card.numbered(lines);
    for (int i = 0; i < flagged.size(); i++) {
      card.updateButton(
          "Settle " + (i + 1),
          QUIZ.with("flags", true).with("id", flagged.get(i).question()).with("settled", true));
    }
    return card.fact(
            "flags",
            flagged.stream()
                .map(each ->
                    ReplyData.NONE
                        .with("id", each.question())
                        .with("members", each.members())
                        .with("since", each.since())
                        .values())
                .toList())
        .build();
  }

  private static RichText line(FlaggedQuestion flagged, Optional<QuizQuestion> question) {
    RichText line =
        question
            .map(known ->
                RichText.EMPTY
                    .bold(known.question())
                    .plain(" Accepted as right: " + known.correct()))
            .orElseGet(() -> RichText.of("A question that is no longer asked"));
    return line.plain(" (")
        .code(flagged.question())
        .plain(", " + Wording.count(flagged.members(), "member") + ")");
  }

  private static void taughtOn(CardBuilder card, QuizQuestion question) {
    question.days().stream()
        .findFirst()
        .ifPresent(day -> card.button("Day " + day, Action.of("topic").with("day", day)));
  }

  private static Action answer(QuizQuestion question, int option) {
    return QUIZ.with("id", question.id()).with("answer", "#" + (option + 1));
  }

  /** Keeps the subject that a member asked for, if the action has room for it. */
  private static Action kept(Action action, Optional<String> about) {
    return about.map(wanted -> action.with("about", wanted)).filter(Action::isShort).orElse(action);
  }

  private static RichText option(QuizQuestion question, int index) {
    return RichText.EMPTY.bold(letter(index)).plain(") " + question.options().get(index));
  }

  static String letter(int index) {
    return Character.toString('A' + index);
  }

  private static ReplyData facts(QuizQuestion question) {
    return ReplyData.NONE
        .with("id", question.id())
        .with("question", question.question())
        .with("options", question.options());
  }
}
