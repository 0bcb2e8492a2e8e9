package dev.cairn.platform.discord.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.Form;
import java.util.List;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import org.junit.jupiter.api.Test;

class DiscordModalTest {
  private static final CommandSpec SPEC =
      CommandSpec.personal(
          "note", "Keeps a note", Option.optional("text", new OptionType.Text(10), "The note"));

  @Test
  void showsAValueThatFitsAndSaysSoWhereItDoesNot() {
    TextInput fits = input("ten chars.");
    TextInput tooLong = input("eleven char");

    assertThat(fits.getValue()).isEqualTo("ten chars.");
    assertThat(fits.getPlaceHolder()).isNull();
    assertThat(tooLong.getValue()).isNull();
    assertThat(tooLong.getPlaceHolder()).isEqualTo("What it is now is too long for this field");
  }

  /** A modal in which blanks are filled in cannot be made. */
  @Test
  void isLeftEmptyWhereItIsBlank() {
    assertThat(input(" \n").getValue()).isNull();
  }

  private static TextInput input(String value) {
    Form form = new Form("Note", Action.of("note").with("text", value), List.of("text"), "Save");
    Label label =
        DiscordModal.of(form, SPEC, null).orElseThrow().getComponents().getFirst().asLabel();
    return label.getChild().asTextInput();
  }
}
