package dev.cairn.feature.leaderboard;

import java.util.Map;
import java.util.SortedMap;

/**
 * How many members are listed with each value. Places follow from it without counting members again
 * for each of them.
 *
 * @param members by value, the largest value first
 */
record Tally(SortedMap<Long, Integer> members) {

  /** How many members are listed. */
  int size() {
    return sum(members);
  }

  /** How many members are listed with more than {@code value}. */
  int above(long value) {
    return sum(members.headMap(value));
  }

  private static int sum(SortedMap<Long, Integer> members) {
    return members.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The value of the member after so many; 0 where there are no more. */
  long after(int many) {
    int sum = 0;
    for (Map.Entry<Long, Integer> each : members.entrySet()) {
      sum += each.getValue();
      if (sum > many) {
        return each.getKey();
      }
    }
    return 0;
  }
}
