package dev.cairn.feature.link;

import dev.cairn.chat.Account;
import java.time.Instant;

/**
 * What a code is for.
 *
 * @param by to whom it was shown
 * @param expires from when on it is no longer valid
 */
public record LinkOffer(Purpose purpose, Account by, Instant expires) {

  /** What is to be put together. */
  public enum Purpose {
    /** Two accounts of one learner. */
    ACCOUNT,
    /** Two places of one community. */
    COMMUNITY
  }
}
