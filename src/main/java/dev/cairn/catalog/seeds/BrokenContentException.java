package dev.cairn.catalog.seeds;

import java.util.List;

/** The content cannot be used. */
public final class BrokenContentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // a list of records of strings, never serialised
  private final List<ContentProblem> problems;

  BrokenContentException(List<ContentProblem> problems) {
    super(
        problems.size() == 1
            ? problems.getFirst().toString()
            : problems.getFirst() + " (and " + (problems.size() - 1) + " more)");
    this.problems = List.copyOf(problems);
  }

  BrokenContentException(ContentProblem problem) {
    this(List.of(problem));
  }

  /** What is wrong, at least one, sorted by file and line. */
  public List<ContentProblem> problems() {
    return problems;
  }
}
