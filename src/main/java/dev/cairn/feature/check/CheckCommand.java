package dev.cairn.feature.check;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Check;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.answer.Judgement;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Command;
import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.util.List;
import java.util.Optional;

/** {@code /check}: asks the questions of a day one after another, and judges the answers. */
public final class CheckCommand {
  private static final int LONGEST_ID = 120;
  private static final int LONGEST_ANSWER = 200;

  private static final Option<Long> DAY =
      Option.optional(
          "day",
          new OptionType.Whole(1, JourneyCalendar.DAYS),
          "A day of the journey, 1 to 180; today's if left out");

  private static final Option<String> ID =
      Option.optional(
          "id",
          new OptionType.Text(LONGEST_ID),
          "One of the day's questions; the next one if left out");

  private static final Option<String> ANSWER =
      Option.optional(
          "answer",
          new OptionType.Text(LONGEST_ANSWER),
          "Your answer: a number, a few words, or an option by its letter");

  private final Catalog catalog;
  private final CheckAnswers answers;
  private final Journeys journeys;
  private final Members members;

  public CheckCommand(Catalog catalog, CheckAnswers answers, Journeys journeys, Members members) {
    this.catalog = catalog;
    this.answers = answers;
    this.journeys = journeys;
    this.members = members;
  }

  /** The command. */
  public Command command() {
    CommandSpec spec =
        CommandSpec.personal(
                "check",
                "Check yourself: the questions of a day, one after another",
                DAY,
                ID.suggesting((caller, typed) -> suggest(typed)),
                ANSWER)
            .withExamples("check", "check 36", "check 36 answer:\"3.8 minutes\"");
    return members.command(spec, this::check);
  }

  /** The questions of the day that is typed as the beginning of an id: {@code confidence-i}. */
  private List<ChoiceValue> suggest(String typed) {
    return catalog.journey().stream()
        .flatMap(day -> day.checks().stream())
        .filter(check -> !typed.isBlank() && check.publicId().startsWith(typed.strip()))
        .limit(25)
        .map(check -> new ChoiceValue(check.publicId(), check.publicId()))
        .toList();
  }

  private Reply check(Request request) {
    Member member = request.member();
    int today = journeys.today(member.community(), request.at()).latestDay();
    Optional<String> id = request.get(ID);
    JourneyDay day =
        request
            .get(DAY)
            .map(Long::intValue)
            .or(() -> id.flatMap(catalog::check).map(this::dayOf))
            .flatMap(catalog::day)
            .or(() -> catalog.day(today))
            .orElseThrow();
    Optional<String> answer = request.get(ANSWER);
    if (day.checks().isEmpty()) {
      return CheckCard.nothing(day);
    }
    Optional<Check> asked = id.map(typed -> named(day, typed));
    if (answer.isEmpty()) {
      return asked
          .or(() -> answers.next(member, day.checks()))
          .map(check -> CheckCard.question(day, check))
          .orElseGet(() -> CheckCard.allRight(day));
    }
    Check judged =
        asked.or(() -> answers.next(member, day.checks())).orElse(day.checks().getFirst());
    Judgement verdict = judged.judge(answer.get());
    if (verdict != Judgement.UNREADABLE) {
      answers.save(
          new CheckAnswer(member, request.id(), judged.publicId(), verdict.right(), request.at()));
    }
    List<Check> others = day.checks().stream().filter(check -> !check.equals(judged)).toList();
    return CheckCard.verdict(day, judged, verdict, answers.next(member, others));
  }

  private int dayOf(Check check) {
    return catalog.journey().referredTo(check.day()).day();
  }

  private static Check named(JourneyDay day, String typed) {
    String wanted = typed.strip();
    return day.checks().stream()
        .filter(check -> check.id().equals(wanted) || check.publicId().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            Refusal.badOption(
                "id",
                "Day %d has no question “%s”. Its questions are: %s."
                    .formatted(
                        day.day(),
                        wanted,
                        String.join(", ", day.checks().stream().map(Check::id).toList()))));
  }
}
