package dev.cairn.domain.blog;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands with a goal.
 *
 * @param goal what they want
 * @param day how many days of it have begun, today included; 0 or less before its first
 * @param posts how many they have written since it began
 * @param due how many they would have by the end of today if they wrote evenly
 */
public record BlogPace(BlogGoal goal, int day, int posts, int due) {

  /** How somebody stands who has written so many posts since the goal's first day. */
  public static BlogPace on(LocalDate today, BlogGoal goal, int posts) {
    int day = (int) ChronoUnit.DAYS.between(goal.start(), today) + 1;
    long even = (long) goal.posts() * Math.clamp(day, 0, goal.days()) / goal.days();
    return new BlogPace(goal, day, posts, (int) even);
  }

  /** Whether all posts are written. */
  public boolean isReached() {
    return posts >= goal.posts();
  }

  /**
   * How many posts are missing to be even with the goal; below zero where they are ahead of it.
   * Nobody is behind on the first day, which is still open.
   */
  public int behind() {
    return day <= 1 ? Math.min(0, due - posts) : due - posts;
  }

  /** Whether the last day of the goal has passed. */
  public boolean isOver() {
    return day > goal.days();
  }

  /**
   * The date on which the last post is written if they go on as they did; null where they have
   * written none, or all.
   */
  public @Nullable LocalDate doneOn() {
    if (posts == 0 || day < 1 || isReached()) {
      return null;
    }
    long daysInAll = Math.ceilDiv((long) goal.posts() * day, (long) posts);
    return goal.start().plusDays(daysInAll - 1);
  }
}
