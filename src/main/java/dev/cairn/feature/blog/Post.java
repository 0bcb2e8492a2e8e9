package dev.cairn.feature.blog;

import dev.cairn.domain.blog.PostUrl;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A blog post of a member.
 *
 * @param url where it is
 * @param title as its writer or their feed says, at most {@value #LONGEST_TITLE} characters; null
 *     where neither did
 * @param postedOn the writer's study day on which it was counted
 */
public record Post(PostUrl url, @Nullable String title, LocalDate postedOn) {
  /** How long a title may be, in characters. */
  public static final int LONGEST_TITLE = 200;

  /** How long an address may be, in characters. */
  public static final int LONGEST_URL = 2000;

  /** What to call it: its title, or else its address. */
  public String name() {
    return title == null ? url.value() : title;
  }
}
