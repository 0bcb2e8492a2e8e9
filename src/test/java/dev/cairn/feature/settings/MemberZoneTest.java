package dev.cairn.feature.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.Caller;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.member.Member;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A moderator sets a member's time zone: no day is lost by it, and none is won. */
class MemberZoneTest {
  @ParameterizedTest
  @EnumSource
  void toTheEastNoDayIsWon(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-01T18:00:00Z");
      lab.say("asha", "/done");
      lab.at("2026-01-01T18:30:00Z");
      // It is the morning of 2 January in Auckland.
      assertThat(
              lab.moderate(
                      "mod",
                      "/member zone member:@asha timezone:Pacific/Auckland reason:\"moved there\"")
                  .reply()
                  .facts()
                  .values())
          .containsEntry("timezone", "Pacific/Auckland")
          .containsEntry("before", "UTC")
          .hasEntrySatisfying("studyDay", day -> assertThat(day).hasToString("2026-01-01"));
      lab.at("2026-01-02T03:59:00Z");
      assertThat(lab.facts("asha", "/done"))
          .containsEntry("counted", false)
          .containsEntry("streak", 1);
      lab.at("2026-01-02T04:00:00Z");
      assertThat(lab.facts("asha", "/done"))
          .containsEntry("counted", true)
          .containsEntry("streak", 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void toTheWestNoDayIsLost(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-01T09:00:00Z");
      lab.say("asha", "/done");
      lab.at("2026-01-02T09:00:00Z");
      lab.moderate("mod", "/member zone @asha Pacific/Honolulu reason:\"moved there\"");
      // Midnight has passed in Greenwich, and it is the afternoon of 2 January in Honolulu.
      lab.at("2026-01-03T05:00:00Z");
      assertThat(lab.facts("asha", "/done"))
          .containsEntry("counted", true)
          .containsEntry("streak", 2);
      assertThat(lab.facts("asha", "/streak").get("lastDay")).hasToString("2026-01-02");
    }
  }

  @ParameterizedTest
  @EnumSource
  void isKeptWithItsReasonAndRefusedWhereNothingWouldChange(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database);
      lab.say("asha", "/settings timezone:Asia/Kolkata");
      assertThat(lab.moderate("mod", "/member zone @asha Asia/Kolkata reason:x").text())
          .contains("asha is in Asia/Kolkata already");
      assertThat(lab.moderate("mod", "/member zone @asha Asia/Kolkatta reason:x").text())
          .contains("Did you mean", "Asia/Kolkata");
      assertThat(lab.moderate("mod", "/member zone @nobody Asia/Tokyo reason:x").text())
          .contains("nobody has not said anything to me yet, so I know nothing about them.");
      lab.moderate("mod", "/member zone @asha Asia/Tokyo reason:\"asked me to\"");
      assertThat(lab.moderate("mod", "/audit member:@asha").text())
          .contains("mod set the time zone of asha to Asia/Tokyo, from Asia/Kolkata")
          .contains("“asked me to”");
      assertThat(lab.facts("asha", "/settings")).containsEntry("timezone", "Asia/Tokyo");
    }
  }

  @ParameterizedTest
  @EnumSource
  void thatAPlatformReportsLaterSaysAtOnceWhenTheStreakEnds(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      lab.say("asha", "/done");
      Member asha =
          lab.members.findOrCreate(
              new Caller(
                  lab.members.accounts(lab.member("asha")).getFirst(),
                  "lab",
                  false,
                  Locale.ENGLISH,
                  ZoneId.of("Pacific/Honolulu")),
              lab.now());
      assertThat(asha.zoneAt(lab.now())).isEqualTo(ZoneId.of("Pacific/Honolulu"));
      assertThat(lab.streaks.recompute(asha, lab.now())).as("anything to correct").isFalse();
    }
  }
}
