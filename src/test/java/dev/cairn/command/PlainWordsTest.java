package dev.cairn.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.Problem;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.Turn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainWordsTest {
  private static Database database;
  private static TestConversation lab;

  @BeforeAll
  static void open() {
    database = DatabaseUnderTest.H2.open();
    lab = new TestConversation(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "thanks!|topic",
        "Thank you so much|topic",
        "how is my streak?|streak",
        "I lost my streak :(|streak",
        "hello|topic",
        "what do I study today?|topic",
        "I'm done|done",
        "who is winning?|leaderboard",
        "are there any groups|group list",
        "can you remind me?|settings",
        "good night|streak",
        "say \"never closed, thanks|topic",
        "what is a feature store?|help",
      })
  void plainWordsAreAnsweredWarmlyWithAButton(String said, String action) {
    Turn turn = lab.say("asha", said);
    assertThat(turn.problem()).isNull();
    assertThat(turn.audience()).isEqualTo(Audience.CALLER);
    assertThat(turn.text()).doesNotContain("There is no command");
    assertThat(turn.offers().getFirst().action().toString()).isEqualTo(action);
    assertThat(lab.press("asha", action).problem()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/frobnicate",
        "stroke",
        "frobnicate",
        "/thanks",
        "leaderbord groups",
        "topci day:3"
      })
  void whatLooksLikeAMistypedCommandIsOne(String typed) {
    assertThat(lab.say("asha", typed).problem()).isEqualTo(Problem.UNKNOWN_COMMAND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"streak", "topic 3", "done note:\"thanks to Mei\"", "study help"})
  void aCommandWithoutASlashStaysOne(String typed) {
    assertThat(lab.say("asha", typed).command()).isNotNull();
  }
}
