package dev.cairn.feature.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why a day was revoked stands in the explanation, wherever the day stood. */
class RevokedDayTest {
  private static String why(TestConversation lab) {
    return PlainText.of(lab.say("asha", "/streak why:true").reply());
  }

  @ParameterizedTest
  @EnumSource
  void theOnlyDay(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-01T09:00:00Z");
      lab.say("asha", "/done");
      lab.moderate("mod", "/checkin revoke member:@asha day:2026-01-01 reason:\"only a test\"");
      assertThat(why(lab)).contains("only a test");
    }
  }

  @ParameterizedTest
  @EnumSource
  void todayIsNotOpenAnyMore(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-01T09:00:00Z");
      lab.say("asha", "/settings remind:20:00");
      lab.say("asha", "/done");
      lab.at("2026-01-02T09:00:00Z").say("asha", "/done");
      assertThat(lab.say("asha", "/streak").reply().toString()).contains("Today is done");
      lab.moderate("mod", "/checkin revoke member:@asha day:2026-01-02 reason:\"oops\"");
      assertThat(PlainText.of(lab.say("asha", "/streak").reply()))
          .contains("A moderator revoked the check-in of today")
          .doesNotContain("Today is still open");
      assertThat(lab.say("asha", "/streak").reply().toString()).doesNotContain("I studied today");
      assertThat(PlainText.of(lab.say("ben", "/streak member:@asha").reply()))
          .contains("A moderator revoked the check-in of today");
      assertThat(PlainText.of(lab.say("asha", "/snooze").reply())).contains("revoked");
      int posts = lab.posts().size();
      lab.at("2026-01-03T03:00:00Z");
      assertThat(lab.posts()).hasSize(posts);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstDay(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-01T09:00:00Z");
      lab.say("asha", "/done");
      lab.at("2026-01-02T09:00:00Z").say("asha", "/done");
      lab.moderate("mod", "/checkin revoke member:@asha day:2026-01-01 reason:\"began later\"");
      assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 1);
      assertThat(why(lab)).contains("began later");
    }
  }
}
