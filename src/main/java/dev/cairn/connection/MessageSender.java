package dev.cairn.connection;

import dev.cairn.chat.Account;
import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends what nobody asked for just now: daily posts, reminders, announcements. One for each
 * connected platform.
 */
public interface MessageSender {

  /** The platform it sends on. */
  Platform platform();

  /**
   * Sends a message and returns its outcome. Blocks until the platform has answered; call it on a
   * virtual thread.
   *
   * <p>The same {@link OutgoingMessage#nonce()} sent again shortly after is the same message
   * wherever the platform can tell.
   */
  Delivery send(OutgoingMessage outgoing);

  /**
   * Lets a message that is there say something else. Blocks until the platform has answered.
   *
   * @param outgoing what it says from now on, at its own address
   * @param messageId the platform's own id of the message, as {@link Delivery.Sent} has it
   */
  default Delivery edit(OutgoingMessage outgoing, String messageId) {
    return new Delivery.Undeliverable("What was posted here cannot be changed.", false);
  }

  /**
   * Looks for a message that may have been sent before a crash, as far as the platform lets it look
   * at once.
   *
   * @param tried when it may have been sent
   * @throws RuntimeException when the platform cannot be asked just now
   */
  Search find(Address address, String nonce, Window tried);

  /**
   * Adds what goes along with a message that is there: its thread, its pin, its publication. What
   * the platform does not allow is logged and left out: a message without it is a message all the
   * same.
   *
   * @param again whether some of it may be there already; it is added once all the same
   * @return empty when it is done; else why it has to be tried again
   */
  default Optional<Delivery.Later> furnish(
      OutgoingMessage outgoing, Delivery.Sent message, boolean again) {
    return Optional.empty();
  }

  /**
   * A stretch of time, both ends included.
   *
   * @param from by our clock
   * @param until by our clock
   */
  record Window(Instant from, Instant until) {}

  /** The result of looking for a message. */
  sealed interface Search {
    /** Everything has been looked at. */
    static Search of(Optional<Delivery.Sent> found) {
      return found.<Search>map(Found::new).orElseGet(Absent::new);
    }

    /** It is there. */
    record Found(Delivery.Sent message) implements Search {}

    /** The platform says that it is not there. */
    record Absent() implements Search {}

    /**
     * It is not in what could be looked at so far.
     *
     * @param left where it may still be
     * @param after how long the platform wants us to wait, or null where it did not say
     */
    record Unfinished(Window left, @Nullable Duration after) implements Search {}
  }

  /** Where a message goes. */
  sealed interface Address {
    /** Where its community lives. */
    Place place();

    /** A channel. */
    record Channel(ChannelRef to) implements Address {
      @Override
      public Place place() {
        return to.place();
      }
    }

    /** A member, privately. */
    record Direct(Account account) implements Address {
      @Override
      public Place place() {
        return Place.of(account);
      }
    }
  }

  /**
   * A message to send.
   *
   * @param nonce ours, unique to this message, at most 25 characters
   * @param card what it says
   * @param pings whom the message mentions at its top and notifies, once; or null for nobody
   * @param thread the title of a thread to open for the discussion, or null for none; in a forum,
   *     where each post is a thread, its title
   * @param pin whether to pin it
   * @param publish whether to publish it where the channel is one that others follow
   * @param tag the platform's own id of the tag that it has in a forum, or null for none
   */
  record OutgoingMessage(
      Address address,
      String nonce,
      Reply.Card card,
      @Nullable Ping pings,
      @Nullable String thread,
      boolean pin,
      boolean publish,
      @Nullable String tag) {

    /** A message without a tag. */
    public OutgoingMessage(
        Address address,
        String nonce,
        Reply.Card card,
        @Nullable Ping pings,
        @Nullable String thread,
        boolean pin,
        boolean publish) {
      this(address, nonce, card, pings, thread, pin, publish, null);
    }

    /** The same message, with a tag where it is one in a forum. */
    public OutgoingMessage tagged(@Nullable String newTag) {
      return new OutgoingMessage(address, nonce, card, pings, thread, pin, publish, newTag);
    }

    /** Whether something goes along with it that is added when it is there. */
    public boolean isFurnished() {
      return thread != null || pin || publish;
    }

    /** A plain message that pings nobody. */
    public static OutgoingMessage of(Address address, String nonce, Reply.Card card) {
      return new OutgoingMessage(address, nonce, card, null, null, false, false);
    }
  }

  /** The outcome of a message. */
  sealed interface Delivery {
    /**
     * It is there.
     *
     * @param messageId the platform's own id of the message
     */
    record Sent(String messageId) implements Delivery {}

    /**
     * Not now: the platform limits us or is down.
     *
     * @param after how long it wants us to wait, or null where it did not say
     */
    record Later(String reason, @Nullable Duration after) implements Delivery {}

    /**
     * Not at all, until somebody changes something.
     *
     * @param reason what is wrong and how to fix it, in words that a moderator understands
     * @param closed whether the member does not take private messages
     */
    record Undeliverable(String reason, boolean closed) implements Delivery {}
  }
}
