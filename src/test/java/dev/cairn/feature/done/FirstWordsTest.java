package dev.cairn.feature.done;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.reply.Problem;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody whose first words are refused has been met all the same. */
final class FirstWordsTest {
  @ParameterizedTest
  @EnumSource
  void aModeratorCanGrantADayToWhoeverWasRefused(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-05T09:00:00Z");
      assertThat(lab.moderate("mod", "/checkin grant @nia 2026-01-05 reason:late").problem())
          .isEqualTo(Problem.NOT_FOUND);

      assertThat(lab.say("nia", "/done undo:true").problem()).isEqualTo(Problem.CONFLICT);

      lab.at("2026-01-06T09:00:00Z");
      assertThat(lab.moderate("mod", "/checkin grant @nia 2026-01-05 reason:late").problem())
          .isNull();
      assertThat(lab.facts("nia", "/streak")).containsEntry("streak", 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
  void whoeverIsTheFirstToSpeakInACommunityIsRefusedToo(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-05T09:00:00Z");

      assertThat(lab.say("nia", "/done yesterday:true").problem()).isEqualTo(Problem.CONFLICT);

      assertThat(lab.facts("nia", "/done")).containsEntry("streak", 1);
    }
  }
}
