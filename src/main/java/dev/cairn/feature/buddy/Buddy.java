package dev.cairn.feature.buddy;

import dev.cairn.chat.Account;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member who wants to study beside another, or does.
 *
 * @param account on which they hear of it, in private
 * @param nudges whether they hear that the other has checked in
 * @param since when they began to look
 * @param other whom they are paired with; null while they wait, and where the other is known no
 *     more
 * @param pairedAt when they were paired; null while they wait
 */
record Buddy(
    Member member,
    Account account,
    boolean nudges,
    Instant since,
    @Nullable MemberId other,
    @Nullable Instant pairedAt) {

  /** Whether they have not been paired yet. */
  boolean isWaiting() {
    return pairedAt == null;
  }

  /** The same, paired with another. */
  Buddy with(MemberId newOther, Instant at) {
    return new Buddy(member, account, nudges, since, newOther, at);
  }

  /** The same for another member, as when accounts are linked. */
  Buddy of(Member newMember) {
    return new Buddy(newMember, account, nudges, since, other, pairedAt);
  }

  /** The same, told there and in this way from now on. */
  Buddy told(Account newAccount, boolean newNudges) {
    return new Buddy(member, newAccount, newNudges, since, other, pairedAt);
  }
}
