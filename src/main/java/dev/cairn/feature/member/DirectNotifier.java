package dev.cairn.feature.member;

import dev.cairn.chat.Account;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.Connections;
import dev.cairn.connection.MessageSender;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells members by direct message, on the first of their platforms that takes it. */
public final class DirectNotifier implements Notifier {
  private static final Logger LOG = LoggerFactory.getLogger(DirectNotifier.class);
  private static final int NONCE_LENGTH = 25;

  private final Members members;
  private final Connections connections;
  private final Executor executor;

  /**
   * @param executor sends: a platform may take its time, and the moderator who caused the message
   *     does not wait for it
   */
  public DirectNotifier(Members members, Connections connections, Executor executor) {
    this.members = members;
    this.connections = connections;
    this.executor = executor;
  }

  @Override
  public void tell(Member member, Reply.Card card) {
    executor.execute(() -> send(member, card));
  }

  private void send(Member member, Reply.Card card) {
    String nonce = UUID.randomUUID().toString().replace("-", "").substring(0, NONCE_LENGTH);
    boolean told =
        members.accounts(member).stream().anyMatch(account -> send(account, nonce, card));
    if (!told) {
      LOG.info("member {} could not be told: {}", member.id().value(), card.title());
    }
  }

  private boolean send(Account account, String nonce, Reply.Card card) {
    MessageSender.OutgoingMessage outgoing =
        MessageSender.OutgoingMessage.of(new MessageSender.Address.Direct(account), nonce, card);
    return connections
        .sender(account.platform())
        .map(sender -> sender.send(outgoing) instanceof MessageSender.Delivery.Sent)
        .orElse(false);
  }
}
