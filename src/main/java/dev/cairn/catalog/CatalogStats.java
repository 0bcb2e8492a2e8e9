package dev.cairn.catalog;

import dev.cairn.catalog.prose.Prose;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells in a table how much there is, and how hard it is to read. */
public final class CatalogStats {
  private static final List<String> HEADER =
      List.of(
          "stage",
          "days",
          "review",
          "teach",
          "explain (words)",
          "checks n/o/t",
          "cards",
          "terms",
          "core min",
          "stretch min",
          "words/sentence",
          "grade");

  private static final String NOTE =
      """
      teach: days that explain something · explain: fewest/average/most words · checks: number/options/text
      core, stretch: minutes in all · grade: Flesch–Kincaid, the years of school that reading takes, roughly\
      """;

  private CatalogStats() {}

  /** A line for each stage, one for all of them, and how many entries of each kind there are. */
  public static String table(Catalog catalog) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    for (Stage stage : catalog.stages()) {
      rows.add(
          row(
              stage.name(),
              catalog.journey().subList(stage.firstDay() - 1, stage.lastDay()),
              (int)
                  catalog.terms().stream()
                      .filter(term -> !term.days().isEmpty())
                      .filter(term -> term.days().getFirst() >= stage.firstDay())
                      .filter(term -> term.days().getFirst() <= stage.lastDay())
                      .count()));
    }
    rows.add(row("all", catalog.journey(), catalog.terms().size()));
    return String.join("\n", aligned(rows), "", NOTE, "", entries(catalog));
  }

  private static List<String> row(String name, List<JourneyDay> days, int terms) {
    List<String> explanations =
        days.stream().map(JourneyDay::explain).filter(Objects::nonNull).toList();
    IntSummaryStatistics words = explanations.stream().mapToInt(Prose::words).summaryStatistics();
    List<Check> checks = days.stream().flatMap(day -> day.checks().stream()).toList();
    Prose.Reading reading = Prose.reading(days.stream().flatMap(CatalogStats::texts).toList());
    return List.of(
        name,
        Integer.toString(days.size()),
        count(days.stream().filter(day -> day.kind() == JourneyDay.Kind.REVIEW)),
        Integer.toString(explanations.size()),
        explanations.isEmpty()
            ? "-"
            : words.getMin() + "/" + Math.round(words.getAverage()) + "/" + words.getMax(),
        String.join(
            "/",
            count(checks.stream().filter(Check.Numeric.class::isInstance)),
            count(checks.stream().filter(Check.Choice.class::isInstance)),
            count(checks.stream().filter(Check.ShortAnswer.class::isInstance))),
        Integer.toString(days.stream().mapToInt(day -> day.cards().size()).sum()),
        Integer.toString(terms),
        Integer.toString(days.stream().mapToInt(day -> day.minutes().core()).sum()),
        Integer.toString(days.stream().mapToInt(day -> day.minutes().stretch()).sum()),
        String.format(Locale.ROOT, "%.1f", reading.sentenceLength()),
        String.format(Locale.ROOT, "%.1f", reading.grade()));
  }

  /** What a member reads of a day as text. */
  private static Stream<String> texts(JourneyDay day) {
    return Stream.of(
            Stream.of(day.why(), day.outcome(), day.task(), day.discuss(), day.blog()),
            Stream.of(
                    day.explain(), day.doneWhen(), day.pitfall(), day.stretch(), day.alternative())
                .filter(Objects::nonNull),
            day.steps().stream(),
            day.hints().stream(),
            day.checks().stream().flatMap(check -> Stream.of(check.ask(), check.why())),
            day.cards().stream().flatMap(card -> Stream.of(card.question(), card.answer())))
        .flatMap(texts -> texts);
  }

  private static String count(Stream<?> entries) {
    return Long.toString(entries.count());
  }

  private static String aligned(List<List<String>> rows) {
    int[] widths =
        IntStream.range(0, HEADER.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream()
        .map(row ->
            IntStream.range(0, row.size())
                .mapToObj(column -> {
                  String padding = " ".repeat(widths[column] - row.get(column).length());
                  return column == 0 ? row.get(column) + padding : padding + row.get(column);
                })
                .collect(Collectors.joining("  "))
                .stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  private static String entries(Catalog catalog) {
    return Stream.of(
            "tracks " + catalog.tracks().size(),
            "units " + catalog.units().size(),
            "topics " + catalog.topics().size(),
            "roles " + catalog.roles().size(),
            "teams " + catalog.teams().size(),
            "tools " + catalog.tools().size(),
            "certifications " + catalog.certifications().size(),
            "resources " + catalog.resources().size(),
            "roadmaps " + catalog.roadmaps().size(),
            "definitions " + catalog.definitions().size(),
            "terms " + catalog.terms().size())
        .collect(Collectors.joining(" · "));
  }
}
