package dev.cairn.feature.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to {@code /topic}, and what is answered. */
class TopicCommandTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({"/topic, 1", "/topic 12, 12", "/topic day:180, 180"})
  void aDayIsShown(String line, int day) {
    assertThat(lab.facts("asha", line))
        .containsEntry("day", day)
        .containsEntry("title", TestConversation.CATALOG.journey().get(day - 1).title());
  }

  @ParameterizedTest
  @CsvSource({
    "/topic 181, 1 to 180",
    "/topic 0, 1 to 180",
    "/topic -3, 1 to 180",
    "/topic day:181, 180",
    "/topic track:mlosp, Did you mean mlops?",
  })
  void whatIsNotThereIsToldWithWhatIs(String line, String told) {
    assertThat(lab.text("asha", line)).contains(told);
  }

  @Test
  void aTrackIsShownByItsNextDay() {
    assertThat(lab.facts("asha", "/topic track:mlops")).containsEntry("track", "mlops");
  }
}
