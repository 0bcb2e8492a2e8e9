package dev.cairn.feature.blog;

import dev.cairn.domain.blog.BlogGoal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member vowed, and what their posts do.
 *
 * @param posts how many they want to write
 * @param days in how many days
 * @param start the first of the days; null for the day of their first post
 * @param checksIn whether each post counts as that day's check-in
 */
public record BlogPlan(int posts, int days, @Nullable LocalDate start, boolean checksIn) {
  /** One article a day for six months, from the first one on. */
  public static final BlogPlan DEFAULT = new BlogPlan(180, 180, null, false);

  /**
   * The goal as it stands.
   *
   * @param written the member's posts, the newest first
   * @param today begins the goal while there is no post
   */
  BlogGoal goal(List<Post> written, LocalDate today) {
    if (start != null) {
      return new BlogGoal(posts, days, start);
    }
    LocalDate first = written.isEmpty() ? today : written.getLast().postedOn();
    return new BlogGoal(posts, days, first);
  }

  BlogPlan withChecksIn(boolean changed) {
    return new BlogPlan(posts, days, start, changed);
  }
}
