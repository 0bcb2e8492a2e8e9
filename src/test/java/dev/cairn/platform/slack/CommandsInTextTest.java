package dev.cairn.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Action;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.platform.slack.render.Rendition;
import dev.cairn.platform.slack.render.SlackMessage;
import dev.cairn.platform.slack.render.SlackRenderer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slack keeps {@code /topic} for itself; who reads of a command there is told what to type. */
class CommandsInTextTest {
  private static final Rendition STUDY = Rendition.of("U1", "study");

  private static String shown(Reply reply) {
    SlackMessage message = SlackRenderer.messages(reply, STUDY).getFirst();
    return message.text() + "\n" + ShownText.of(message.blocks());
  }

  @Test
  void aCommandFollowsTheOneWordThatSlackKnows() {
    Reply card =
        Reply.Card.titled("Today")
            .text(RichText.of("Today: ").command(Action.of("topic").with("day", 5)).plain("."))
            .text(RichText.of("Also *this*: ").command("streak"))
            .items(List.of(RichText.EMPTY.command("group list").plain(" – All groups")))
            .field("More", RichText.EMPTY.command("help", "topic"))
            .build();
    assertThat(shown(card))
        .contains("/study topic day:5", "/study streak", "/study group list", "/study help topic")
        .doesNotContain("/topic", "/group", "/help");
    assertThat(SlackRenderer.inWords(card, STUDY).getFirst().text()).contains("/study topic day:5");
  }

  @Test
  void whatMembersWriteStaysAsItIs() {
    Reply notice =
        Reply.Notice.ok(
            RichText.of("/topic is what a member wrote, ").code("/minutes").plain(" too"));
    assertThat(shown(notice)).contains("/topic is what", "/minutes").doesNotContain("/study");
  }

  @Test
  void anotherWordIsAnotherWord() {
    Reply notice = Reply.Notice.ok(RichText.EMPTY.command("done"));
    assertThat(SlackRenderer.messages(notice, Rendition.of("U1", "learn")).getFirst().text())
        .isEqualTo("/learn done");
  }
}
