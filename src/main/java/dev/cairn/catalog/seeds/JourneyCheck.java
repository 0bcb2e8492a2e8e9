package dev.cairn.catalog.seeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that the journey is one: 180 days in order, none twice, nothing before what it rests on,
 * and no topic left out.
 */
final class JourneyCheck {
  private static final int DAYS = 180;

  private final SeedTree tree;
  private final List<SeedNode> days;
  private final List<ContentProblem> problems = new ArrayList<>();

  JourneyCheck(SeedTree tree) {
    this.tree = tree;
    this.days = tree.entries(Kind.DAY);
  }

  List<ContentProblem> check() {
    checkTitles();
    if (tree.complete(Kind.DAY)) {
      checkNumbers();
      checkOrder();
      checkCoverage();
    }
    return problems;
  }

  private void checkNumbers() {
    for (int i = 0; i < days.size(); i++) {
      Optional<SeedNode> number = days.get(i).find("day");
      String expected = Integer.toString(i + 1);
      if (number.isPresent() && !number.get().text().equals(Optional.of(expected))) {
        problems.add(
            number
                .get()
                .problem(
                    "this is day "
                        + expected
                        + " of the journey and has the number "
                        + number.get().text().orElse("of none"),
                    "number the days from 1 without gaps, through the stages as "
                        + SeedTree.INDEX
                        + " orders them"));
      }
    }
    if (days.size() != DAYS) {
      problems.add(
          new ContentProblem(
              SeedTree.INDEX,
              line("journey"),
              "the journey has " + days.size() + " days",
              days.size() < DAYS
                  ? "add " + (DAYS - days.size()) + ", it takes " + DAYS
                  : "take away " + (days.size() - DAYS) + ", it takes " + DAYS));
    }
  }

  private int line(String key) {
    return Optional.ofNullable(tree.files().get(SeedTree.INDEX))
        .flatMap(index -> index.find(key))
        .map(SeedNode::line)
        .orElse(1);
  }

  private void checkTitles() {
    Map<String, SeedNode> titles = new HashMap<>();
    for (SeedNode day : days) {
      day.find("title")
          .ifPresent(title -> {
            String folded = title.text().orElse("").toLowerCase(Locale.ROOT).strip();
            SeedNode first = titles.putIfAbsent(folded, title);
            if (first != null) {
              problems.add(
                  title.problem(
                      "a second day is called \"" + title.text().orElse("") + "\"",
                      "choose another title; the first is in "
                          + first.file()
                          + ":"
                          + first.line()));
            }
          });
    }
  }

  private void checkOrder() {
    Map<String, SeedNode> byId = new HashMap<>();
    days.forEach(day -> day.text("id").ifPresent(id -> byId.putIfAbsent(id, day)));
    Set<String> earlier = new HashSet<>();
    for (SeedNode day : days) {
      String id = day.text("id").orElse("");
      for (SeedNode required : day.items("requires")) {
        String other = required.text().orElse("");
        if (byId.containsKey(other) && !earlier.contains(other)) {
          problems.add(
              restsOn(other, id, byId, new HashSet<>())
                  ? required.problem(
                      "\"" + id + "\" rests on \"" + other + "\", which rests on it in turn",
                      "leave one of them out of what the other requires")
                  : required.problem(
                      "\"" + id + "\" rests on \"" + other + "\", which comes later",
                      "move that day before this one, or require an earlier one"));
        }
      }
      earlier.add(id);
    }
  }

  /** Whether a day is another, or requires it by however many steps. */
  private static boolean restsOn(
      String id, String other, Map<String, SeedNode> byId, Set<String> seen) {
    if (id.equals(other)) {
      return true;
    }
    SeedNode day = byId.get(id);
    return day != null
        && seen.add(id)
        && day.texts("requires").stream().anyMatch(next -> restsOn(next, other, byId, seen));
  }

  private void checkCoverage() {
    Set<String> covered = new HashSet<>();
    days.forEach(day -> covered.addAll(day.texts("topics")));
    for (SeedNode topic : tree.entries(Kind.TOPIC)) {
      topic
          .find("id")
          .ifPresent(id ->
              id.text()
                  .filter(text -> !covered.contains(text))
                  .ifPresent(text ->
                      problems.add(
                          id.problem(
                              "no day of the journey covers the topic \"" + text + "\"",
                              "add it to the topics of a day"))));
    }
  }
}
