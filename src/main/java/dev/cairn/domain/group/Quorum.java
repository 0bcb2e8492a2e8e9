package dev.cairn.domain.group;

/**
 * How many of those expected have to be present for a group to keep a date.
 *
 * @param percent 1 to 100
 */
public record Quorum(int percent) {
  /** Half of them. */
  public static final Quorum DEFAULT = new Quorum(50);

  public Quorum {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("a quorum is 1 to 100 percent: " + percent);
    }
  }

  /** Whether enough of those expected are present. */
  public boolean keptBy(int present, int expected) {
    return present >= needed(expected);
  }

  /** How many of those expected have to be present: {@code ceil(quorum x expected)}. */
  public int needed(int expected) {
    return (int) ((percent * (long) expected + 99) / 100);
  }
}
