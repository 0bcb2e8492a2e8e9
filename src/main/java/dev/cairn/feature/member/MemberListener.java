package dev.cairn.feature.member;

/** Told when a member is called otherwise, hides, shows themselves, leaves or comes back. */
@FunctionalInterface
public interface MemberListener {

  /** A member has changed, in the transaction under way. */
  void memberChanged(Member member);
}
