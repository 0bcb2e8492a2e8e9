package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A clock that is put back, and forth again, costs nobody a day, and stops nothing. */
class ClockStepsTest {
  @ParameterizedTest
  @EnumSource
  void backAndForth(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-03-02T09:00:00Z");
      lab.say("asha", "/done");
      lab.at("2026-03-03T09:00:00Z");
      assertThat(lab.facts("asha", "/done")).containsEntry("streak", 2);
      lab.moderate("mod", "/daily set channel:#general hour:10:00");

      lab.at("2026-03-01T09:00:00Z");
      for (String line :
          new String[] {
            "/streak", "/topic", "/leaderboard", "/progress", "/group create name:Owls"
          }) {
        assertThat(lab.say("asha", line).problem()).as(line).isNull();
      }

      lab.at("2026-03-04T09:00:00Z");
      assertThat(lab.facts("asha", "/done"))
          .containsEntry("streak", 3)
          .containsEntry("counted", true);
      assertThat(lab.facts("asha", "/streak"))
          .containsEntry("streak", 3)
          .containsEntry("longest", 3);
      lab.at("2026-03-04T11:00:00Z");
      assertThat(lab.posts().stream().filter(post -> post.kind().equals("daily")))
          .as("the post of a day comes once, whatever the clock does")
          .hasSizeBetween(1, 2);
      long posts = lab.posts().size();
      lab.at("2026-03-04T09:30:00Z");
      lab.at("2026-03-04T11:30:00Z");
      assertThat(lab.posts()).as("not again").hasSize((int) posts);
    }
  }
}
