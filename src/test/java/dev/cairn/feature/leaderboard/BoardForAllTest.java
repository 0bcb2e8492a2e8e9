package dev.cairn.feature.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.Turn;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a channel sees of a board is about everybody in it, whoever asked. */
final class BoardForAllTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @BeforeEach
  void begin() {
    lab.say("asha", "/done");
    lab.say("ravi", "/done");
    lab.say("asha", "/group create owls");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static <B extends Block> List<B> blocks(Turn turn, Class<B> type) {
    return ((Reply.Card) turn.reply())
        .blocks().stream().filter(type::isInstance).map(type::cast).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/leaderboard", "/leaderboard period:week", "/leaderboard of:groups"})
  void onePictureServesAll(String line) {
    List<Block.Picture> first = blocks(lab.say("asha", line), Block.Picture.class);
    assertThat(first).hasSize(1).isEqualTo(blocks(lab.say("ravi", line), Block.Picture.class));
    for (String member : List.of("asha", "ravi", "mei")) {
      Turn turn = lab.say(member, line);
      assertThat(turn.audience()).isEqualTo(Audience.EVERYONE);
      assertThat(turn.text()).doesNotContainPattern("(?i)\\byour?\\b");
    }
  }

  @Test
  void nobodyIsCalledYouBeforeAll() {
    lab.say("mei", "/settings hide:true");
    assertThat(lab.text("mei", "/leaderboard")).doesNotContainPattern("(?i)\\byour?\\b");
    assertThat(lab.text("asha", "/group list")).contains("1 member, asha among them");
    assertThat(lab.text("mei", "/group list")).contains("mei belongs to none yet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/leaderboard period:week", "/leaderboard of:groups"})
  void theTableIsBehindAButton(String line) {
    Turn board = lab.say("asha", line);
    assertThat(blocks(board, Block.Table.class)).isEmpty();
    String table =
        board.offers().stream()
            .filter(offer -> offer.label().equals("As a table"))
            .map(offer -> offer.action().toString())
            .findFirst()
            .orElseThrow();
    Turn told = lab.press("asha", table);
    assertThat(told.audience()).isEqualTo(Audience.CALLER);
    assertThat(blocks(told, Block.Table.class)).hasSize(1);
    assertThat(blocks(told, Block.Picture.class)).isEmpty();
    assertThat(told.reply().facts().values().get("rows"))
        .isEqualTo(board.reply().facts().values().get("rows"));
  }
}
