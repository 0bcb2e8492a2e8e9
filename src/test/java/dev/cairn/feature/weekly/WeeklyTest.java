package dev.cairn.feature.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.TestConversation.Posted;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WeeklyTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @AfterEach
  void close() {
    database.close();
  }

  private List<Posted> summaries() {
    return lab.posts().stream().filter(post -> post.kind().equals("weekly")).toList();
  }

  /** The week of Monday 5 January 2026. */
  private void aWeek() {
    lab.at("2026-01-01T10:00:00Z").say("ben", "/done");
    lab.at("2026-01-04T10:00:00Z").say("asha", "/group create name:Owls");
    lab.say("ben", "/group join name:Owls");
    lab.say("chiara", "/group create name:Larks");
    lab.say("dev", "/group join name:Larks");
    lab.at("2026-01-05T09:00:00Z").moderate("mod", "/daily set channel:#daily hour:08:00");
    for (int day = 0; day < 7; day++) {
      lab.at("2026-01-%02dT10:00:00Z".formatted(5 + day));
      lab.say("asha", "/done");
      if (day >= 4) {
        lab.say("ben", "/done");
      }
      if (day < 2) {
        lab.say("chiara", "/done");
      }
    }
  }

  @Test
  void onMondayTheWeekIsSummedUp() {
    aWeek();
    lab.at("2026-01-12T09:00:00Z");
    assertThat(summaries()).hasSize(1);
    Posted post = summaries().getFirst();
    assertThat(post.at()).isEqualTo("2026-01-12T08:00:00Z");
    ReplyData facts = post.message().card().facts();
    assertThat(facts.values())
        .containsEntry("from", "2026-01-05")
        .containsEntry("checkIns", 12)
        .containsEntry("members", 3)
        .containsEntry("returned", List.of("ben"))
        .containsEntry(
            "records",
            List.of(Map.of("name", "asha", "streak", 7), Map.of("name", "ben", "streak", 3)))
        .containsEntry("tomorrow", 13);
    assertThat(post.text()).contains("Owls won the week.");
  }

  @Test
  void aQuietWeekIsPassedOverAndItCanBeSwitchedOff() {
    aWeek();
    lab.at("2026-01-11T11:00:00Z").moderate("mod", "/daily set weekly:no");
    lab.at("2026-01-12T09:00:00Z").moderate("mod", "/daily set weekly:yes");
    lab.at("2026-01-26T09:00:00Z");
    assertThat(summaries()).as("off on the 12th, nobody there before the 19th").isEmpty();
  }
}
