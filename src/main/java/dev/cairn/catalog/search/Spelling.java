package dev.cairn.catalog.search;

/** How far two words are apart. */
final class Spelling {
  private static final int SHORTEST_FOR_ONE_MISTAKE = 4;
  private static final int SHORTEST_FOR_TWO_MISTAKES = 8;

  private Spelling() {}

  /** How many mistakes a word of this length may have and still be understood. */
  static int mistakesIn(String word) {
    return word.length() >= SHORTEST_FOR_TWO_MISTAKES
        ? 2
        : word.length() >= SHORTEST_FOR_ONE_MISTAKE ? 1 : 0;
  }

  /**
   * How many letters are missing, too many or wrong, where two neighbours that have changed places
   * count as one.
   *
   * @param most more than this are not counted
   * @return at most {@code most + 1}
   */
  static int distance(String one, String other, int most) {
    int[] before = new int[other.length() + 1];
    int[] above = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= other.length(); j++) {
        int substituted = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substituted, Math.min(above[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > most) {
        return most + 1;
      }
      int[] free = before;
      before = above;
      above = row;
      row = free;
    }
    return Math.min(above[other.length()], most + 1);
  }
}
