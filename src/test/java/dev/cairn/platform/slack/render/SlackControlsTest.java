package dev.cairn.platform.slack.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.command.ControlId;
import dev.cairn.command.ControlId.Task;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackControlsTest {
  private static final Form FORM =
      new Form(
          "New & <group>",
          Action.of("group create").with("name", "a \"b\" & c"),
          List.of("name"),
          "Go | 100%");

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "two words", "a & b <c> 100% \"q\" \\", "%26 &amp; %3C", "名前", "x:y z:1"})
  void whatFitsComesBackAsItWas(String value) {
    Action action = Action.of("group show").with("name", value);
    assertComesBack(new ControlId("U1", null, new Task.Press(Effect.UPDATE, action)));
    assertComesBack(new ControlId(null, null, new Task.Pick(Effect.REPLY, "of", action)));
  }

  @Test
  void aFormComesBackAsItWas() {
    assertComesBack(new ControlId("U1", null, new Task.Open(FORM)));
  }

  private static void assertComesBack(ControlId id) {
    String text = SlackControls.written(id, SlackLimits.BUTTON_VALUE).orElseThrow();
    assertThat(text).doesNotContain("&", "<", ">");
    assertThat(SlackControls.read(text)).isEqualTo(id);
    assertThat(SlackControls.readSelect("s3 " + text)).isEqualTo(id);
  }

  /** What these ids were before Slack and Discord shared one form: messages of then still work. */
  @Test
  void readsWhatItOnceWrote() {
    assertThat(SlackControls.read("1R - done"))
        .isEqualTo(new ControlId(null, null, new Task.Press(Effect.REPLY, Action.of("done"))));
    Action board = Action.of("leaderboard").with("of", "groups");
    assertThat(SlackControls.read("1U U1 leaderboard of:groups"))
        .isEqualTo(new ControlId("U1", null, new Task.Press(Effect.UPDATE, board)));
    assertThat(SlackControls.readSelect("s3 period 1U U1 leaderboard of:groups"))
        .isEqualTo(new ControlId("U1", null, new Task.Pick(Effect.UPDATE, "period", board)));
    assertThat(
            SlackControls.read(
                "{\"t\":\"New %26 %3Cgroup%3E\",\"a\":\"group create name:\\\"a \\\\\\\"b\\\\\\\""
                    + " %26 c\\\"\",\"q\":[\"name\"],\"s\":\"Go | 100%25\"}"))
        .isEqualTo(new ControlId(null, null, new Task.Open(FORM)));
  }

  @Test
  void whatDoesNotFitIsNotWritten() {
    ControlId tooLong =
        new ControlId(
            "U1",
            null,
            new Task.Press(Effect.REPLY, Action.of("note").with("words", "x".repeat(200))));
    assertThat(SlackControls.written(tooLong, 200)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "2R U1 done",
        "1X U1 done",
        "1R U1",
        "1R U1 NOT-A-COMMAND",
        "[]",
        "{}",
        "{\"t\":1}",
        "null",
        "{"
      })
  void whatIsNotOursIsRefusedPolitely(String text) {
    assertThatThrownBy(() -> SlackControls.read(text)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> SlackControls.readSelect("s1 " + text)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> SlackControls.readSelect(text)).isInstanceOf(Refusal.class);
  }
}
