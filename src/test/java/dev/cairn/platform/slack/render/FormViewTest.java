package dev.cairn.platform.slack.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.Form;
import dev.cairn.platform.slack.api.Interaction;
import dev.cairn.platform.slack.standin.SlackContract;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormViewTest {
  private static final CommandSpec SPEC =
      CommandSpec.personal(
          "every",
          "Takes every kind of option",
          Option.optional("words", new OptionType.Text(20), "Some words"),
          Option.optional("count", new OptionType.Whole(1, 180), "A number"),
          Option.optional("kind", OptionType.Choice.of("red", "blue"), "A choice"),
          Option.optional("sure", new OptionType.Flag(), "A flag"),
          Option.optional("day", new OptionType.Date(), "A date"),
          Option.optional("who", new OptionType.Member(), "A member"),
          Option.optional("where", new OptionType.Channel(), "A channel"),
          Option.optional("role", new OptionType.Role(), "A role"),
          Option.optional("link", new OptionType.Url(), "An address"),
          Option.optional("topic", new OptionType.Text(80), "Completed as one types")
              .suggesting((caller, typed) -> List.of(new ChoiceValue("drift", "Drift"))));

  /** Slack opens no modal in which anything is filled in that it would not take. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          words | as it is              | "as it is"
          words | 👩‍🚀👩‍🚀👩‍🚀👩‍🚀👩‍🚀        | too long for this field
          count | 7                     | "7"
          count | many                  |
          count | 181                   |
          count | 99999999999999999999  |
          kind  | blue                  | "initial_option"
          kind  | green                 |
          sure  | true                  | "initial_option"
          sure  | perhaps               |
          day   | 2026-01-31            | "2026-01-31"
          day   | today                 |
          day   | +12026-01-31          |
          day   | 2026-13-31            |
          who   | <@U1>                 | "U1"
          who   | @asha                 |
          where | <#C1>                 | "C1"
          where | #general              |
          role  | readers               | "readers"
          link  | https://e.example/a   | "https://e.example/a"
          link  | e.example             |
          topic | drift                 | "initial_option"
          topic | a & b & c & d & e & f & g & h & i & j & k & l & m & n & o & p & q & r |
          """,
      delimiter = '|')
  void isFilledInWithWhatSlackTakes(String option, String value, String shown) {
    JsonObject modal = of(option, value);
    assertThat(SlackContract.ofModal(modal)).as("%s", modal).isEmpty();
    String input = modal.getAsJsonArray("blocks").toString();
    if (shown == null) {
      assertThat(input).doesNotContain("\"initial_");
    } else {
      assertThat(input).contains(shown);
    }
  }

  private static JsonObject of(String option, String value) {
    return FormView.of(
        new Form("Everything", Action.of("every").with(option, value), List.of(option), "Send"),
        SPEC,
        Interaction.Place.message("C1", false, null));
  }
}
