package dev.cairn.catalog.seeds;

import dev.cairn.catalog.prose.Prose;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks that a day which teaches is whole: that nothing of what it should have is missing, and
 * that it has the right length. A day without {@code explain} only sets a task, which is all that
 * content of a community's own has to do; it is held to the schema alone.
 */
final class DayRules {
  private static final int SHORTEST_EXPLANATION = 120;
  private static final int LONGEST_EXPLANATION = 200;

  /** What a day that teaches has beside what the schema asks of every day. */
  private static final Map<String, String> WHOLE = new LinkedHashMap<>();

  static {
    WHOLE.put("terms", "name 1 to 8 terms of the glossary");
    WHOLE.put("steps", "break the task into 3 to 7 steps");
    WHOLE.put("hints", "give 1 to 3, from a nudge to nearly the answer");
    WHOLE.put("done_when", "say what can be seen when it is done");
    WHOLE.put("checks", "ask 1 to 3 questions whose answer can be judged");
    WHOLE.put("cards", "write 2 to 4 flashcards");
    WHOLE.put("pitfall", "say what goes wrong most, and how one notices");
    WHOLE.put("needs", "say what it takes, or none");
  }

  /** What not everybody has. */
  private static final Set<String> HARD_TO_COME_BY =
      Set.of("docker", "kubernetes", "cloud-account", "gpu", "another-person");

  private final SeedTree tree;
  private final List<SeedNode> days;
  private final List<ContentProblem> flaws = new ArrayList<>();

  DayRules(SeedTree tree) {
    this.tree = tree;
    this.days = tree.entries(Kind.DAY);
  }

  /** Whether a day explains something and so has to be whole. */
  static boolean teaches(SeedNode day) {
    return day.find("explain").isPresent();
  }

  /** Whether every day does. */
  static boolean allTeach(SeedTree tree) {
    List<SeedNode> days = tree.entries(Kind.DAY);
    return tree.complete(Kind.DAY) && !days.isEmpty() && days.stream().allMatch(DayRules::teaches);
  }

  List<ContentProblem> check() {
    days.stream()
        .filter(DayRules::teaches)
        .forEach(day -> {
          checkWhole(day);
          checkLengths(day);
          checkTime(day);
          checkNeeds(day);
        });
    if (allTeach(tree)) {
      checkTitles();
      checkLeads();
    }
    return flaws;
  }

  private void checkWhole(SeedNode day) {
    WHOLE.forEach((key, remedy) -> {
      if (day.find(key).isEmpty()) {
        flaws.add(day.problem("\"" + key + "\" is missing", remedy));
      }
    });
  }

  private void checkLengths(SeedNode day) {
    int words = Prose.words(String.join(" ", day.paragraphs("explain")));
    if (words < SHORTEST_EXPLANATION || words > LONGEST_EXPLANATION) {
      flaws.add(
          day.find("explain")
              .orElseThrow()
              .problem(
                  "\"explain\" has " + words + " words",
                  "explain the idea in %d to %d"
                      .formatted(SHORTEST_EXPLANATION, LONGEST_EXPLANATION)));
    }
    checkSentences(day, "why", 2);
    checkSentences(day, "task", 1);
  }

  private void checkSentences(SeedNode day, String key, int most) {
    day.find(key)
        .ifPresent(text -> {
          int sentences = Prose.sentences(text.text().orElse("")).size();
          if (sentences > most) {
            flaws.add(
                text.problem(
                    "\"" + key + "\" has " + sentences + " sentences",
                    most == 1 ? "say it in one" : "say it in at most " + most));
          }
        });
  }

  private void checkTime(SeedNode day) {
    SeedNode minutes = day.find("minutes").orElse(day);
    if (minutes instanceof SeedNode.Scalar scalar) {
      // The schema tells of what is not a number.
      if (scalar.plain() && scalar.value().matches("\\d+")) {
        flaws.add(
            minutes.problem(
                "\"minutes\" is one number", "write {core: 30 to 60, stretch: 0 to 60}"));
      }
      return;
    }
    boolean more = !minutes.text("stretch").orElse("0").equals("0");
    boolean said = day.find("stretch").isPresent();
    if (more && !said) {
      flaws.add(
          minutes.problem(
              "there are minutes for a stretch, and \"stretch\" is missing",
              "say what to do with them"));
    } else if (said && !more) {
      flaws.add(
          day.find("stretch")
              .orElseThrow()
              .problem("there are no minutes for this", "add stretch to the minutes"));
    }
  }

  private void checkNeeds(SeedNode day) {
    List<String> needs = day.texts("needs");
    List<String> hard = needs.stream().filter(HARD_TO_COME_BY::contains).toList();
    if (!hard.isEmpty() && day.find("alternative").isEmpty()) {
      flaws.add(
          day.find("needs")
              .orElseThrow()
              .problem(
                  "not everybody has what this needs: " + String.join(", ", hard),
                  "say in \"alternative\" how to do the day without"));
    }
    if (needs.contains("none") && needs.size() > 1) {
      flaws.add(
          day.find("needs")
              .orElseThrow()
              .problem("it needs none, and something", "leave one of them out"));
    }
  }

  private void checkTitles() {
    List<SeedNode> withColon =
        days.stream()
            .flatMap(day -> day.find("title").stream())
            .filter(title -> title.text().orElse("").contains(":"))
            .toList();
    int most = days.size() / 3;
    if (withColon.size() > most) {
      flaws.add(
          withColon
              .get(most)
              .problem(
                  withColon.size() + " titles have a colon",
                  "reword some, at most " + most + " may have one"));
    }
  }

  private void checkLeads() {
    Set<String> led = new HashSet<>();
    // What no day covers at all is told as that.
    Set<String> covered = new HashSet<>();
    days.forEach(day -> covered.addAll(day.texts("topics")));
    days.forEach(day -> day.texts("topics").stream().findFirst().ifPresent(led::add));
    for (SeedNode topic : tree.entries(Kind.TOPIC)) {
      topic
          .find("id")
          .filter(id -> covered.contains(id.text().orElse("")))
          .filter(id -> !led.contains(id.text().orElse("")))
          .ifPresent(id ->
              flaws.add(
                  id.problem(
                      "the topic \"" + id.text().orElse("") + "\" leads no day",
                      "name it first among the topics of a day")));
    }
  }
}
