package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sentences of the rules, each as members meet it. */
final class RulesInWordsTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @AfterEach
  void close() {
    database.close();
  }

  private void status(String status, int streak) {
    assertThat(lab.facts("asha", "/streak"))
        .containsEntry("status", status)
        .containsEntry("streak", streak);
  }

  @Test
  void aStreakIsDoneAtRiskAtRestBrokenOrNone() {
    status("none", 0);
    lab.say("asha", "/settings rest:sat");
    lab.say("asha", "/done");
    status("done", 1);
    lab.at("2026-01-02T09:00:00Z");
    status("at_risk", 1);
    lab.say("asha", "/done");
    lab.at("2026-01-03T09:00:00Z");
    status("rest", 2);
    lab.say("asha", "/done");
    status("done", 3);
    // One freeze is held; the second missed day is one too many.
    lab.at("2026-01-05T09:00:00Z");
    status("at_risk", 3);
    lab.at("2026-01-06T09:00:00Z");
    status("broken", 0);
    lab.at("2026-01-10T09:00:00Z");
    status("broken", 0);
  }

  @Test
  void aGroupThatNeverHadTwoExpectedOnOneDateIsShownAndNotRanked() {
    lab.say("asha", "/group create name:Solo");
    lab.say("ben", "/group create name:Owls");
    lab.say("chen", "/group join name:Owls");
    lab.at("2026-01-02T09:00:00Z");
    lab.say("asha", "/done");
    lab.say("ben", "/done");
    assertThat(ranks("/leaderboard of:groups")).containsExactly("1 Owls", "null Solo");
    // The date on which a second member is expected counts as soon as it is open.
    lab.say("dia", "/group join name:Solo");
    assertThat(ranks("/leaderboard of:groups")).containsExactly("1 Owls", "null Solo");
    lab.at("2026-01-03T09:00:00Z");
    assertThat(ranks("/leaderboard of:groups")).doesNotContain("null Solo");
    lab.say("dia", "/group leave");
    lab.at("2026-01-05T09:00:00Z");
    assertThat(ranks("/leaderboard of:groups period:week"))
        .as("in a week of its own it is alone again")
        .contains("null Solo");
  }

  @Test
  void aStoppedRaceHasNoWinnerAndMakesRoomForAnother() {
    lab.say("asha", "/group create name:Owls");
    lab.say("ben", "/group join name:Owls");
    lab.moderate("mod", "/race start name:Sprint from:2026-01-02 until:2026-01-08");
    lab.at("2026-01-03T09:00:00Z");
    lab.say("asha", "/done");
    lab.moderate("mod", "/race stop");
    assertThat(lab.facts("asha", "/race show")).containsEntry("state", "stopped");
    lab.at("2026-01-20T09:00:00Z");
    assertThat(lab.facts("asha", "/race show")).containsEntry("state", "stopped");
    assertThat(lab.text("asha", "/race list")).doesNotContain("has won");
    assertThat(lab.posts()).noneMatch(post -> PlainText.of(post.message().card()).contains("won"));
    assertThat(
            lab.moderate("mod", "/race start name:Next from:2026-01-21 until:2026-01-27").problem())
        .isNull();
  }

  @Test
  void afterDay180ItSaysSoAndOffersToStartOver() {
    lab.moderate("mod", "/journey start date:2026-01-01");
    lab.moderate("mod", "/daily set channel:#daily hour:08:00");
    lab.at("2026-06-29T09:00:00Z");
    assertThat(lab.facts("asha", "/topic")).containsEntry("day", 180);
    lab.at("2026-06-30T09:00:00Z");
    assertThat(lab.facts("asha", "/topic")).containsEntry("day", null);
    assertThat(lab.text("asha", "/topic"))
        .contains("has finished all 180 days", "can start the journey again");
    assertThat(lab.text("asha", "/journey show"))
        .contains("All 180 days are done. A moderator can start over: /journey start");
    assertThat(lab.posts().getLast().text())
        .contains("All 180 days are done.", "A moderator can start over: /journey start");
    lab.moderate("mod", "/journey start date:2026-07-01");
    lab.moderatorPresses("mod", "journey start date:2026-07-01 confirm:true");
    lab.at("2026-07-01T09:00:00Z");
    assertThat(lab.facts("asha", "/topic")).containsEntry("day", 1);
  }

  private List<String> ranks(String command) {
    List<?> rows = (List<?>) Objects.requireNonNull(lab.facts("mod", command).get("rows"));
    return rows.stream()
        .map(row -> (Map<?, ?>) row)
        .map(row -> row.get("rank") + " " + row.get("name"))
        .toList();
  }
}
