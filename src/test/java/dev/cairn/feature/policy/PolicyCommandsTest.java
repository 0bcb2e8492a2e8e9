package dev.cairn.feature.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PolicyCommandsTest {

  private static String told(Turn turn) {
    return PlainText.of(turn.reply());
  }

  @ParameterizedTest
  @EnumSource
  void rulesOfGroupsHoldFromTheNextStudyDayOnAndAreAudited(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-03-02T09:00:00Z");
      lab.say("asha", "/group create name:Owls");
      assertThat(told(lab.moderate("mod", "/community set quorum:100 groupsize:1")))
          .contains("From")
          .contains("with 100% of those expected")
          .contains("1 member");
      assertThat(lab.say("ben", "/group join name:Owls").problem())
          .as("today the old limit holds")
          .isNull();
      lab.at("2026-03-03T04:00:00Z");
      assertThat(lab.say("chen", "/group join name:Owls").problem()).isNotNull();
      lab.say("ben", "/done");
      assertThat(lab.facts("asha", "/group show")).containsEntry("streak", 0);
      lab.say("asha", "/done");
      assertThat(lab.facts("asha", "/group show")).containsEntry("streak", 1);
      assertThat(told(lab.moderate("mod", "/audit")))
          .contains("a group keeps a day with 100% of those expected, up to 1 member a group");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsAlreadySoIsNeitherSavedNorAudited(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database);
      assertThat(told(lab.moderate("mod", "/community set quorum:50 timezone:UTC")))
          .startsWith("Nothing changed: these rules already apply");
      assertThat(told(lab.moderate("mod", "/audit"))).doesNotContain("changed the rules");
      assertThat(lab.facts("asha", "/community show"))
          .containsEntry("quorum", 50)
          .containsEntry("groupsize", 50)
          .containsEntry("freezeevery", 7);
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalChangesAtOnceAreAllAnsweredAsTheyWillBe(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-03-02T09:00:00Z");
      String line =
          "/community set timezone:Asia/Kolkata daystart:5 freezestart:0 freezeevery:10 freezecap:3"
              + " restcap:1 comebackdays:4 lateevery:9 reviewcounts:true quorum:60 groupsize:8";
      assertThat(told(lab.moderate("mod", line)))
          .contains(
              "Asia/Kolkata",
              "05:00",
              "0 freezes to start with",
              "a freeze every 10 days",
              "up to 3 freezes held",
              "up to 1 rest day a week",
              "a comeback takes 4 days",
              "once in 9 days",
              "count as studying",
              "with 60% of those expected",
              "8 members");
      assertThat(lab.facts("asha", "/community show"))
          .containsEntry("timezone", "Asia/Kolkata")
          .containsEntry("daystart", 5)
          .containsEntry("freezestart", 0)
          .containsEntry("freezeevery", 10)
          .containsEntry("freezecap", 3)
          .containsEntry("restcap", 1)
          .containsEntry("comebackdays", 4)
          .containsEntry("lateevery", 9)
          .containsEntry("reviewcounts", true)
          .containsEntry("quorum", 60)
          .containsEntry("groupsize", 8);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sharingTheReviewLogIsOffAtFirstHoldsAtOnceAndIsAudited(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database);
      assertThat(lab.facts("asha", "/community show")).containsEntry("reviewexport", false);
      assertThat(told(lab.moderate("mod", "/community set reviewexport:true quorum:60")))
          .contains("Moderators can get the review log", "/settings reviewshare:false", "60%");
      assertThat(told(lab.say("asha", "/community show")))
          .contains("Review log, without names: moderators can get it");
      assertThat(told(lab.moderate("mod", "/audit")))
          .contains("60% of those expected, the review log can be exported");
      assertThat(told(lab.moderate("mod", "/community set reviewexport:true")))
          .startsWith("Nothing changed");
      assertThat(told(lab.moderate("mod", "/community set reviewexport:false")))
          .contains("The review log is no longer exported here.");
      assertThat(lab.facts("asha", "/community show"))
          .containsEntry("reviewexport", false)
          .containsEntry("quorum", 60);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/community set quorum:0,100",
    "/community set quorum:101,100",
    "/community set groupsize:0,1000",
    "/community set,quorum"
  })
  void whatCannotBeIsRefusedWithWhatCan(String line, String hint) {
    try (Database database = DatabaseUnderTest.H2.open()) {
      Turn refused = new TestConversation(database).moderate("mod", line);
      assertThat(refused.problem()).isNotNull();
      assertThat(told(refused)).contains(hint);
    }
  }

  @Test
  void whatAMemberStartsWithIsNeverAboveWhatCanBeHeld() {
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestConversation lab = new TestConversation(database);
      Turn set = lab.moderate("mod", "/community set freezestart:9");
      assertThat(set.problem()).isNull();
      assertThat(told(set))
          .contains("A member can hold 2 freezes at most, and so starts with no more.");
      assertThat(told(lab.moderate("mod", "/community set freezestart:8 freezecap:9")))
          .doesNotContain("starts with no more");
      lab.moderate("mod", "/community set freezestart:8 freezecap:0");
      lab.at("2026-01-03T09:00:00Z");
      assertThat(lab.facts("asha", "/done")).containsEntry("freezes", 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyModeratorsChangeRules(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database);
      assertThat(lab.say("asha", "/community set quorum:10").problem()).isNotNull();
      assertThat(lab.facts("asha", "/community show")).containsEntry("quorum", 50);
    }
  }
}
