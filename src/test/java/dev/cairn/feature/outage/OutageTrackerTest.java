package dev.cairn.feature.outage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.TestCommunity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OutageTrackerTest {

  private static TestCommunity checkedInOnThe2nd(Database database) {
    TestCommunity lab = new TestCommunity(database).at("2026-03-02T09:00:00Z");
    lab.text("asha", "/done");
    return lab;
  }

  private static void reached(TestCommunity lab, String at) {
    lab.outageTracker.reached(Platform.LOCAL, Instant.parse(at));
  }

  private static Object streakAt(TestCommunity lab, String at) {
    return lab.at(at).streaks.of(lab.member("asha"), lab.now()).length();
  }

  @ParameterizedTest
  @EnumSource
  void anHourOfSilenceLateInADayCoversIt(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = checkedInOnThe2nd(database);
      reached(lab, "2026-03-04T02:50:00Z");
      reached(lab, "2026-03-04T03:50:00Z");
      assertThat(streakAt(lab, "2026-03-04T09:00:00Z")).as("the 3rd is covered").isEqualTo(1);
      assertThat(lab.facts("asha", "/leaderboard").get("own")).isNotNull();
      assertThat(lab.text("asha", "/streak why:true")).contains("our fault");
      // The freeze that a member starts with bridges one day, and no second.
      assertThat(streakAt(lab, "2026-03-05T04:00:00Z")).as("the 4th is frozen").isEqualTo(1);
      assertThat(streakAt(lab, "2026-03-06T04:00:00Z")).as("the 4th is not").isEqualTo(0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasLostBeforeItWasKnownIsGivenBack(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = checkedInOnThe2nd(database);
      reached(lab, "2026-03-03T12:00:00Z");
      // Another way in was open all the time: the streak is seen broken, and settled as such.
      lab.at("2026-03-08T09:00:00Z").text("asha", "/pause off:true");
      assertThat(streakAt(lab, "2026-03-08T09:00:00Z")).isEqualTo(0);
      assertThat(lab.facts("asha", "/leaderboard")).containsEntry("own", null);

      reached(lab, "2026-03-08T10:00:00Z");
      assertThat(streakAt(lab, "2026-03-08T10:00:00Z")).isEqualTo(1);
      assertThat(lab.facts("asha", "/leaderboard").get("own")).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void shortSilencesAddUpAndALateBeatIsNone(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = checkedInOnThe2nd(database);
      OutageStore store = new OutageStore(database);
      reached(lab, "2026-03-04T01:00:00Z");
      reached(lab, "2026-03-04T01:04:59Z");
      assertThat(store.since(Platform.LOCAL, Instant.EPOCH)).isEmpty();
      reached(lab, "2026-03-04T01:40:00Z");
      reached(lab, "2026-03-04T01:41:00Z");
      reached(lab, "2026-03-04T02:06:00Z");
      assertThat(store.since(Platform.LOCAL, Instant.EPOCH)).hasSize(2);
      assertThat(store.unreckoned(Platform.LOCAL)).isEmpty();
      assertThat(streakAt(lab, "2026-03-04T09:00:00Z")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatACrashLeftUnreckonedIsTakenUpAgain(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = checkedInOnThe2nd(database);
      OutageStore store = new OutageStore(database);
      Outage outage =
          new Outage(
              Platform.LOCAL,
              Instant.parse("2026-03-04T02:00:00Z"),
              Instant.parse("2026-03-04T03:30:00Z"));
      store.setReached(Platform.LOCAL, outage.until());
      store.add(outage);
      assertThat(store.unreckoned(Platform.LOCAL)).isEqualTo(List.of(outage));
      // Two missed days are one more than the freeze that a member starts with bridges.
      lab.at("2026-03-05T09:00:00Z");
      assertThat(lab.facts("asha", "/leaderboard")).containsEntry("own", null);
      reached(lab, "2026-03-04T03:31:00Z");
      assertThat(lab.facts("asha", "/leaderboard").get("own")).isNotNull();
      assertThat(store.unreckoned(Platform.LOCAL)).isEmpty();
    }
  }
}
