package dev.cairn.feature.quiz;

import dev.cairn.catalog.answer.Options;
import dev.cairn.catalog.quiz.QuizQuestion;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.feature.NotFound;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import dev.cairn.spelling.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** {@code /quiz}: asks questions with four options, privately or the whole channel. */
public final class QuizCommand {
  private static final int LONGEST_ABOUT = 100;
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_ANSWER = 300;
  private static final int SUGGESTIONS = 25;
  private static final Option<String> ABOUT =
      Option.optional(
          "about",
          new OptionType.Text(LONGEST_ABOUT),
          "A day, a term, a tool or a role to ask about; anything if left out");

  private static final Option<String> ID =
      Option.optional(
          "id",
          new OptionType.Text(LONGEST_ID),
          "The id of a question; the one you were asked last if left out");

  private static final Option<String> ANSWER =
      Option.optional(
          "answer",
          new OptionType.Text(LONGEST_ANSWER),
          "Your answer: an option, its letter or its number");

  private static final Option<Boolean> OPEN =
      Option.optional(
          "open",
          new OptionType.Flag(),
          "Ask the whole channel: everybody answers privately, the result comes in 60 s");

  private static final Option<Boolean> SCORE =
      Option.optional(
          "score", new OptionType.Flag(), "How many questions you have answered correctly");

  private static final Option<Boolean> FLAGS =
      Option.optional(
          "flags",
          new OptionType.Flag(),
          "For moderators: the questions that members have reported as wrong");

  private static final Option<Boolean> WRONG =
      Option.hidden("wrong", new OptionType.Flag(), "Report the question as wrong");

  private static final Option<Boolean> SETTLED =
      Option.hidden("settled", new OptionType.Flag(), "Close the reports about this question");

  private final Quizzes quizzes;
  private final Members members;

  public QuizCommand(Quizzes quizzes, Members members) {
    this.quizzes = quizzes;
    this.members = members;
  }

  /** The command. */
  public Command command() {
    CommandSpec spec =
        CommandSpec.personal(
                "quiz",
                "A multiple-choice question on what you study",
                ABOUT.suggesting((caller, typed) -> suggest(typed)),
                ID,
                ANSWER,
                OPEN,
                SCORE,
                FLAGS,
                WRONG,
                SETTLED)
            .openWhenGiven(OPEN.name())
            .withExamples("quiz", "quiz drift", "quiz score", "quiz open:true");
    return members.command(spec, this::quiz);
  }

  private Reply quiz(Request request) {
    Arguments arguments = request.arguments();
    Optional<String> about = arguments.get(ABOUT).map(String::strip);
    if (arguments.isSet(FLAGS) || isOnly(about, FLAGS)) {
      return flagged(request);
    }
    Member member = request.member();
    if (arguments.isSet(SCORE) || isOnly(about, SCORE)) {
      return QuizCard.score(quizzes.score(member));
    }
    if (arguments.has(OPEN)) {
      return open(request, about);
    }
    Optional<QuizQuestion> named = arguments.get(ID).map(this::named);
    if (arguments.isSet(WRONG)) {
      return wrong(request, named);
    }
    Optional<String> answer = arguments.get(ANSWER);
    if (answer.isPresent()) {
      return judged(request, named, answer.get(), about);
    }
    if (named.isPresent()) {
      quizzes.ask(member, request.id(), named.get());
      return QuizCard.question(named.get(), about);
    }
    return QuizCard.question(quizzes.ask(member, request.id(), among(about)), about);
  }

  /** {@code /quiz score}: a bare word that is the name of an option. */
  private static boolean isOnly(Optional<String> about, Option<Boolean> option) {
    return about.filter(option.name()::equalsIgnoreCase).isPresent();
  }

  private Reply judged(
      Request request, Optional<QuizQuestion> named, String answer, Optional<String> about) {
    QuizQuestion question =
        named
            .or(() -> quizzes.asked(request.member()))
            .orElseThrow(() ->
                Refusal.badOption(
                    ANSWER.name(),
                    RichText.of("You have not been asked a question yet. ")
                        .command("quiz")
                        .plain(" asks you a question.")));
    OptionalInt choice = Options.chosen(answer, question.options());
    if (choice.isEmpty()) {
      throw Refusal.badOption(
          ANSWER.name(),
          RichText.of(
                  "“"
                      + answer
                      + "” is not one of the four options. Answer A, B, C or D, or one of these: ")
              .plain(String.join(" · ", question.options())));
    }
    return QuizCard.verdict(question, quizzes.answer(request, question, choice.getAsInt()), about);
  }

  private Reply open(Request request, Optional<String> about) {
    if (!request.isSet(OPEN)) {
      throw Refusal.badOption(OPEN.name(), "Without open:true, only you are asked.");
    }
    ChannelRef channel =
        request
            .channel()
            .orElseThrow(() ->
                Refusal.badOption(OPEN.name(), "An open question needs a channel. Try it in one."));
    QuizRound round = quizzes.open(request, channel, among(about));
    return QuizCard.open(quizzes.questions().find(round.question()).orElseThrow(), round);
  }

  private Reply wrong(Request request, Optional<QuizQuestion> named) {
    Member member = request.member();
    QuizQuestion question =
        named.or(() -> quizzes.asked(member)).orElseThrow(() -> noQuestion("nothing"));
    quizzes.flag(member, question, request.at());
    return Reply.Notice.ok(
            RichText.of("Thank you. The moderators will look at it: ").bold(question.question()))
        .with(
            new Control.Button(
                "Next question", QuizCard.QUIZ, Control.Button.Style.SECONDARY, Effect.REPLY));
  }

  private Reply flagged(Request request) {
    if (!request.caller().moderator()) {
      throw Refusal.of(Problem.NOT_ALLOWED, "The reports about questions are for moderators.");
    }
    Member moderator = request.member();
    if (request.isSet(SETTLED)) {
      request.get(ID).ifPresent(id -> quizzes.settle(moderator, id, request.at()));
    }
    return QuizCard.flagged(quizzes.flagged(moderator), quizzes.questions());
  }

  private List<QuizQuestion> among(Optional<String> about) {
    List<QuizQuestion> among =
        about.map(quizzes.questions()::about).orElseGet(quizzes.questions()::all);
    if (!among.isEmpty()) {
      return among;
    }
    if (about.isEmpty()) {
      throw Refusal.of(Problem.NOT_FOUND, "There are no questions yet.");
    }
    throw NotFound.because(
        RichText.of("There is no question about “" + about.get() + "”."),
        NotFound.guesses(
            about.get(),
            quizzes.questions().names(),
            Function.identity(),
            name -> QuizCard.QUIZ.with(ABOUT.name(), name)),
        new Control.Button(
            "Ask me anything", QuizCard.QUIZ, Control.Button.Style.SECONDARY, Effect.REPLY));
  }

  private QuizQuestion named(String id) {
    return quizzes.questions().find(id.strip()).orElseThrow(() -> noQuestion(id.strip()));
  }

  private static Refusal noQuestion(String id) {
    return NotFound.of(
        "question",
        id,
        List.of(),
        new Control.Button(
            "Ask me another", QuizCard.QUIZ, Control.Button.Style.SECONDARY, Effect.REPLY));
  }

  private List<ChoiceValue> suggest(String typed) {
    return Nearest.ranked(typed, quizzes.questions().names(), Function.identity(), SUGGESTIONS)
        .stream()
        .map(name -> new ChoiceValue(name, name))
        .toList();
  }
}
