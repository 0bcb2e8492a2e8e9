package dev.cairn.feature.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.catalog.Stage;
import dev.cairn.chat.Audience;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.Turn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was studied, as members tell it and see it. */
final class ProgressCommandTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @AfterEach
  void close() {
    database.close();
  }

  private static int core(int day) {
    return TestConversation.CATALOG.day(day).orElseThrow().minutes().core();
  }

  private static Map<?, ?> stage(Map<String, @Nullable Object> facts, int index) {
    return (Map<?, ?>) ((List<?>) Objects.requireNonNull(facts.get("stages"))).get(index);
  }

  @Test
  void nothingIsStudiedBeforeOneSaysSo() {
    lab.say("asha", "/done");
    Map<String, @Nullable Object> facts = lab.facts("asha", "/progress");
    assertThat(facts)
        .containsEntry("studied", 0)
        .containsEntry("of", 180)
        .containsEntry("next", 1)
        .containsEntry("minutes", 0)
        .containsEntry("skipped", List.of());
    Stage first = TestConversation.CATALOG.stages().getFirst();
    assertThat(stage(facts, 0))
        .isEqualTo(
            Map.of(
                "id", "orientation", "title", first.name(), "studied", 0, "of", first.lastDay()));
  }

  @Test
  void severalDaysHangOnOneCheckIn() {
    Map<String, @Nullable Object> first = lab.facts("asha", "/done day:1");
    assertThat(first).containsEntry("counted", true).containsEntry("day", 1);
    assertThat(lab.facts("asha", "/done day:1")).containsEntry("counted", false);
    assertThat(lab.facts("asha", "/done day:4"))
        .containsEntry("counted", false)
        .containsEntry("streak", 1);
    Map<String, @Nullable Object> facts = lab.facts("asha", "/progress");
    assertThat(facts)
        .containsEntry("studied", 2)
        .containsEntry("next", 5)
        .containsEntry("skipped", List.of(2, 3))
        .containsEntry("minutes", core(1) + core(4));
    assertThat(stage(facts, 0).get("studied")).isEqualTo(2);
  }

  @Test
  void theButtonBelowADayRecordsThatDay() {
    lab.say("asha", "/topic");
    assertThat(lab.press("asha", "done").reply().facts().values()).containsEntry("day", 1);
    assertThat(lab.facts("asha", "/progress")).containsEntry("studied", 1);
  }

  @Test
  void aRepeatedDeliveryRecordsNothingAnew() {
    lab.say("asha", "/done day:1", "press-1");
    lab.say("asha", "/done day:2", "press-1");
    assertThat(lab.facts("asha", "/progress")).containsEntry("studied", 1);
  }

  @Test
  void whatWasSaidOfTheMinutesHoldsOverWhatIsPlanned() {
    lab.say("asha", "/done day:1 minutes:20");
    lab.say("asha", "/done minutes:15");
    lab.at("2026-01-02T09:00:00Z").say("asha", "/done day:2");
    assertThat(lab.facts("asha", "/progress")).containsEntry("minutes", 35 + core(2));
  }

  @Test
  void whatHungOnACheckInIsTakenBackWithIt() {
    lab.say("asha", "/done day:1");
    lab.at("2026-01-02T09:00:00Z").say("asha", "/done day:2 minutes:20");
    lab.say("asha", "/done day:3");
    lab.say("asha", "/done undo:true");
    assertThat(lab.facts("asha", "/progress"))
        .containsEntry("studied", 1)
        .containsEntry("next", 2)
        .containsEntry("minutes", core(1));
    lab.say("asha", "/done day:2");
    assertThat(lab.facts("asha", "/progress"))
        .containsEntry("studied", 2)
        .containsEntry("minutes", core(1) + core(2));
  }

  @Test
  void aDayCanBeToldForYesterday() {
    lab.say("asha", "/done day:1");
    lab.at("2026-01-03T09:00:00Z").say("asha", "/done yesterday:true day:2");
    lab.say("asha", "/done day:3");
    lab.say("asha", "/done undo:true");
    assertThat(lab.facts("asha", "/progress")).containsEntry("studied", 2);
    lab.say("asha", "/done undo:true");
    assertThat(lab.facts("asha", "/progress")).containsEntry("studied", 1);
  }

  @Test
  void afterTheLastDayComesWhatWasSkipped() {
    lab.say("asha", "/done day:180");
    assertThat(lab.facts("asha", "/progress")).containsEntry("next", 1);
  }

  @Test
  void whoseEveryDayIsStudiedHasNothingNext() {
    for (int day = 1; day <= 180; day++) {
      lab.say("asha", "/done day:" + day);
    }
    assertThat(lab.facts("asha", "/progress"))
        .containsEntry("studied", 180)
        .containsEntry("next", null)
        .containsEntry("skipped", List.of());
  }

  @Test
  void anotherMembersProgressIsShownToTheCallerOnly() {
    lab.say("ben", "/done day:3");
    Turn turn = lab.say("asha", "/progress member:@ben");
    assertThat(turn.reply().facts().values()).containsEntry("studied", 1);
    assertThat(turn.audience()).isEqualTo(Audience.CALLER);
    assertThat(lab.text("asha", "/progress member:@ben"))
        .contains("Progress of ben: 1 of 180 days.");
  }
}
