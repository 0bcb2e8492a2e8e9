package dev.cairn.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Input;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DirectionTest {
  private static final String HEBREW = "\u05d3\u05e0\u05d4";
  private static final String TURNED = "asha\u202e gnidaelsim\u2067";

  @Test
  void whatTurnsTheTextAroundItIsTakenOutOfWhatMembersWrite() {
    assertThat(Direction.cleaned(TURNED)).isEqualTo("asha gnidaelsim");
    assertThat(new Account(Platform.DISCORD, "1", "2", TURNED).name()).isEqualTo("asha gnidaelsim");
    assertThat(new Value.Text(TURNED).value()).isEqualTo("asha gnidaelsim");
    assertThat(new Value.Channel("1", TURNED).name()).isEqualTo("asha gnidaelsim");
    assertThat(new Input.Line("/done note:" + TURNED).text())
        .isEqualTo("/done note:asha gnidaelsim");
    assertThat(Direction.cleaned(HEBREW)).isEqualTo(HEBREW);
  }

  @Test
  void aNameFromRightToLeftKeepsToItsPlaceInABoard() {
    Block.Table board =
        new Block.Table(
            List.of("#", "Member", "Streak"),
            List.of(List.of("1", HEBREW, "12"), List.of("2", "Asha", "7")));
    assertThat(board.rows().getFirst()).containsExactly("1", "\u2068" + HEBREW + "\u2069", "12");
    assertThat(PlainText.table(board).lines())
        .as("isolates take no room")
        .containsExactly(
            "#  Member  Streak", "1  \u2068" + HEBREW + "\u2069     12", "2  Asha    7");
    assertThat(PlainText.of(RichText.EMPTY.bold(HEBREW).plain(", 3 days")))
        .isEqualTo("\u2068" + HEBREW + "\u2069, 3 days");
  }

  @Test
  void isolatingTwiceChangesNothing() {
    String once = Direction.isolated(HEBREW);
    assertThat(Direction.isolated(once)).isEqualTo(once);
    assertThat(Direction.isolated("Asha")).isEqualTo("Asha");
    assertThat(Direction.isolated("")).isEmpty();
  }
}
