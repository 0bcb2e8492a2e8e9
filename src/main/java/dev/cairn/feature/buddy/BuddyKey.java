package dev.cairn.feature.buddy;

import dev.cairn.domain.MemberId;

/**
 * Which word to a study buddy a message is.
 *
 * @param what is told
 * @param member whom
 * @param which one of those about this: a study day, or when two were paired
 */
record BuddyKey(String what, MemberId member, String which) {
  private static final String BETWEEN = ":";

  /** What is read from the key of a message. */
  static BuddyKey of(String text) {
    String[] parts = text.split(BETWEEN, 3);
    return new BuddyKey(parts[0], new MemberId(Long.parseLong(parts[1])), parts[2]);
  }

  /** The key of a message. */
  String text() {
    return String.join(BETWEEN, what, String.valueOf(member.value()), which);
  }

  /** Whether it tells that the other has checked in. */
  boolean isNudge() {
    return what.equals(Buddies.CHECKED_IN);
  }
}
