package dev.cairn.domain.blog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The counts at which a milestone is reached.
 *
 * @param listed each at least 1
 * @param further after the largest listed, each further so many reach one too; 0 for none
 */
public record Thresholds(NavigableSet<Integer> listed, int further) {
  public Thresholds {
    if (further < 0 || (!listed.isEmpty() && listed.first() < 1)) {
      throw new IllegalArgumentException(
          "thresholds are positive: " + listed + ", further " + further);
    }
    listed = Collections.unmodifiableNavigableSet(new TreeSet<>(listed));
  }

  /** These, and none after them. */
  public static Thresholds of(Collection<Integer> listed) {
    return new Thresholds(new TreeSet<>(listed), 0);
  }

  /** These, and after the largest each {@code further} more. */
  public Thresholds andEach(int further) {
    return new Thresholds(listed, further);
  }

  /** The smallest threshold above a count; null where there is none. */
  public @Nullable Integer after(int count) {
    Integer next = listed.higher(count);
    if (next != null || further == 0) {
      return next;
    }
    int last = listed.isEmpty() ? 0 : listed.last();
    return last + (Math.max(0, count - last) / further + 1) * further;
  }

  /**
   * The thresholds that a count reaches when it goes from {@code before} to {@code after}, smallest
   * first.
   */
  public List<Integer> reached(int before, int after) {
    if (after <= before) {
      return List.of();
    }
    List<Integer> reached = new ArrayList<>(listed.subSet(before, false, after, true));
    if (further > 0) {
      int last = listed.isEmpty() ? 0 : listed.last();
      int passed = Math.max(0, before - last) / further;
      for (long next = last + (passed + 1L) * further; next <= after; next += further) {
        reached.add((int) next);
      }
    }
    return reached;
  }
}
