package dev.cairn.feature.suggestion;

import dev.cairn.chat.Account;
import dev.cairn.domain.MemberId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question that a member suggested.
 *
 * @param id unique in the whole database
 * @param member who did
 * @param name what they are called
 * @param account where they hear what became of it
 * @param named whether the post may say who asked
 * @param usedOn the date whose posts ask it; null where none does yet
 */
public record Suggestion(
    long id,
    MemberId member,
    String name,
    Account account,
    String question,
    boolean named,
    State state,
    @Nullable LocalDate usedOn) {
  /** In characters. */
  static final int LONGEST = 300;

  /** What became of it. */
  public enum State {
    /** No moderator has decided. */
    WAITING,
    /** A daily post asks it, or will. */
    TAKEN,
    /** No post asks it. */
    LEFT
  }
}
