package dev.cairn.catalog.seeds;

import dev.cairn.catalog.prose.Prose;
import dev.cairn.catalog.prose.WordsToAvoid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks the language: that no day repeats a sentence of another, and that nothing reads as
 * translated. The words are looked at in days that teach and in the glossary, and once every day
 * teaches, in everything.
 */
final class StyleRules {
  /** Fewer words are a phrase that two days may well share. */
  private static final int SHORTEST_SENTENCE = 4;

  /** A line of code that many days begin with. */
  private static final Pattern IMPORT = Pattern.compile("^(?:import|from) \\S+ (?:as|import) ");

  private final SeedTree tree;
  private final List<ContentProblem> flaws = new ArrayList<>();

  StyleRules(SeedTree tree) {
    this.tree = tree;
  }

  List<ContentProblem> check() {
    checkRepetitions();
    Stream<SeedNode> edited =
        DayRules.allTeach(tree)
            ? Stream.concat(
                tree.stages().stream(),
                Arrays.stream(Kind.values())
                    .filter(kind -> kind != Kind.DOCUMENT && kind != Kind.DAY)
                    .flatMap(kind -> tree.entries(kind).stream()))
            : Stream.concat(
                tree.entries(Kind.DAY).stream().filter(DayRules::teaches),
                tree.entries(Kind.TERM).stream());
    edited.flatMap(Texts::of).forEach(this::checkWords);
    return flaws;
  }

  private void checkWords(SeedNode.Scalar text) {
    WordsToAvoid.in(text.value())
        .forEach(found ->
            flaws.add(
                text.problem("\"" + found.words() + "\" reads as translated", found.remedy())));
    Prose.sentences(text.value()).stream()
        .filter(sentence -> sentence.startsWith("Who ") && !sentence.contains("?"))
        .forEach(sentence ->
            flaws.add(
                text.problem(
                    "\"Who\" begins a sentence that asks nothing",
                    "say \"people who\" or \"whoever\"")));
  }

  private void checkRepetitions() {
    record Said(int day, SeedNode at) {}
    Map<String, Said> said = new HashMap<>();
    List<SeedNode> days = tree.entries(Kind.DAY);
    for (int i = 0; i < days.size(); i++) {
      SeedNode day = days.get(i);
      int place = i;
      List<SeedNode> steps = day.items("steps");
      Texts.withoutAnswers(day)
          .filter(text -> !day.find("title").equals(Optional.of(text)))
          .forEach(text -> {
            // Below its first line a step holds code, which may well be another day's too.
            String words =
                steps.contains(text) ? text.value().lines().findFirst().orElse("") : text.value();
            for (String sentence : Prose.sentences(words)) {
              String folded = Prose.folded(sentence);
              if (Prose.words(folded) < SHORTEST_SENTENCE || IMPORT.matcher(folded).find()) {
                continue;
              }
              Said first = said.putIfAbsent(folded, new Said(place, text));
              if (first != null && first.day != place) {
                flaws.add(
                    text.problem(
                        "another day says this too: \"" + sentence + "\"",
                        "say it in this day's own words; the other is in "
                            + first.at.file()
                            + ":"
                            + first.at.line()));
              }
            }
          });
    }
  }
}
