package dev.cairn.catalog.quiz;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Check;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Role;
import dev.cairn.catalog.Stage;
import dev.cairn.catalog.Term;
import dev.cairn.catalog.Tool;
import dev.cairn.catalog.Topic;
import dev.cairn.spelling.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All questions that can be asked about a catalogue. The wrong options come from the neighbourhood
 * of the right one, and none of them can be right as well.
 */
public final class QuizQuestions {
  /** More wrong options than this are not looked for, even if some turn out to be the same. */
  private static final int ENOUGH = 12;

  private static final Comparator<Term> BY_ID = Comparator.comparing(Term::id);

  private final Map<String, QuizQuestion> questions = new LinkedHashMap<>();
  private final Map<Integer, List<Term>> termsOfDays = new HashMap<>();
  private final Catalog catalog;

  /** The questions about this catalogue. */
  public QuizQuestions(Catalog catalog) {
    this.catalog = catalog;
    for (Term term : catalog.terms()) {
      term.days()
          .forEach(day -> termsOfDays.computeIfAbsent(day, _ -> new ArrayList<>()).add(term));
    }
    Stream.of(checks(), terms(), tools(), roles(), stages())
        .flatMap(List::stream)
        .forEach(question -> questions.put(question.id(), question));
  }

  /** All of them, in a fixed order. */
  public List<QuizQuestion> all() {
    return List.copyOf(questions.values());
  }

  /** The question with this id. */
  public Optional<QuizQuestion> find(String id) {
    return Optional.ofNullable(questions.get(id));
  }

  /**
   * The questions about something: a term, a tool, a role, a day by its number or its title.
   *
   * @param text whatever the case; a near miss is understood
   */
  public List<QuizQuestion> about(String text) {
    String wanted = folded(text);
    List<QuizQuestion> exact = matching(name -> name.equals(wanted));
    if (!exact.isEmpty()) {
      return exact;
    }
    List<QuizQuestion> within = matching(name -> name.contains(wanted));
    if (!within.isEmpty()) {
      return within;
    }
    return Nearest.ranked(text, names(), Function.identity(), 1).stream()
        .flatMap(nearest -> matching(name -> name.equals(folded(nearest))).stream())
        .toList();
  }

  /** All words that questions can be asked for by, each once. */
  public List<String> names() {
    return questions.values().stream()
        .flatMap(question -> question.about().stream())
        .distinct()
        .toList();
  }

  /**
   * One of these questions.
   *
   * @param candidates at least one
   * @param seed the same for the same question
   * @param not the id of the question asked before, which is not asked twice in a row where there
   *     is another; empty for none
   */
  public static QuizQuestion picked(List<QuizQuestion> candidates, long seed, String not) {
    List<QuizQuestion> others =
        candidates.stream().filter(question -> !question.id().equals(not)).toList();
    List<QuizQuestion> from = others.isEmpty() ? candidates : others;
    return from.get(new Random(seed).nextInt(from.size()));
  }

  private List<QuizQuestion> matching(Predicate<String> name) {
    return questions.values().stream()
        .filter(question -> question.about().stream().map(QuizQuestions::folded).anyMatch(name))
        .toList();
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replace('-', ' ').strip();
  }

  /** What the days ask with options. */
  private List<QuizQuestion> checks() {
    return catalog.journey().stream()
        .flatMap(day ->
            day.checks().stream()
                .filter(Check.Choice.class::isInstance)
                .map(Check.Choice.class::cast)
                .map(check ->
                    question(
                        "check:" + check.publicId(),
                        aboutDay(day),
                        check.ask(),
                        check.answer(),
                        check.options().stream()
                            .filter(option -> !option.equals(check.answer()))
                            .toList(),
                        check.why(),
                        List.of(day.day()))))
        .flatMap(Optional::stream)
        .toList();
  }

  /** From a definition to its term. */
  private List<QuizQuestion> terms() {
    return catalog.terms().stream()
        .flatMap(term ->
            question(
                "term:" + term.id(),
                term.names().toList(),
                "Which term is this? “" + term.definition() + "”",
                term.name(),
                neighbours(term).stream().map(Term::name).limit(ENOUGH).toList(),
                contrast(term),
                term.days())
                .stream())
        .toList();
  }

  /** First what the term is easily taken for, then terms of the same days, then of the nearest. */
  private List<Term> neighbours(Term term) {
    Set<String> same =
        term.names().map(QuizQuestions::folded).collect(Collectors.toUnmodifiableSet());
    Predicate<Term> another =
        other -> other.names().map(QuizQuestions::folded).noneMatch(same::contains);
    Set<Term> near = new LinkedHashSet<>();
    catalog.terms().referredTo(term.confusedWith()).stream().filter(another).forEach(near::add);
    // Outwards, until there are enough: there are too many terms to compare each with all.
    for (int away = 0; away < catalog.journey().size() && near.size() < ENOUGH; away++) {
      daysAway(term, away)
          .flatMap(day -> termsOfDays.getOrDefault(day, List.of()).stream())
          .sorted(BY_ID)
          .filter(another)
          .forEach(near::add);
    }
    if (near.size() < ENOUGH) {
      catalog.terms().stream().sorted(BY_ID).filter(another).forEach(near::add);
    }
    return List.copyOf(near);
  }

  /** The days that are so many away from one of the term's. */
  private static Stream<Integer> daysAway(Term term, int away) {
    return term.days().stream().flatMap(day -> Stream.of(day - away, day + away)).distinct();
  }

  private String contrast(Term term) {
    List<Term> confusable = catalog.terms().referredTo(term.confusedWith());
    String told = "It is the definition of “" + term.name() + "”.";
    if (confusable.isEmpty()) {
      return told;
    }
    Term other = confusable.getFirst();
    return told + " Not to be confused with “" + other.name() + "”: " + other.definition();
  }

  /** From a tool to a topic that is studied with it. */
  private List<QuizQuestion> tools() {
    return catalog.tools().stream()
        .flatMap(tool -> {
          List<Topic> with =
              catalog.topics().stream().filter(topic -> topic.tools().contains(tool.id())).toList();
          return with.isEmpty() ? Stream.empty() : tool(tool, with).stream();
        })
        .toList();
  }

  private Optional<QuizQuestion> tool(Tool tool, List<Topic> with) {
    Topic right = with.getFirst();
    Set<String> named = with.stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());
    Stream<Topic> sameTrack =
        catalog.topics().stream().filter(topic -> topic.track().equals(right.track()));
    return question(
        "tool:" + tool.id(),
        tool.names().toList(),
        "Which of these topics is studied with " + tool.name() + "?",
        right.name(),
        sameTrack
            .filter(topic -> !topic.tools().isEmpty())
            .filter(topic -> !topic.tools().contains(tool.id()))
            .map(Topic::name)
            .filter(name -> !named.contains(name))
            .filter(name -> !folded(name).contains(folded(tool.name())))
            .toList(),
        tool.summary(),
        catalog.journey().stream()
            .filter(day -> day.tools().contains(tool.id()))
            .map(JourneyDay::day)
            .toList());
  }

  /** From what people do to what they are called. */
  private List<QuizQuestion> roles() {
    return catalog.roles().stream()
        .filter(role -> !role.does().isEmpty())
        .flatMap(role ->
            question(
                "role:" + role.id(),
                role.names().toList(),
                "Whose work is this? “" + role.does().getFirst() + "”",
                role.name(),
                Stream.concat(
                        catalog
                            .roles()
                            .referredTo(role.differs().stream().map(Role.Relation::role).toList())
                            .stream(),
                        catalog.roles().stream())
                    .filter(other -> !other.does().contains(role.does().getFirst()))
                    .map(Role::name)
                    .toList(),
                role.summary(),
                catalog.journey().stream()
                    .filter(day -> day.roles().contains(role.id()))
                    .map(JourneyDay::day)
                    .limit(3)
                    .toList())
                .stream())
        .toList();
  }

  /** The order of the journey's stages: which comes right after another. */
  private List<QuizQuestion> stages() {
    List<Stage> stages = catalog.stages();
    List<QuizQuestion> asked = new ArrayList<>();
    for (int i = 0; i + 1 < stages.size(); i++) {
      Stage stage = stages.get(i);
      Stage next = stages.get(i + 1);
      question(
              "stage:" + (i + 1),
              List.of(stage.name()),
              "Which stage of the journey follows “" + stage.name() + "”?",
              next.name(),
              stages.stream()
                  .filter(other -> !other.equals(stage) && !other.equals(next))
                  .map(Stage::name)
                  .toList(),
              next.summary(),
              List.of(next.firstDay()))
          .ifPresent(asked::add);
    }
    return asked;
  }

  private static List<String> aboutDay(JourneyDay day) {
    return List.of(day.title(), day.id(), Integer.toString(day.day()), "day " + day.day());
  }

  /**
   * The question, if there are enough wrong options.
   *
   * @param wrong the nearest first; some may be the same as others or as the right one
   */
  private static Optional<QuizQuestion> question(
      String id,
      List<String> about,
      String question,
      String correct,
      List<String> wrong,
      String why,
      List<Integer> days) {
    Set<String> taken = new LinkedHashSet<>();
    taken.add(folded(correct));
    List<String> options = new ArrayList<>(List.of(correct));
    for (String option : wrong) {
      if (options.size() < QuizQuestion.OPTIONS && taken.add(folded(option))) {
        options.add(option);
      }
    }
    if (options.size() < QuizQuestion.OPTIONS) {
      return Optional.empty();
    }
    // In an order that is the same every time, and has nothing to do with which is right.
    Collections.sort(options);
    Collections.shuffle(options, new Random(id.hashCode()));
    return Optional.of(new QuizQuestion(id, about, question, options, correct, why, days));
  }
}
