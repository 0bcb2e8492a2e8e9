package dev.cairn.domain.blog;

import java.time.LocalDate;

/**
 * So many posts in so many days.
 *
 * @param posts at least 1
 * @param days at least 1, the first of them {@code start}
 * @param start day 1
 */
public record BlogGoal(int posts, int days, LocalDate start) {
  public BlogGoal {
    if (posts < 1 || days < 1) {
      throw new IllegalArgumentException("a goal is at least one post in at least one day");
    }
  }
}
