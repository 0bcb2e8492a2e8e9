package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One id is one interaction, for good: also when its answer has long been forgotten. */
final class RepeatedDeliveryTest {

  @ParameterizedTest
  @EnumSource
  void whatWasDoneIsNotDoneAgainAfterARestart(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database);
      lab.say("asha", "/group create name:Owls", "1");
      lab.say("asha", "/settings rest:sat,sun", "2");
      lab.say("asha", "/done", "3");
      lab.say("asha", "/done undo:true", "4");
      lab.say("asha", "/done", "5");

      TestConversation again = new TestConversation(database);
      again.at("2026-01-01T10:00:00Z");
      again.say("asha", "/group leave");
      again.say("asha", "/settings rest:none");
      assertThat(again.say("asha", "/group create name:Owls", "1").problem()).isNull();
      assertThat(again.facts("asha", "/group list").get("groups"))
          .as("the group that was left is not founded again")
          .asString()
          .doesNotContain("Owls");
      again.say("asha", "/settings rest:sat,sun", "2");
      assertThat(again.facts("asha", "/settings")).containsEntry("rest", "none");
      assertThat(again.say("asha", "/done undo:true", "4").reply().facts().values())
          .containsEntry("counted", false);
      assertThat(again.facts("asha", "/streak")).containsEntry("status", "done");
    }
  }

  @ParameterizedTest
  @EnumSource
  void timeIsKeptToTheMicrosecond(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab =
          new TestConversation(database).at(Instant.parse("2026-01-01T09:00:00.000000600Z"));
      assertThat(lab.facts("asha", "/settings timezone:Asia/Kolkata"))
          .containsEntry("timezone", "Asia/Kolkata");
    }
  }
}
