package dev.cairn.feature.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.Property;
import dev.cairn.feature.recompute.Recomputation.Changes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a moderator did is undone as a fact of its own, once, and told. */
class UndoTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database).at("2026-01-01T09:00:00Z");

  @AfterEach
  void close() {
    database.close();
  }

  private String undoLast(String moderator) {
    assertThat(lab.moderate(moderator, "/audit undo:true").text()).contains("Undo this?");
    return lab.moderatorPresses(moderator, press(moderator)).text();
  }

  private String press(String moderator) {
    Object id = lab.moderate(moderator, "/audit undo:true").reply().facts().values().get("id");
    return "audit id:" + id + " confirm:true";
  }

  @Test
  void nothingIsChangedBeforeItIsConfirmed() {
    lab.say("asha", "/done");
    lab.moderate("mod", "/checkin revoke @asha 2026-01-01 reason:oops");
    assertThat(lab.moderate("mod", "/audit undo:true").text())
        .contains("mod revoked the check-in of asha on Thursday 1 January 2026")
        .contains("Thursday 1 January 2026 counts again")
        .contains("Nothing is changed yet.");
    assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 0);
    assertThat(undoLast("mod")).contains("Undone", "The streak of asha is now 1 day");
    assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 1);
    assertThat(lab.moderate("mod", "/audit").text())
        .contains("undid: mod revoked the check-in of asha")
        .contains("(undone by mod)");
  }

  @Test
  void anActionIsUndoneOnceAndAnUndoingIsNotUndone() {
    lab.say("asha", "/done");
    lab.moderate("mod", "/checkin revoke @asha 2026-01-01 reason:oops");
    lab.moderate("ada", "/audit");
    assertThat(lab.moderatorPresses("ada", "audit id:1").text()).contains("Undo this?");
    undoLast("mod");
    assertThat(lab.moderatorPresses("ada", "audit id:1 confirm:true").text())
        .contains("mod has undone it already.");
    assertThat(lab.moderate("mod", "/audit undo:true").text())
        .contains("You have changed nothing that could be undone.");
    assertThat(lab.moderate("mod", "/audit").offers()).isEmpty();
  }

  @Test
  void whatWasChangedSinceIsLeftAlone() {
    lab.say("asha", "/done");
    lab.moderate("mod", "/checkin revoke @asha 2026-01-01 reason:oops");
    lab.at("2026-01-02T09:00:00Z");
    lab.moderate("ada", "/checkin grant @asha 2026-01-01 reason:sorry");
    assertThat(lab.moderate("mod", "/audit undo:true").text())
        .contains("That cannot be undone any more", "has been changed since");
    assertThat(undoLast("ada")).contains("is revoked again, as it was before");
    assertThat(undoLast("mod")).contains("counts again");
    assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/community set freezecap:3 quorum:60 timezone:Asia/Tokyo|/community show",
        "/journey start date:2025-12-20 without:sat,sun|/journey show",
        "/daily set channel:#general hour:08:00|/daily show",
        "/milestone rules streak:3,5 auto:true digest:5|/milestone rules",
        "/community set reviewexport:true|/community show",
        "/community retention days:30|/community retention",
        "/member zone @asha Asia/Tokyo reason:x|/settings",
      })
  void whatWasSetIsAsBefore(String action, String show) {
    lab.say("asha", "/done");
    lab.at("2026-01-01T10:00:00Z");
    String before = shown(show);
    lab.moderate("mod", action);
    assertThat(shown(show)).isNotEqualTo(before);
    undoLast("mod");
    assertThat(shown(show)).isEqualTo(before);
  }

  private String shown(String command) {
    return command.equals("/settings")
        ? lab.text("asha", command)
        : lab.moderate("mod", command).text();
  }

  @Test
  void aSecondChangeIsUndoneToTheFirst() {
    lab.moderate("mod", "/journey start date:2025-12-20");
    lab.moderate("mod", "/daily set channel:#general hour:08:00");
    String journey = lab.moderate("mod", "/journey show").text();
    lab.moderate("mod", "/journey skip");
    lab.moderate("mod", "/journey pause");
    assertThat(undoLast("mod")).contains("The journey is what it was before. Today is day 14.");
    assertThat(undoLast("mod")).contains("Today is day 13.");
    assertThat(lab.moderate("mod", "/journey show").text()).isEqualTo(journey);
    lab.moderate("mod", "/daily set hour:07:00 weekdays:mon,fri pin:true");
    undoLast("mod");
    assertThat(lab.moderate("mod", "/daily show").reply().facts().values())
        .containsEntry("hour", "08:00")
        .containsEntry("pin", false);
  }

  @Test
  void aPostIsPutBackAndTakenDownAgain() {
    lab.say("asha", "/blog add https://example.org/a title:Hello");
    lab.moderate("mod", "/blog strike @asha https://example.org/a reason:copied");
    assertThat(undoLast("mod")).contains("asha has 1 post now");
    lab.moderate("mod", "/blog strike @asha https://example.org/a reason:copied");
    lab.moderate("mod", "/blog strike @asha https://example.org/a reason:fine undo:true");
    assertThat(undoLast("mod")).contains("asha has 0 posts now");
    assertThat(lab.text("asha", "/blog add https://example.org/a")).contains("“copied”");
  }

  @Test
  void aDismissedMilestoneWaitsAgainAndAnAnnouncedOneStays() {
    lab.moderate("mod", "/milestone rules channel:#news");
    lab.say("asha", "/blog add https://example.org/a title:Hello");
    lab.moderate("mod", "/milestone edit 1 words:\"Well done\"");
    lab.moderate("mod", "/milestone dismiss 1");
    assertThat(undoLast("mod")).contains("waits for a moderator again");
    assertThat(undoLast("mod")).contains("in the usual words again");
    assertThat(lab.moderate("mod", "/milestone show 1").text())
        .contains("asha has written their first blog post.")
        .doesNotContain("Well done");
    lab.moderate("mod", "/milestone announce 1");
    assertThat(lab.moderate("mod", "/audit undo:true").text())
        .contains("That cannot be undone. What was announced stays announced");
  }

  @Test
  void aPlannedMilestoneWaitsAgainAndADismissedPlanIsAPlanAgain() {
    lab.moderate("mod", "/milestone rules channel:#news");
    lab.say("asha", "/blog add https://example.org/a title:Hello");
    lab.moderate("mod", "/milestone announce 1 at:\"2026-01-10 09:00\"");
    lab.moderate("mod", "/milestone dismiss 1");
    assertThat(undoLast("mod"))
        .contains("is planned for Saturday 10 January 2026, 09:00 (UTC) again");
    assertThat(lab.moderate("mod", "/milestone list").text())
        .contains("planned for Saturday 10 January 2026");
    assertThat(undoLast("mod")).contains("waits for a moderator again");
    assertThat(lab.moderate("mod", "/milestone list").text()).contains("first post, waiting");
  }

  @Test
  void whatCannotBeUndoneSaysWhy() {
    lab.moderate("mod", "/daily set channel:#general hour:08:00");
    lab.moderate("mod", "/daily post");
    assertThat(lab.moderate("mod", "/audit undo:true").text())
        .contains("What was posted can be deleted in the channel, not by me.");
    lab.say("asha", "/group create Owls");
    lab.moderate("mod", "/race start name:Spring from:2026-01-05 until:2026-01-20");
    assertThat(lab.moderate("mod", "/audit undo:true").text()).contains("race stop");
    lab.moderate("mod", "/race stop");
    assertThat(lab.moderate("mod", "/audit undo:true").text()).contains("stays stopped");
  }

  @Test
  void aCorrectionThatIsUndoneLeavesEveryStreakAsItWas() {
    int[] undone = new int[1];
    Property.forAll(25, random -> undone[0] += correctionsLeaveNoTrace(random));
    assertThat(undone[0]).isGreaterThan(25);
  }

  private static int correctionsLeaveNoTrace(RandomGenerator random) {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-01T09:00:00Z");
      LocalDate first = LocalDate.of(2026, 1, 1);
      int days = random.nextInt(5, 30);
      lab.say("asha", "/settings rest:" + (random.nextBoolean() ? "sun" : "none"));
      for (int day = 0; day < days; day++) {
        if (random.nextInt(10) < 7) {
          lab.say("asha", "/done");
        }
        if (random.nextInt(12) == 0) {
          lab.say("asha", "/pause until:" + first.plusDays(day + 2L));
        }
        lab.after(Duration.ofDays(1));
      }
      int done = 0;
      for (int i = 0; i < 6; i++) {
        List<Map<String, @Nullable Object>> before = facts(lab);
        LocalDate day = first.plusDays(random.nextInt(days));
        String verb = List.of("grant", "revoke", "excuse").get(random.nextInt(3));
        boolean made =
            lab.moderate("mod", "/checkin %s @asha %s reason:r%d".formatted(verb, day, i))
                .text()
                .startsWith("Done");
        if (made && random.nextInt(3) > 0) {
          Object id = lab.moderate("mod", "/audit undo:true").reply().facts().values().get("id");
          lab.moderatorPresses("mod", "audit id:" + id + " confirm:true");
          assertThat(facts(lab)).as("after undoing to %s %s", verb, day).isEqualTo(before);
          done++;
        }
      }
      Instant now = first.plusDays(days).atTime(9, 0).toInstant(ZoneOffset.UTC);
      assertThat(lab.cairn().recomputation().tried(now)).isEqualTo(new Changes(0, 0, 0, 0, 0));
      return done;
    }
  }

  private static List<Map<String, @Nullable Object>> facts(TestConversation lab) {
    return List.of(lab.facts("asha", "/streak why:true"), lab.facts("asha", "/leaderboard"));
  }
}
