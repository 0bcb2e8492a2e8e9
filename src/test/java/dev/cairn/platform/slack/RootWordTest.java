package dev.cairn.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Action;
import dev.cairn.chat.Control;
import dev.cairn.chat.PlainText;
import dev.cairn.chat.Problem;
import dev.cairn.chat.Reply;
import dev.cairn.chat.RichText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reply tells to type is what Slack takes. */
class RootWordTest {
  private final RootWord rootWord = new RootWord("study");

  @Test
  void standsBeforeEveryCommandThatACardNames() {
    Reply.Card card =
        Reply.Card.titled("/done")
            .text(RichText.of("Today: ").code("/topic day:5").plain("."))
            .items(List.of(RichText.EMPTY.code("/group list").plain(" – All groups")))
            .button("Help on /streak", Action.of("streak"))
            .build();
    for (Reply reply : List.of(card)) {
      assertThat(PlainText.of(rootWord.before(reply)))
          .contains("/study done", "/study topic day:5", "/study group list");
    }
    assertThat(rootWord.before(card).controls().getFirst())
        .isInstanceOfSatisfying(
            Control.Button.class,
            button -> {
              assertThat(button.label()).isEqualTo("Help on /study streak");
              assertThat(button.action()).isEqualTo(Action.of("streak"));
            });
  }

  @Test
  void standsBeforeTheCommandsOfANotice() {
    Reply notice =
        Reply.Notice.refused(
            Problem.UNKNOWN_COMMAND, RichText.of("To see all of them: ").code("/help"));
    assertThat(PlainText.of(rootWord.before(notice))).isEqualTo("To see all of them: /study help");
  }

  @Test
  void isNotGivenTwiceAndLeavesOtherWordsAlone() {
    for (RichText text :
        List.of(
            RichText.EMPTY.code("/study help"),
            RichText.EMPTY.code("/study"),
            RichText.EMPTY.code("minutes/day"),
            RichText.EMPTY.code("/"),
            RichText.of("/topic is what a member wrote"))) {
      Reply.Notice notice = Reply.Notice.ok(text);
      assertThat(rootWord.before(notice)).isEqualTo(notice);
    }
  }
}
