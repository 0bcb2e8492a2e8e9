package dev.cairn.feature.quiz;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.quiz.QuizQuestion;
import dev.cairn.catalog.quiz.QuizQuestions;
import dev.cairn.database.Database;
import dev.cairn.feature.quiz.QuizStore.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells the operator, from the answers of all communities, which questions of the quiz most members
 * get wrong and which options nobody picks: the one may be unclear or wrong, the other teaches
 * nothing.
 */
public final class AnswerFigures {
  /** Fewer answers say nothing about a question. */
  static final int ENOUGH_TO_JUDGE = 5;

  /**
   * An option that one in eight would pick is left by all of so many in one case of seven; fewer
   * answers would report options by chance.
   */
  static final int ENOUGH_FOR_OPTIONS = 15;

  private static final int SHOWN = 20;
  private static final int PERCENT = 100;

  private AnswerFigures() {}

  /**
   * What was answered to a question.
   *
   * @param choices how often each of its options was picked
   */
  private record Answered(QuizQuestion question, List<Integer> choices) {
    private int all() {
      return choices.stream().mapToInt(Integer::intValue).sum();
    }

    private int wrong() {
      return all() - choices.get(question.options().indexOf(question.correct()));
    }

    private int percentWrong() {
      return PERCENT * wrong() / all();
    }

    private List<String> ignored() {
      return IntStream.range(0, choices.size())
          .filter(choice -> choices.get(choice) == 0)
          .mapToObj(question.options()::get)
          .toList();
    }
  }

  /** The figures as lines of text. Answers to questions that are no longer asked are left out. */
  public static String of(Catalog catalog, Database database) {
    QuizQuestions questions = new QuizQuestions(catalog);
    List<Tally> tallies = database.reading(() -> new QuizStore(database).tallies());
    List<Answered> answered = new ArrayList<>();
    tallies.stream()
        .collect(Collectors.groupingBy(Tally::question))
        .forEach((id, choices) ->
            questions.find(id).ifPresent(question -> answered.add(of(question, choices))));
    answered.removeIf(each -> each.all() == 0);
    List<String> lines = new ArrayList<>();
    lines.add(
        "Questions that most get wrong (of those answered %d times or more)"
            .formatted(ENOUGH_TO_JUDGE));
    add(lines, wrong(answered));
    lines.add("");
    lines.add(
        "Options that nobody picks (of questions answered %d times or more)"
            .formatted(ENOUGH_FOR_OPTIONS));
    add(lines, ignored(answered));
    return String.join("\n", lines);
  }

  private static Answered of(QuizQuestion question, List<Tally> tallies) {
    Map<Integer, Integer> counts =
        tallies.stream().collect(Collectors.toMap(Tally::choice, Tally::answers));
    return new Answered(
        question,
        IntStream.range(0, question.options().size())
            .mapToObj(choice -> counts.getOrDefault(choice, 0))
            .toList());
  }

  private static List<String> wrong(List<Answered> answered) {
    return answered.stream()
        .filter(each -> each.all() >= ENOUGH_TO_JUDGE && 2 * each.wrong() > each.all())
        .sorted(
            Comparator.comparingInt(Answered::percentWrong)
                .reversed()
                .thenComparing(each -> each.question().id()))
        .map(each ->
            "  %d%% of %d wrong: %s (%s)"
                .formatted(
                    each.percentWrong(),
                    each.all(),
                    each.question().question(),
                    each.question().id()))
        .toList();
  }

  private static List<String> ignored(List<Answered> answered) {
    return answered.stream()
        .filter(each -> each.all() >= ENOUGH_FOR_OPTIONS && !each.ignored().isEmpty())
        .sorted(Comparator.comparing(each -> each.question().id()))
        .map(each ->
            "  0 of %d picked “%s”: %s (%s)"
                .formatted(
                    each.all(),
                    String.join("”, “", each.ignored()),
                    each.question().question(),
                    each.question().id()))
        .toList();
  }

  private static void add(List<String> lines, List<String> found) {
    if (found.isEmpty()) {
      lines.add("  none");
    }
    found.stream().limit(SHOWN).forEach(lines::add);
    if (found.size() > SHOWN) {
      lines.add("  and %d more".formatted(found.size() - SHOWN));
    }
  }
}
