package dev.cairn.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Reply;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Remembers the cards of a command that answers from the content alone, which never changes:
 * whoever gives it in the same words gets the same card.
 */
public final class ConstantCards {
  /** Of each command; a card is some kilobytes, and what was asked last is asked again first. */
  private static final int MOST_CARDS = 100;

  private ConstantCards() {}

  /**
   * All that such an answer may depend on. A button that repeats a command does so in the order in
   * which its options were given.
   */
  private record Asked(
      List<Map.Entry<String, Value>> arguments, boolean byModerator, boolean inChannel) {
    static Asked by(Invocation invocation) {
      return new Asked(
          List.copyOf(invocation.arguments().values().entrySet()),
          invocation.caller().moderator(),
          invocation.channel() != null);
    }
  }

  /** The same command, whose cards are made once. */
  public static Command of(Command command) {
    return of(command, invocation -> true);
  }

  /**
   * The same command, some of whose cards are made once.
   *
   * @param constant whether the answer depends on the content alone, and is the same for all
   */
  public static Command of(Command command, Predicate<Invocation> constant) {
    Cache<Asked, Reply.Card> cards = Caffeine.newBuilder().maximumSize(MOST_CARDS).build();
    return new Command(
        command.spec(),
        invocation -> {
          if (!constant.test(invocation)) {
            return command.handler().handle(invocation);
          }
          Asked asked = Asked.by(invocation);
          Reply.Card remembered = cards.getIfPresent(asked);
          if (remembered != null) {
            return remembered;
          }
          Reply reply = command.handler().handle(invocation);
          if (reply instanceof Reply.Card card) {
            cards.put(asked, card);
          }
          return reply;
        },
        command.present());
  }
}
