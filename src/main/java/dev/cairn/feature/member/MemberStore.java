package dev.cairn.feature.member;

import dev.cairn.chat.Account;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.community.Community;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps members and their accounts. */
public interface MemberStore {

  /** The member who has this account. */
  Optional<Member> find(Community community, Account account);

  /** The member of this id. */
  Optional<Member> find(Community community, MemberId id);

  /** All members of a community. */
  List<Member> all(Community community);

  /** The members of these ids that there are. */
  List<Member> find(Community community, Collection<MemberId> ids);

  /** The accounts that a member has, in the order of their platforms. */
  List<Account> accounts(Member member);

  /**
   * Adds a member with an account; where the account has come to be known meanwhile, does nothing.
   */
  void add(Community community, Account account, Instant metAt);

  /** The member is called so from now on. */
  void rename(Member member, String name);

  /** Leaves the member out of leaderboards, or takes them back in. */
  void setHidden(Member member, boolean hidden);

  /** The member left the community. */
  void leave(Member member, Instant at);

  /** The member belongs to the community again. */
  void comeBack(Member member);

  /** The member's own zone from an instant on. */
  void setZone(Member member, Instant since, ZoneId zone);

  /** Makes every other transaction that wants to change the member's days wait for this one. */
  void lock(Member member);
}
