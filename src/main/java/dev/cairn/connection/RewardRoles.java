package dev.cairn.connection;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import java.util.List;

/**
 * Gives members a role that they have earned, and takes it away. One for each platform with roles.
 */
public interface RewardRoles {

  /** The platform whose roles these are. */
  Platform platform();

  /**
   * The roles that we may give in a community, the highest first; empty where we may give none.
   *
   * @param community the platform's own id of the community
   */
  List<Assignable> assignable(String community);

  /**
   * Gives or takes a role; a role that is as wanted already is left alone. Blocks; call it on a
   * virtual thread.
   *
   * @param account whose role
   * @param role the platform's own id of the role
   * @param held whether they are to have it
   */
  Outcome set(Account account, String role, boolean held);

  /**
   * A role that we may give.
   *
   * @param id the platform's own id of it
   * @param name what it is called there
   */
  record Assignable(String id, String name) {}

  /** Its outcome. */
  sealed interface Outcome {
    /** They have it, or have it no more. */
    record Done() implements Outcome {}

    /** Not now: the platform limits us or is down. */
    record Later(String reason) implements Outcome {}

    /** Not at all, until somebody changes something; in words a moderator understands. */
    record Refused(String reason) implements Outcome {}
  }
}
