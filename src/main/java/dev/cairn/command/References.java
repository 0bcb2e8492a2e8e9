package dev.cairn.command;

import dev.cairn.chat.Account;
import dev.cairn.chat.Value;
import java.util.Optional;

/** Finds the members and channels that a text names, as one platform writes them. */
public interface References {
  /** Where nobody and nothing can be named. */
  References NONE =
      new References() {
        @Override
        public Optional<Account> member(String text) {
          return Optional.empty();
        }

        @Override
        public Optional<Value.Channel> channel(String text) {
          return Optional.empty();
        }
      };

  /** The member that this text names ({@code @asha}, {@code <@U123>}). */
  Optional<Account> member(String text);

  /** The channel that this text names ({@code #general}, {@code <#C123|general>}). */
  Optional<Value.Channel> channel(String text);

  /** The role that this text names; empty where the platform has none, or cannot tell. */
  default Optional<Value.Role> role(String text) {
    return Optional.empty();
  }

  /** A text with the members and channels in it by name, where the platform writes their ids. */
  default String inWords(String text) {
    return text;
  }
}
