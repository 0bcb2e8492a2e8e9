package dev.cairn.feature.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import org.junit.jupiter.api.Test;

final class JourneyCommandsTest {
  @Test
  void weekdaysThatAJourneyToComeWillLeaveOutAreShown() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-02T09:00:00Z");
      assertThat(lab.moderate("mod", "/journey start date:2026-01-05 without:sat,sun").text())
          .contains("Weekdays without a topic: Saturday and Sunday");
      assertThat(lab.moderate("mod", "/journey show").text())
          .contains("Weekdays without a topic: Saturday and Sunday");
    }
  }
}
