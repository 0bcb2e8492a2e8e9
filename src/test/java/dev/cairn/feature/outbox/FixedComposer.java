package dev.cairn.feature.outbox;

import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import java.util.Optional;

/** Finds the same words for everything. */
enum FixedComposer implements MessageComposer {
  WORDS;

  static final String KIND = "test";
  private static final Reply.Card CARD = Reply.Card.titled("Hear").text("This.").build();

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMessage> compose(OutboxMessage announcement) {
    return Optional.of(
        new OutgoingMessage(
            announcement.address(),
            announcement.nonce(),
            CARD,
            null,
            "about " + announcement.nonce(),
            false,
            false));
  }
}
