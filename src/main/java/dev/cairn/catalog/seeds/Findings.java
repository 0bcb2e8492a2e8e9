package dev.cairn.catalog.seeds;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a check found.
 *
 * @param faults what keeps the content from being used
 * @param flaws what makes it poor: it can be used all the same
 * @param warnings what to look at when there is time
 */
public record Findings(
    List<ContentProblem> faults, List<ContentProblem> flaws, List<ContentProblem> warnings) {

  /** All of them sorted by file and line, each once. */
  public Findings {
    faults = sorted(faults);
    flaws = sorted(flaws);
    warnings = sorted(warnings);
  }

  private static List<ContentProblem> sorted(List<ContentProblem> problems) {
    return problems.stream().distinct().sorted().toList();
  }

  /** What is wrong and should be put right, faults and flaws. */
  public List<ContentProblem> problems() {
    return Stream.concat(faults.stream(), flaws.stream()).sorted().toList();
  }
}
