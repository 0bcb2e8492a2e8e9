package dev.cairn.platform.discord.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Reply;
import dev.cairn.testkit.RandomReplies;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WrittenRepliesTest {
  private static final long SEED = Long.getLong("cairn.seed", 20_260_101L);
  private static final int GENERATED = 300;
  private static final Account STRANGER = new Account(Platform.LOCAL, "lab", "u", "");
  private static final Recipient ASHA = Recipient.caller("170000000000000001");
  private static final Recipient BEN = Recipient.caller("180000000000000002");
  private static final Recipient OLD = Recipient.caller("80351110224678912");

  private final CommandLinks links = new CommandLinks();
  private final DiscordRenderer renderer = new DiscordRenderer(links);
  private final WrittenReplies replies = new WrittenReplies(links);

  private byte[] drawn(Reply reply, Recipient recipient) {
    return renderer.render(reply, recipient).create().toData().toJson();
  }

  private void send(Reply reply, Recipient recipient) {
    replies.note(reply, recipient, true, drawn(reply, recipient));
  }

  private static Reply.Card card() {
    return Reply.Card.titled("Roles")
        .text("In a text, \"custom_id\":\"1u~1ahvyxuy2ku9~ is nobody's.")
        .updateButton("All roles", Action.of("role"))
        .build();
  }

  @Test
  void whatIsKeptReadsAsIfItWereDrawnForWhoeverAsks() {
    for (long seed = SEED; seed < SEED + GENERATED; seed++) {
      Reply reply = new RandomReplies(seed, STRANGER, 60).reply();
      send(reply, ASHA);
      send(reply, ASHA);
      assertThat(replies.find(reply, BEN, true))
          .as("-Dcairn.seed=%d", seed)
          .hasValueSatisfying(json ->
              assertThat(new String(json, StandardCharsets.UTF_8))
                  .isEqualTo(new String(drawn(reply, BEN), StandardCharsets.UTF_8)));
    }
  }

  @Test
  void onlyWhatIsSentAgainIsKept() {
    Reply reply = card();
    send(reply, ASHA);
    assertThat(replies.find(reply, ASHA, true)).isEmpty();
    send(card(), ASHA);
    send(reply, ASHA);
    send(reply, ASHA);
    assertThat(replies.find(reply, BEN, true)).contains(drawn(reply, BEN));
    assertThat(replies.find(card(), BEN, true)).isEmpty();
  }

  @Test
  void whatIsDrawnOtherwiseIsToldApart() {
    Reply reply = card();
    send(reply, ASHA);
    send(reply, ASHA);
    assertThat(replies.find(reply, BEN, false)).isEmpty();
    assertThat(replies.find(reply, OLD, true)).isEmpty();
    assertThat(replies.find(reply, Recipient.CHANNEL, true)).isEmpty();
    assertThat(replies.find(reply, Recipient.direct("170000000000000001", "1", "Guild"), true))
        .isEmpty();
  }
}
