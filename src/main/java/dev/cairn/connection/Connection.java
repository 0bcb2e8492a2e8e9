package dev.cairn.connection;

import dev.cairn.chat.Platform;
import java.util.Optional;

/** A platform that members talk to us on, with all that it can do for the core. */
public interface Connection extends AutoCloseable {

  /** Which platform it is. */
  Platform platform();

  /** Sends what nobody asked for; tells "later" while the platform is out of reach. */
  MessageSender sender();

  /** Tells what keeps us from working in a community; empty where nothing can. */
  default Optional<InstallationCheck> installationCheck() {
    return Optional.empty();
  }

  /** Tells who still belongs to a community; empty where the platform does not tell. */
  default Optional<MembershipLookup> membershipLookup() {
    return Optional.empty();
  }

  /** Gives and takes roles; empty where the platform has none. */
  default Optional<RewardRoles> rewardRoles() {
    return Optional.empty();
  }

  /** Knows its forums; empty where the platform has none. */
  default Optional<ForumLookup> forums() {
    return Optional.empty();
  }

  /**
   * Begins to listen. Returns when members are answered, or when the platform is to be tried again
   * and again.
   *
   * @throws RuntimeException in one line, when the platform does not want us
   */
  default void start() {}

  /** Whether the platform is in reach just now. */
  default boolean isConnected() {
    return true;
  }

  /** Whether it is other processes alone that have the platform in reach just now. */
  default boolean isConnectedElsewhere() {
    return false;
  }

  /** Whether each community of the platform is in reach of this process or of another. */
  default boolean isConnectedForAll() {
    return isConnected();
  }

  /**
   * Which of the processes that share a database serves a community.
   *
   * @param community the platform's own id of it
   */
  default Serving serving(String community) {
    return Serving.ANYWHERE;
  }

  /** Why the platform does not let us in, in its own word; empty while it does. */
  default Optional<String> refusal() {
    return Optional.empty();
  }

  /** Answers what is in flight, then leaves. */
  @Override
  default void close() {}

  /** A platform that can only be sent to. */
  static Connection sendingBy(MessageSender sender) {
    return new Connection() {
      @Override
      public Platform platform() {
        return sender.platform();
      }

      @Override
      public MessageSender sender() {
        return sender;
      }
    };
  }
}
