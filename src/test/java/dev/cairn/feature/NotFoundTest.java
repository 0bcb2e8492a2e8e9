package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotFoundTest {
  private static final Control ALL =
      new Control.Button(
          "All birds", Action.of("bird"), Control.Button.Style.SECONDARY, Effect.REPLY);

  @Test
  void withoutAGuessItSaysWhatThereIsNot() {
    Reply.Notice notice = NotFound.of("bird", "xyz", List.of(), ALL).notice();
    assertThat(notice.problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(PlainText.of(notice)).isEqualTo("There is no bird “xyz”. All birds: /bird.");
    assertThat(notice.controls()).containsExactly(ALL);
  }

  @Test
  void aGuessIsAButtonThatGivesTheRightCommand() {
    Reply.Notice notice = NotFound.of("bird", "robn", guesses("robn"), ALL).notice();
    assertThat(PlainText.of(notice)).isEqualTo("There is no bird “robn”. Did you mean robin?");
    assertThat(Conversation.actions(notice)).containsExactly("bird name:robin", "bird");
  }

  @Test
  void threeGuessesAreEnough() {
    Reply.Notice notice = NotFound.of("bird", "tit", guesses("tit"), ALL).notice();
    assertThat(PlainText.of(notice))
        .isEqualTo("There is no bird “tit”. Did you mean blue tit, coal tit or great tit?");
  }

  @Test
  void reasonsCanBeGivenInOtherWords() {
    Reply.Notice notice =
        NotFound.because(RichText.of("No bird sings at night."), guesses("blue tit")).notice();
    assertThat(PlainText.of(notice)).isEqualTo("No bird sings at night. Did you mean blue tit?");
  }

  private static List<NotFound.Guess> guesses(String typed) {
    return NotFound.guesses(
        typed,
        List.of("blue tit", "coal tit", "great tit", "marsh tit", "robin"),
        name -> name,
        name -> Action.of("bird").with("name", name));
  }
}
