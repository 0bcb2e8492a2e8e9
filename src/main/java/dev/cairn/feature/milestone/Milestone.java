package dev.cairn.feature.milestone;

import dev.cairn.domain.MemberId;
import dev.cairn.domain.blog.MilestoneRules.Kind;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that was reached.
 *
 * @param id unique in the whole database
 * @param kind what was counted
 * @param member who reached it; empty where it was the community together
 * @param whose the member's or the community's name, as it is now
 * @param threshold the count that was reached
 * @param ownWords what a moderator wants to say, or null for what is said by default
 * @param plannedAt when it is announced if it still waits then; null where that is not planned
 * @param announcedWith by which milestone the post is known that told it with others; null for one
 *     with a post of its own
 */
public record Milestone(
    long id,
    Kind kind,
    Optional<MemberId> member,
    String whose,
    int threshold,
    State state,
    @Nullable String ownWords,
    @Nullable Instant plannedAt,
    @Nullable Long announcedWith) {
  /** How long a moderator's words may be, in characters. */
  public static final int LONGEST_WORDS = 500;

  /** Its outcome. */
  public enum State {
    /** A moderator has yet to decide. */
    WAITING,
    /** It was announced, and never is again. */
    ANNOUNCED,
    /** A moderator decided against it. */
    DISMISSED,
    /** It counts with the same one of an account that is or was linked, and is shown there. */
    LINKED,
    /** What it was found by does not hold any more; it is found again when it is reached again. */
    WITHDRAWN;

    /** The name in machine-readable output. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether a moderator is to decide about it, and nothing is planned. */
  boolean isUndecided() {
    return state == State.WAITING && plannedAt == null;
  }

  /** What is said about it, without the name that it begins with. */
  String deed() {
    return switch (kind) {
      case MEMBER_POSTS ->
          threshold == 1
              ? " has written their first blog post."
              : " has written " + threshold + " blog posts.";
      case COMMUNITY_POSTS -> " has written " + threshold + " blog posts together.";
      case MEMBER_STREAK -> " has studied " + threshold + " days in a row.";
    };
  }

  /** {@code 30 posts}: what was reached, in a few words. */
  String count() {
    return switch (kind) {
      case MEMBER_POSTS -> threshold == 1 ? "first post" : threshold + " posts";
      case COMMUNITY_POSTS -> threshold + " posts together";
      case MEMBER_STREAK -> threshold + " days in a row";
    };
  }
}
