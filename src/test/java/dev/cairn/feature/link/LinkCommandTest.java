package dev.cairn.feature.link;

import static dev.cairn.feature.link.Chat.ASHA_D;
import static dev.cairn.feature.link.Chat.ASHA_S;
import static dev.cairn.feature.link.Chat.BO_D;
import static dev.cairn.feature.link.Chat.BO_S;
import static dev.cairn.feature.link.Chat.MOD_D;
import static dev.cairn.feature.link.Chat.MOD_S;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkCommandTest {
  private static void with(DatabaseUnderTest under, Consumer<Chat> conversation) {
    try (Database database = under.open()) {
      conversation.accept(new Chat(database));
    }
  }

  private static void onH2(Consumer<Chat> conversation) {
    with(DatabaseUnderTest.H2, conversation);
  }

  private static Problem problem(Reply reply) {
    assertThat(reply).isInstanceOf(Reply.Notice.class);
    Problem problem = ((Reply.Notice) reply).problem();
    assertThat(problem).isNotNull();
    return problem == null ? Problem.FAILED : problem;
  }

  @ParameterizedTest
  @EnumSource
  void twoAccountsAreOneLearnerWithOneStreak(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          for (int day : new int[] {1, 2, 4}) {
            chat.on(day).say(ASHA_D, "/done note:\"here\"");
          }
          for (int day : new int[] {2, 3, 5}) {
            chat.on(day).say(ASHA_S, "/done note:\"there\"");
          }
          chat.on(5).tie();
          assertThat(chat.streak(ASHA_D)).as("before").isEqualTo(3);
          assertThat(chat.streak(ASHA_S)).as("before").isEqualTo(3);
          chat.link(ASHA_D, ASHA_S);
          assertThat(chat.facts(ASHA_D, "/streak"))
              .containsEntry("streak", 5)
              .containsEntry("longest", 5)
              .isEqualTo(chat.facts(ASHA_S, "/streak"));
          assertThat(chat.facts(ASHA_D, "/done")).containsEntry("counted", false);
          assertThat(chat.on(6).facts(ASHA_S, "/done"))
              .containsEntry("counted", true)
              .containsEntry("streak", 6);
          assertThat(chat.facts(ASHA_D, "/done")).containsEntry("counted", false);
        });
  }

  @ParameterizedTest
  @EnumSource
  void itDoesNotMatterOnWhichSideTheCodeIsTyped(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          chat.on(1).say(ASHA_S, "/done");
          chat.on(2).say(ASHA_D, "/done");
          chat.tie().link(ASHA_S, ASHA_D);
          assertThat(chat.streak(ASHA_S)).isEqualTo(2);
          assertThat(chat.streak(ASHA_D)).isEqualTo(2);
        });
  }

  @ParameterizedTest
  @EnumSource
  void unlinkedEachAccountHasWhatItBroughtAndWhatWasStudiedSince(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          chat.on(1).say(ASHA_D, "/done");
          chat.on(2).say(ASHA_D, "/done");
          chat.on(3).say(ASHA_S, "/done");
          chat.tie().link(ASHA_D, ASHA_S);
          assertThat(chat.on(4).facts(ASHA_S, "/done")).containsEntry("streak", 4);
          assertThat(chat.facts(ASHA_S, "/link off:true")).isEmpty();
          assertThat(chat.streak(ASHA_D)).as("only asked").isEqualTo(4);
          chat.unlink(ASHA_D);
          assertThat(chat.facts(ASHA_D, "/streak"))
              .containsEntry("longest", 3)
              .containsEntry("lastDay", "2026-01-04");
          assertThat(chat.facts(ASHA_S, "/streak"))
              .containsEntry("streak", 2)
              .containsEntry("longest", 2);
          assertThat(chat.on(5).facts(ASHA_D, "/done")).containsEntry("counted", true);
          assertThat(chat.facts(ASHA_S, "/done")).containsEntry("counted", true);
          assertThat(problem(chat.unlink(ASHA_D))).isEqualTo(Problem.CONFLICT);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aLearnerStandsOnceOnTheLeaderboard(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          chat.on(1).say(ASHA_D, "/done");
          chat.say(BO_S, "/done");
          chat.say(ASHA_S, "/done");
          chat.on(2).say(ASHA_S, "/done");
          chat.tie().link(ASHA_D, ASHA_S);
          assertThat(chat.text(BO_D, "/leaderboard")).containsIgnoringCase("asha");
          assertThat((List<?>) chat.facts(ASHA_D, "/leaderboard").get("rows")).hasSize(2);
          assertThat(String.valueOf(chat.facts(ASHA_D, "/leaderboard period:all").get("rows")))
              .contains("value=2", "value=1")
              .doesNotContain("value=3");
        });
  }

  @ParameterizedTest
  @EnumSource
  void linkedAgainNothingIsCountedTwice(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          chat.on(1).say(ASHA_D, "/done");
          chat.on(2).say(ASHA_S, "/done");
          chat.tie().link(ASHA_D, ASHA_S).unlink(ASHA_S);
          chat.link(ASHA_S, ASHA_D);
          assertThat(chat.streak(ASHA_D)).isEqualTo(2);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aStreakThatAFreezeHeldIsNotLost(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          for (int day = 1; day <= 9; day++) {
            if (day != 8) {
              chat.on(day).say(ASHA_S, "/done");
            }
          }
          chat.on(9).say(ASHA_D, "/done");
          chat.tie().link(ASHA_D, ASHA_S);
          assertThat(chat.streak(ASHA_D)).isEqualTo(8);
          assertThat(chat.text(ASHA_D, "/streak why:true")).contains("linked");
        });
  }

  @ParameterizedTest
  @EnumSource
  void groupsAreMixed(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          chat.on(1).say(BO_D, "/group create name:\"Night owls\"");
          chat.say(BO_S, "/group create name:\"Night owls\"");
          chat.say(ASHA_S, "/group join name:\"Night owls\"");
          chat.say(ASHA_D, "/done");
          chat.tie();
          assertThat(chat.text(BO_D, "/group list")).contains("Night owls", "Night owls 2");
          assertThat(chat.text(ASHA_D, "/group show name:\"Night owls 2\"")).contains("asha", "bo");
          chat.link(ASHA_D, ASHA_S);
          assertThat(chat.facts(ASHA_D, "/group show")).containsEntry("name", "Night owls 2");
          chat.link(BO_D, BO_S);
          assertThat(chat.facts(BO_S, "/group show")).containsEntry("name", "Night owls");
          assertThat(chat.facts(ASHA_S, "/group show"))
              .containsEntry("name", "Night owls 2")
              .containsEntry("members", 1);
          assertThat(problem(chat.say(ASHA_S, "/group create name:Another")))
              .isEqualTo(Problem.CONFLICT);
        });
  }

  @ParameterizedTest
  @EnumSource
  void boardsOfGroupsAreRightAfterEachStep(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          chat.on(1).say(BO_D, "/group create name:Owls");
          chat.say(ASHA_D, "/done");
          chat.say(BO_S, "/group create name:Larks");
          chat.say(ASHA_S, "/group join name:Larks");
          chat.on(3).say(BO_S, "/done");
          chat.say(ASHA_S, "/done");
          assertThat(board(chat, MOD_D)).containsExactly("null Owls 0");
          assertThat(board(chat, MOD_S)).containsExactly("1 Larks 50");
          chat.tie();
          assertThat(board(chat, MOD_D)).containsExactly("1 Larks 50", "null Owls 0");
          for (Runnable step :
              List.<Runnable>of(
                  () -> chat.link(ASHA_D, ASHA_S),
                  () -> chat.link(BO_D, BO_S),
                  () -> chat.unlink(BO_D))) {
            step.run();
            List<String> shown = board(chat, MOD_S);
            chat.recompute();
            assertThat(shown).isEqualTo(board(chat, MOD_S));
          }
          assertThat(board(chat, MOD_S).toString()).contains("Owls");
        });
  }

  private static List<String> board(Chat chat, Account who) {
    Object rows = chat.facts(who, "/leaderboard of:groups period:all").get("rows");
    return ((List<?>) Objects.requireNonNull(rows))
        .stream()
            .map(row -> (Map<?, ?>) Objects.requireNonNull(row))
            .map(row -> row.get("rank") + " " + row.get("name") + " " + row.get("percent"))
            .toList();
  }

  @ParameterizedTest
  @EnumSource
  void whatMembersSetAndDidComesAlongWhenCommunitiesAreTied(DatabaseUnderTest under) {
    with(
        under,
        chat -> {
          chat.on(1).say(MOD_D, "/topic");
          chat.say(ASHA_S, "/settings timezone:Asia/Kolkata rest:sun");
          chat.say(ASHA_S, "/done");
          chat.say(BO_S, "/done");
          chat.say(MOD_S, "/community set timezone:America/New_York");
          chat.tie();
          assertThat(chat.facts(ASHA_S, "/settings"))
              .containsEntry("timezone", "Asia/Kolkata")
              .containsEntry("rest", "sun");
          assertThat(chat.facts(BO_S, "/settings")).containsEntry("timezone", "America/New_York");
          assertThat(chat.facts(BO_D, "/settings")).containsEntry("timezone", "UTC");
          assertThat(chat.streak(ASHA_S)).isEqualTo(1);
          assertThat(chat.on(2).facts(BO_S, "/done")).containsEntry("streak", 2);
          assertThat(chat.text(MOD_D, "/audit")).contains("one community");
        });
  }

  @Test
  void aRevokedDayIsCountedWhereTheOtherAccountHasIt() {
    onH2(chat -> {
      chat.on(1).say(ASHA_D, "/done");
      chat.say(ASHA_S, "/done");
      chat.on(2).say(MOD_D, "/checkin revoke @1 2026-01-01 reason:\"not so\"");
      chat.say(ASHA_D, "/done");
      assertThat(chat.streak(ASHA_D)).isEqualTo(1);
      chat.tie().link(ASHA_D, ASHA_S);
      assertThat(chat.streak(ASHA_D)).isEqualTo(2);
      chat.unlink(ASHA_D);
      assertThat(chat.streak(ASHA_D)).isEqualTo(1);
    });
  }

  @Test
  void aDayRevokedWhileLinkedIsLostToBoth() {
    onH2(chat -> {
      chat.on(1).say(ASHA_D, "/done");
      chat.say(ASHA_S, "/done");
      chat.tie().link(ASHA_D, ASHA_S);
      chat.on(2).say(MOD_D, "/checkin revoke @1 2026-01-01 reason:\"not so\"");
      chat.unlink(ASHA_D);
      assertThat(chat.streak(ASHA_D)).isZero();
      assertThat(chat.streak(ASHA_S)).isZero();
    });
  }

  @Test
  void aCodeIsPrivateAndGoodOnce() {
    onH2(chat -> {
      chat.tie();
      String code = chat.code(ASHA_D, "/link");
      assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
      String typed = code.toLowerCase(Locale.ROOT).replace("-", " – ");
      assertThat(chat.facts(ASHA_S, "/link code:\"" + typed + "\"")).containsEntry("linked", true);
      assertThat(problem(chat.say(BO_S, "/link code:" + code))).isEqualTo(Problem.BAD_OPTION);
    });
  }

  @Test
  void noAnswerIsForTheChannel() {
    onH2(chat ->
        assertThat(chat.spec("link").audienceFor(Arguments.NONE)).isEqualTo(Audience.CALLER));
  }

  @Test
  void aCodeEndsAfterTenMinutesAndWhenANewOneIsShown() {
    onH2(chat -> {
      chat.tie().at("2026-01-02T09:00:00Z");
      String code = chat.code(ASHA_D, "/link");
      chat.at("2026-01-02T09:10:00Z");
      assertThat(problem(chat.say(ASHA_S, "/link code:" + code))).isEqualTo(Problem.BAD_OPTION);
      String earlier = chat.code(ASHA_D, "/link");
      String later = chat.code(ASHA_D, "/link");
      assertThat(problem(chat.say(ASHA_S, "/link code:" + earlier))).isEqualTo(Problem.BAD_OPTION);
      assertThat(chat.facts(ASHA_S, "/link code:" + later)).containsEntry("linked", true);
    });
  }

  @Test
  void whoTriesManyCodesWaits() {
    onH2(chat -> {
      chat.tie().at("2026-01-02T09:00:00Z");
      String code = chat.code(ASHA_D, "/link");
      for (int i = 0; i < LinkCodes.WRONG_TRIES; i++) {
        assertThat(problem(chat.say(ASHA_S, "/link code:0000-0000"))).isEqualTo(Problem.BAD_OPTION);
      }
      assertThat(problem(chat.say(ASHA_S, "/link code:" + code))).isEqualTo(Problem.NOT_ALLOWED);
      assertThat(chat.facts(BO_S, "/link code:" + code))
          .as("others are not kept waiting")
          .containsEntry("linked", true);
      chat.at("2026-01-02T09:10:00Z");
      assertThat(problem(chat.say(ASHA_S, "/link code:0000-0000"))).isEqualTo(Problem.BAD_OPTION);
    });
  }

  @Test
  void aCodeIsForAnotherPlace() {
    onH2(chat -> {
      String code = chat.code(ASHA_D, "/link");
      assertThat(chat.text(BO_D, "/link code:" + code)).contains("You got that code here");
    });
  }

  @Test
  void membersOfTwoCommunitiesAreToldWhatComesFirst() {
    onH2(chat -> {
      String code = chat.code(ASHA_D, "/link");
      assertThat(chat.text(ASHA_S, "/link code:" + code))
          .contains("The guild", "The workspace", "/link community:true");
      chat.tie();
      assertThat(chat.facts(ASHA_S, "/link code:" + code)).containsEntry("linked", true);
    });
  }

  @Test
  void onlyModeratorsOfBothTieCommunities() {
    onH2(chat -> {
      assertThat(problem(chat.say(ASHA_D, "/link community:true"))).isEqualTo(Problem.NOT_ALLOWED);
      String code = chat.code(MOD_D, "/link community:true");
      assertThat(problem(chat.say(ASHA_S, "/link code:" + code))).isEqualTo(Problem.NOT_ALLOWED);
      assertThat(chat.text(MOD_S, "/link code:" + code)).contains("cannot be undone");
      Action sure = Action.of("link").with("code", code).with("sure", true);
      assertThat(chat.press(MOD_S, sure).facts().values()).containsEntry("places", 2);
      assertThat(problem(chat.press(MOD_S, sure))).isEqualTo(Problem.BAD_OPTION);
      String again = chat.code(MOD_D, "/link community:true");
      assertThat(
              problem(chat.press(MOD_S, Action.of("link").with("code", again).with("sure", true))))
          .isEqualTo(Problem.CONFLICT);
    });
  }

  @Test
  void whoHidesOnOneAccountIsHiddenOnBoth() {
    onH2(chat -> {
      chat.say(ASHA_D, "/topic");
      chat.say(ASHA_S, "/settings hide:true");
      chat.tie().link(ASHA_D, ASHA_S);
      assertThat(chat.facts(ASHA_D, "/settings")).containsEntry("hide", true);
      chat.unlink(ASHA_D);
      assertThat(chat.facts(ASHA_S, "/settings")).containsEntry("hide", true);
    });
  }

  @Test
  void whoKeepsTheirReviewsOutOnOneAccountDoesOnBoth() {
    onH2(chat -> {
      chat.say(ASHA_D, "/topic");
      chat.say(ASHA_S, "/settings reviewshare:false");
      chat.tie().link(ASHA_D, ASHA_S);
      assertThat(chat.facts(ASHA_D, "/settings")).containsEntry("reviewshare", false);
    });
  }

  @Test
  void accountsThatAreLinkedAreNotLinkedAgain() {
    onH2(chat -> {
      chat.tie().link(ASHA_D, ASHA_S);
      String code = chat.code(ASHA_D, "/link");
      assertThat(problem(chat.say(ASHA_S, "/link code:" + code))).isEqualTo(Problem.CONFLICT);
      assertThat(problem(chat.say(BO_D, "/link off:true"))).isEqualTo(Problem.CONFLICT);
    });
  }
}
