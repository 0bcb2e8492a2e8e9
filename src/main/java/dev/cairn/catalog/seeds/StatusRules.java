package dev.cairn.catalog.seeds;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks our own notes on what has become of certifications, tools and the rest: whether they can
 * still be relied on, and whether a day sends anybody to a closed door.
 */
final class StatusRules {
  private static final int STALE_AFTER_DAYS = 180;
  private static final Set<String> CLOSED = Set.of("retired", "unmaintained");

  private final SeedTree tree;
  private final LocalDate today;
  private final List<ContentProblem> faults = new ArrayList<>();
  private final List<ContentProblem> flaws = new ArrayList<>();
  private final List<ContentProblem> warnings = new ArrayList<>();

  StatusRules(SeedTree tree, LocalDate today) {
    this.tree = tree;
    this.today = today;
  }

  Findings check() {
    Map<Kind, Set<String>> closed = new EnumMap<>(Kind.class);
    for (Kind kind : List.of(Kind.CERTIFICATION, Kind.TOOL, Kind.RESOURCE)) {
      Set<String> ids = new HashSet<>();
      for (SeedNode entry : tree.entries(kind)) {
        check(entry);
        if (entry
            .find("status")
            .flatMap(status -> status.text("state"))
            .filter(CLOSED::contains)
            .isPresent()) {
          entry.text("id").ifPresent(ids::add);
        }
      }
      closed.put(kind, ids);
    }
    tree.entries(Kind.ROADMAP).forEach(roadmap -> roadmap.items("steps").forEach(this::check));
    for (SeedNode day : tree.entries(Kind.DAY)) {
      warnOf(day.items("tools"), closed.getOrDefault(Kind.TOOL, Set.of()));
      warnOf(day.items("resources"), closed.getOrDefault(Kind.RESOURCE, Set.of()));
    }
    return new Findings(faults, flaws, warnings);
  }

  private void warnOf(List<SeedNode> references, Set<String> closed) {
    references.stream()
        .filter(reference -> closed.contains(reference.text().orElse("")))
        .forEach(reference ->
            warnings.add(
                reference.problem(
                    "this day leads to \""
                        + reference.text().orElse("")
                        + "\", which is closed or unmaintained",
                    "see that the day says so, or use what succeeds it")));
  }

  private void check(SeedNode entry) {
    entry.find("status").ifPresent(this::checkStatus);
  }

  private void checkStatus(SeedNode status) {
    if (status.find("state").isEmpty() && status.find("note").isEmpty()) {
      faults.add(
          status.problem(
              "this says nothing",
              "give its \"state\", or say in \"note\" that it could not be verified"));
    }
    if (status.text("state").equals(Optional.of("renamed")) && status.find("successor").isEmpty()) {
      flaws.add(status.problem("it was renamed to nothing", "name it in \"successor\""));
    }
    status.find("checked").ifPresent(this::checkDate);
  }

  private void checkDate(SeedNode checked) {
    LocalDate date;
    try {
      date = LocalDate.parse(checked.text().orElse(""));
    } catch (DateTimeException e) {
      if (checked.text().orElse("").matches("\\d{4}-\\d{2}-\\d{2}")) {
        faults.add(
            checked.problem(
                "\"" + checked.text().orElse("") + "\" is no date",
                "write a date of the calendar"));
      }
      return; // The schema has its say on the rest.
    }
    long age = ChronoUnit.DAYS.between(date, today);
    if (age > STALE_AFTER_DAYS) {
      warnings.add(
          checked.problem(
              "nobody has looked at this for " + age + " days",
              "see whether it is still so, and write today's date"));
    } else if (age < -1) {
      flaws.add(checked.problem("this is in the future", "write the date on which it was seen"));
    }
  }
}
