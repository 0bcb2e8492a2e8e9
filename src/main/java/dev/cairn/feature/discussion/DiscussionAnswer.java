package dev.cairn.feature.discussion;

import dev.cairn.chat.Account;
import dev.cairn.domain.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a member answered to the question of a date's posts.
 *
 * @param name what they are called
 * @param account on which they answered
 * @param quotable whether the weekly post may quote it
 * @param struck why a moderator took it down; null where it stands
 */
public record DiscussionAnswer(
    LocalDate askedOn,
    MemberId member,
    String name,
    Account account,
    String words,
    boolean quotable,
    Instant at,
    @Nullable String struck) {
  /** In characters. */
  static final int LONGEST = 500;
}
