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
    return members.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many members are listed with more than {@code value}. */
  int above(long value) {
    return members.headMap(value).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The least value among the first so many members; 0 where there are fewer. */
  long least(int first) {
    int sum = 0;
    for (Map.Entry<Long, Integer> each : members.entrySet()) {
      sum += each.getValue();
      if (sum >= first) {
        return each.getKey();
      }
    }
    return 0;
  }
}
