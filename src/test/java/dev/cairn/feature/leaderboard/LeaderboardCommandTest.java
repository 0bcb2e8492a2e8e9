package dev.cairn.feature.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Answer;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.Conversation;
import dev.cairn.feature.TestCommunity;
import dev.cairn.platform.local.Turn;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LeaderboardCommandTest {

  private static List<String> rows(Map<String, @Nullable Object> facts) {
    return ((List<?>) Objects.requireNonNull(facts.get("rows")))
        .stream().map(LeaderboardCommandTest::row).toList();
  }

  private static String row(@Nullable Object row) {
    Map<?, ?> values = (Map<?, ?>) Objects.requireNonNull(row);
    return values.get("rank") + " " + values.get("name") + " " + values.get("value");
  }

  private static void done(TestCommunity lab, String... members) {
    for (String member : members) {
      assertThat(lab.facts(member, "/done")).containsEntry("counted", true);
    }
  }

  @ParameterizedTest
  @EnumSource
  void equalStreaksShareARankAndTheLongerLongestComesFirst(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      for (int day = 1; day <= 3; day++) {
        done(lab.at("2026-03-0" + day + "T09:00:00Z"), "fay");
      }
      done(lab.at("2026-03-07T09:00:00Z"), "dia", "Chen");
      done(lab.at("2026-03-08T09:00:00Z"), "dia", "Chen", "ben", "asha", "fay");

      assertThat(rows(lab.facts("ben", "/leaderboard")))
          .containsExactly("1 Chen 2", "1 dia 2", "3 fay 1", "3 asha 1", "3 ben 1");
      assertThat(rows(lab.facts("ben", "/leaderboard of:members period:all")))
          .containsExactly("1 fay 4", "2 Chen 2", "2 dia 2", "4 asha 1", "4 ben 1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStreakThatBreaksWithoutAWordIsNotListedAnyMore(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      lab.text("rhea", "/settings rest:mon");
      for (int day = 2; day <= 8; day++) {
        done(lab.at("2026-03-0" + day + "T09:00:00Z"), "frost");
      }
      done(lab.at("2026-03-08T09:00:00Z"), "asha", "rhea");

      lab.at("2026-03-10T03:59:00Z");
      assertThat(rows(lab.facts("asha", "/leaderboard")))
          .as("yesterday is still open: at risk, and standing")
          .containsExactly("1 frost 7", "2 asha 1", "2 rhea 1");
      lab.at("2026-03-10T04:00:00Z");
      assertThat(rows(lab.facts("asha", "/leaderboard")))
          .as("asha missed the 9th, and the freeze of the start carries her")
          .containsExactly("1 frost 7", "2 asha 1", "2 rhea 1");
      lab.at("2026-03-11T04:00:00Z");
      assertThat(rows(lab.facts("asha", "/leaderboard")))
          .as("asha missed two days; on one of them, a Monday, rhea rests; two freezes carry frost")
          .containsExactly("1 frost 7", "2 rhea 1");
      lab.at("2026-03-12T04:00:00Z");
      assertThat(rows(lab.facts("asha", "/leaderboard"))).isEmpty();
      assertThat(rows(lab.facts("asha", "/leaderboard all"))).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoHidesOrLeftIsSkippedWithoutAnEmptyRank(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      done(lab.at("2026-03-07T09:00:00Z"), "asha", "ben");
      done(lab.at("2026-03-08T09:00:00Z"), "asha", "ben", "chen");
      lab.text("asha", "/settings hide:true");
      lab.members.leave(lab.member("ben"), lab.now());

      assertThat(rows(lab.facts("chen", "/leaderboard"))).containsExactly("1 chen 1");
      assertThat(rows(lab.facts("chen", "/leaderboard week"))).containsExactly("1 chen 1");
      assertThat(lab.facts("asha", "/leaderboard")).containsEntry("own", null);
      assertThat(lab.text("asha", "/leaderboard"))
          .contains("asha is not on this board", "/settings hide:false");

      lab.text("asha", "/settings hide:false");
      assertThat(rows(lab.facts("ben", "/leaderboard")))
          .as("whoever speaks is back")
          .containsExactly("1 asha 2", "1 ben 2", "3 chen 1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPageHasTenRowsAndTheCallersPlaceBelow(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      List<String> names =
          List.of("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b1", "b2", "b3");
      done(lab.at("2026-03-07T09:00:00Z"), "a1");
      done(lab.at("2026-03-08T09:00:00Z"), names.toArray(String[]::new));

      Reply first = lab.say("b3", "/leaderboard").reply();
      assertThat(rows(first.facts().values()))
          .hasSize(10)
          .startsWith("1 a1 2", "2 a2 1")
          .endsWith("2 b1 1");
      assertThat(row(first.facts().values().get("own"))).isEqualTo("2 b3 1");
      assertThat(PlainText.of(first)).contains("b3 holds place 2").contains("Page 1 of 2");
      assertThat(Conversation.labels(first)).contains("›").doesNotContain("‹");

      Turn pressed = lab.press("b3", "leaderboard of:members page:2");
      Reply second = pressed.reply();
      assertThat(rows(second.facts().values())).containsExactly("2 b2 1", "2 b3 1");
      assertThat(((Answer.Said) pressed.answer()).inPlace()).isTrue();
      assertThat(Conversation.labels(second)).contains("‹").doesNotContain("›");

      assertThat(lab.text("zoe", "/leaderboard"))
          .contains("zoe is not on this board yet")
          .contains("/done");
    }
  }

  @ParameterizedTest
  @EnumSource
  void periodsAreReadInTheZoneOfTheCommunity(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      done(lab.at("2026-02-28T09:00:00Z"), "asha");
      done(lab.at("2026-03-01T09:00:00Z"), "asha", "ben");
      lab.at("2026-03-02T03:59:00Z");
      assertThat(rows(lab.facts("asha", "/leaderboard week")))
          .as("still Sunday the 1st")
          .containsExactly("1 asha 2", "2 ben 1");
      assertThat(rows(lab.facts("asha", "/leaderboard month")))
          .containsExactly("1 asha 1", "1 ben 1");
      lab.at("2026-03-02T04:00:00Z");
      assertThat(rows(lab.facts("asha", "/leaderboard week"))).isEmpty();
      lab.text("kiri", "/settings timezone:Pacific/Kiritimati");
      done(lab, "kiri");
      assertThat(rows(lab.facts("asha", "/leaderboard week"))).containsExactly("1 kiri 1");
      lab.at("2026-04-01T04:00:00Z");
      assertThat(rows(lab.facts("asha", "/leaderboard month"))).isEmpty();
      assertThat(rows(lab.facts("asha", "/leaderboard all"))).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void correctionsCount(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      done(lab.at("2026-03-08T09:00:00Z"), "asha", "ben");
      lab.at("2026-03-09T09:00:00Z");
      lab.grant(lab.member("asha"), LocalDate.parse("2026-03-07"));
      lab.revoke(lab.member("ben"), LocalDate.parse("2026-03-08"));
      assertThat(rows(lab.facts("asha", "/leaderboard"))).containsExactly("1 asha 2");
      assertThat(rows(lab.facts("asha", "/leaderboard all"))).containsExactly("1 asha 2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void groupsRaceByWhatShareOfThemIsPresent(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-03-02T09:00:00Z");
      assertThat(lab.text("asha", "/leaderboard groups")).contains("There is no group yet");
      lab.text("asha", "/group create name:Owls");
      lab.text("ben", "/group join name:Owls");
      lab.text("chen", "/group create name:Larks");
      lab.text("dia", "/group join name:Larks");
      lab.text("eli", "/group create name:Solo");
      done(lab.at("2026-03-03T09:00:00Z"), "asha", "ben", "chen", "eli");
      lab.at("2026-03-04T04:00:00Z");

      Map<String, @Nullable Object> facts = lab.facts("dia", "/leaderboard of:groups period:week");
      assertThat(facts.get("rows"))
          .isEqualTo(
              List.of(
                  Map.of("rank", 1, "name", "Owls", "value", 2L, "percent", 100, "streak", 1),
                  Map.of("rank", 2, "name", "Larks", "value", 1L, "percent", 50, "streak", 1),
                  unranked("Solo")));
      assertThat(row(facts.get("own"))).isEqualTo("2 Larks 1");
    }
  }

  private static Map<String, @Nullable Object> unranked(String name) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("rank", null);
    row.put("name", name);
    row.put("value", 1L);
    row.put("percent", 100);
    row.put("streak", 1);
    return row;
  }

  @ParameterizedTest
  @EnumSource
  void thePictureSaysWhatTheRowsSay(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      done(lab, "asha", "ben");
      Reply.Card card = (Reply.Card) lab.say("ben", "/leaderboard week").reply();
      assertThat(card.blocks())
          .filteredOn(Block.Picture.class::isInstance)
          .singleElement()
          .satisfies(block -> {
            Block.Picture picture = (Block.Picture) block;
            assertThat(picture.image().altText())
                .contains("Check-ins, lab, this week")
                .contains("1. asha, 1 check-in")
                .contains("1. ben, 1 check-in");
            assertThat(picture.image().png()).hasSizeBetween(1000, 60 << 10);
          });
    }
  }
}
