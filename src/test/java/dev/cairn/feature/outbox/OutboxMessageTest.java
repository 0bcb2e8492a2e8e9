package dev.cairn.feature.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.connection.MessageSender.Address;
import org.junit.jupiter.api.Test;

final class OutboxMessageTest {

  /**
   * A message that was posted before an upgrade is found by its nonce after it. With another one it
   * would be posted twice.
   */
  @Test
  void aNonceStaysTheSameFromVersionToVersion() {
    Address channel = new Address.Channel(new Place(Platform.SLACK, "T1").channel("C1"));
    Address ada = new Address.Direct(new Account(Platform.SLACK, "T1", "U1", "Ada"));
    Address zoe = new Address.Direct(new Account(Platform.DISCORD, "42", "43", "Zoë"));
    assertThat(OutboxMessage.nonce("daily", "2026-03-02:#C1", channel))
        .isEqualTo("daily-e809dd664a873426fb4");
    assertThat(OutboxMessage.nonce("reminder", "7:2026-03-02", ada))
        .isEqualTo("reminder-273f258ddadac251");
    assertThat(OutboxMessage.nonce("buddy", "ended:7:1", zoe))
        .isEqualTo("buddy-999fe6a62172b1f6014");
  }
}
