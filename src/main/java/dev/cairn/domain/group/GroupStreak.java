package dev.cairn.domain.group;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A group's streak: how many dates were kept since one was last missed.
 *
 * @param lastKept the newest date kept; null where there is none
 */
public record GroupStreak(int streak, int longest, @Nullable LocalDate lastKept) {
  /** Before the first date kept. */
  public static final GroupStreak NONE = new GroupStreak(0, 0, null);

  /** The streak after one more date. */
  public GroupStreak and(GroupDay day) {
    return switch (day.state()) {
      case KEPT -> new GroupStreak(streak + 1, Math.max(longest, streak + 1), day.date());
      case MISSED -> new GroupStreak(0, longest, lastKept);
      case COVERED, OPEN -> this;
    };
  }
}
