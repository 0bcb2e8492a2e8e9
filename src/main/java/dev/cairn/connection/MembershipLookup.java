package dev.cairn.connection;

import dev.cairn.chat.Account;

/** Knows who belongs to the communities of a platform. One for each platform that can tell. */
public interface MembershipLookup {

  /**
   * Whether an account still belongs to its community. Blocks; call it on a virtual thread.
   *
   * @param account whose platform is this one
   */
  Standing standing(Account account);

  /** What a platform says of an account. */
  enum Standing {
    /** It belongs to the community. */
    HERE,
    /** It left, was removed or is no more. */
    GONE,
    /** The platform does not tell just now, or not us. */
    UNKNOWN
  }
}
