package dev.cairn.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Form;
import dev.cairn.chat.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "two words", "a & b <c> 100% \"q\" \\", "%26 &amp; %3C", "名前", "x:y z:1"})
  void whatFitsComesBackAsItWas(String value) {
    Press press = new Press(Effect.UPDATE, "U1", Action.of("group show").with("name", value));
    assertThat(press.encoded()).doesNotContain("&", "<", ">");
    assertThat(Press.decoded(press.encoded())).isEqualTo(press);
  }

  @Test
  void aMessageToNobodyHasNoOwner() {
    Press press = new Press(Effect.REPLY, "", Action.of("done"));
    assertThat(press.encoded()).isEqualTo("1R - done");
    assertThat(Press.decoded(press.encoded())).isEqualTo(press);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "2R U1 done", "1X U1 done", "1R U1", "1R U1 NOT-A-COMMAND"})
  void whatIsNotOursIsRefusedPolitely(String text) {
    assertThatThrownBy(() -> Press.decoded(text)).isInstanceOf(Refusal.class);
  }

  @Test
  void aFormComesBackAsItWas() {
    Form form =
        new Form(
            "New & <group>",
            Action.of("group create").with("name", "a \"b\" & c"),
            List.of("name"),
            "Go");
    assertThat(FormCode.encoded(form)).doesNotContain("&", "<", ">");
    assertThat(FormCode.decoded(FormCode.encoded(form))).isEqualTo(form);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"t\":1}", "null", "{"})
  void aFormThatIsNotOursIsRefusedPolitely(String text) {
    assertThatThrownBy(() -> FormCode.decoded(text)).isInstanceOf(Refusal.class);
  }
}
