package dev.cairn.feature.link;

import dev.cairn.chat.Account;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.DaysOnRecord;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.util.Optional;

/** Keeps codes and links, and what the records of linked members were. */
public interface LinkStore {

  /** Keeps a code in the place of whatever was offered by the same account before. */
  void offer(String hash, LinkOffer offer);

  /** What a code stands for; one that has expired stands for nothing. */
  Optional<LinkOffer> offer(String hash, Instant now);

  /** Takes a code, so that nobody else can; false where it is gone. */
  boolean take(String hash, Instant now);

  /** How many wrong codes an account has tried since. */
  int wrongTries(Account account, Instant since);

  /** An account has tried a wrong code. */
  void addWrongTry(Account account, Instant at);

  /** What is on record of a member's days. */
  DaysOnRecord days(Member member);

  /** Replaces what is on record of a member's days. */
  void replaceDays(Member member, DaysOnRecord before, DaysOnRecord after);

  /** Gives the accounts of the absorbed member to the survivor, with what was said by them. */
  void add(Community community, Link link);

  /** The newest link of a member who survived it. */
  Optional<Link> newest(Member survivor);

  /** Gives the accounts of the newest link back, with what had come with them. */
  void removeNewest(Member survivor);

  /**
   * Lets everybody of one community belong to another, with all that hangs on them, and the places
   * of the one be places of the other. What the one decided for itself is left behind.
   */
  void move(CommunityId from, CommunityId to);
}
