package dev.cairn.catalog.seeds;

import java.util.Comparator;

/**
 * Something that is wrong with the content.
 *
 * @param file the file's name, relative to the folder
 * @param line the line in it, from 1
 * @param what what is wrong
 * @param remedy what would put it right
 */
public record ContentProblem(String file, int line, String what, String remedy)
    implements Comparable<ContentProblem> {
  private static final Comparator<ContentProblem> BY_PLACE =
      Comparator.comparing(ContentProblem::file)
          .thenComparingInt(ContentProblem::line)
          .thenComparing(ContentProblem::what)
          .thenComparing(ContentProblem::remedy);

  @Override
  public int compareTo(ContentProblem other) {
    return BY_PLACE.compare(this, other);
  }

  /** One line: {@code roles.yaml:12: nothing is called "x"; did you mean "y"?}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + what + "; " + remedy;
  }
}
