package dev.cairn.feature.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one member says about one day does not fill the disk. */
final class SaidOfOneDayTest {
  @ParameterizedTest
  @EnumSource
  void aHundredNotesAreKeptOfOneDay(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database);
      for (int said = 0; said < CheckIns.MOST_SAID; said++) {
        assertThat(lab.text("asha", "/done note:\"page " + said + "\""))
            .doesNotContain("100 times");
      }

      String another = lab.text("asha", "/done note:\"one more page\"");

      assertThat(another).contains("Your check-in counts", "100 times");
      assertThat(lab.text("asha", "/done link:https://asha.example/")).contains("100 times");
      assertThat(lab.text("asha", "/done undo:true")).contains("100 times");
      assertThat(lab.facts("asha", "/done day:7 minutes:20"))
          .as("who studies more days of the journey is answered as ever")
          .containsEntry("counted", false)
          .containsEntry("streak", 1);
      assertThat(said(database)).isEqualTo(CheckIns.MOST_SAID);
      assertThat(lab.facts("bo", "/done note:\"page 1\"")).containsEntry("counted", true);

      lab.after(Duration.ofDays(1));
      assertThat(lab.facts("asha", "/done note:\"page 101\"")).containsEntry("streak", 2);
    }
  }

  private static long said(Database database) {
    return database
        .query("select count(*) from check_in_entry where note is not null or link is not null")
        .one(Long.class);
  }
}
