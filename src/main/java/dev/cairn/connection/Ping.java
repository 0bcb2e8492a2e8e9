package dev.cairn.connection;

import dev.cairn.chat.Account;
import dev.cairn.chat.Value;

/** Whom a message notifies when it is sent, and nobody else. Changing it later notifies nobody. */
public sealed interface Ping {
  /** A member. */
  record OfMember(Account account) implements Ping {}

  /** Everybody with a role; in Slack, everybody in a user group. */
  record OfRole(Value.Role role) implements Ping {}
}
