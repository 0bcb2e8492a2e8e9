package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.platform.local.ReplyControl;
import dev.cairn.platform.local.Turn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms speak in words, and answers name what changed. */
final class WhatChangedTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestConversation lab = new TestConversation(database);

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "settings, timezone, Time zone",
    "settings, hide, Leave me out of leaderboards",
    "community set, daystart, A day begins at",
    "daily set, pin, Pin each post",
    "milestone edit, words, What is announced",
    "done, note, Note",
  })
  void aFormCallsAnOptionByWords(String command, String option, String label) {
    CommandSpec spec =
        lab.cairn().dialogue().registry().find(CommandName.of(command)).orElseThrow().spec();
    assertThat(spec.option(option).map(Option::label)).contains(label);
  }

  @Test
  void settingsNameOnlyWhatChanged() {
    assertThat(lab.text("asha", "/settings")).contains("Time zone: UTC", "Leaderboards: shown");
    Map<String, String> form =
        Map.of(
            "timezone",
            "UTC",
            "rest",
            "none",
            "hide",
            "true",
            "remind",
            "off",
            "reviewshare",
            "true");
    Turn sent = lab.submit("asha", "settings", form);
    assertThat(sent.text()).isEqualTo("Saved\n\nYou are no longer listed on leaderboards.");
    assertThat(sent.reply().facts().values()).containsEntry("timezone", "UTC");
    Turn same = lab.submit("asha", "settings", form);
    assertThat(same.text()).startsWith("Your settings");
  }

  @Test
  void rulesNameOnlyWhatChanged() {
    assertThat(lab.moderate("mod", "/community set quorum:60 groupsize:50").text())
        .isEqualTo(
            "Saved\n\n"
                + "- From Friday 2 January 2026 on: a group keeps a day with 60% of those"
                + " expected.");
  }

  @Test
  void theDailyPostsSettingsNameOnlyWhatChanged() {
    assertThat(lab.moderate("mod", "/daily set channel:#general hour:08:00").text())
        .startsWith("Saved\n\nChannel: #general\nHour: 08:00\nTime zone: UTC, the community's");
    Turn saved = lab.moderate("mod", "/daily set hour:07:30 weekly:yes pin:yes");
    assertThat(saved.text())
        .startsWith("Saved\n\nHour: 07:30\nPinned: yes\n\nNext: ")
        .doesNotContain("Channel", "Weekdays", "Weekly summary");
    assertThat(saved.reply().facts().values())
        .containsEntry("weekdays", "mon,tue,wed,thu,fri,sat,sun");
    assertThat(lab.moderate("mod", "/daily set hour:07:30").text())
        .startsWith("Nothing changed: it is posted like this already")
        .contains("Channel: #general", "Hour: 07:30");
  }

  @Test
  void aTrackOfTheDailyPostIsNamedWhenItIsSetAndWhenItIsTakenBack() {
    lab.moderate("mod", "/daily set channel:#general hour:08:00");
    assertThat(lab.moderate("mod", "/daily set track:mlops").text())
        .startsWith("Saved\n\nTrack: mlops\n\n");
    assertThat(lab.moderate("mod", "/daily set track:all").text())
        .startsWith("Saved\n\nTrack: every topic\n\n");
  }

  @Test
  void theRulesOfMilestonesNameOnlyWhatChanged() {
    assertThat(lab.moderate("mod", "/milestone rules channel:#news streak:7,30").text())
        .isEqualTo("Saved\n\nA member's streak: 7,30\nAnnounced in: #news");
    Turn saved = lab.moderate("mod", "/milestone rules streak:7,30 auto:true");
    assertThat(saved.text())
        .isEqualTo(
            "Saved\n\nWhen it is reached: A milestone is announced as soon as it is reached.");
    assertThat(saved.reply().facts().values())
        .containsEntry("streak", "7,30")
        .containsKeys("posts", "together", "auto", "channel", "moderators");
    assertThat(lab.moderate("mod", "/milestone rules auto:true").text())
        .startsWith("Nothing changed: these rules already apply")
        .contains("A member's posts: ");
  }

  @Test
  void aPauseThatIsToBeginIsTold() {
    lab.say("asha", "/done");
    lab.say("asha", "/pause until:2026-01-10");
    assertThat(lab.text("asha", "/streak"))
        .contains("A pause begins tomorrow and lasts until Saturday 10 January 2026.");
    lab.at("2026-01-02T09:00:00Z");
    assertThat(lab.text("asha", "/streak")).doesNotContain("begins tomorrow");
  }

  @Test
  void daysInARowOfWhichTheSameIsToBeSaidShareALine() {
    lab.say("asha", "/done");
    lab.at("2026-01-20T09:00:00Z");
    Turn why = lab.say("asha", "/streak why:true");
    assertThat(why.text())
        .contains("Sun 4 Jan 2026 to Mon 19 Jan 2026 (16 days): missed, with no streak to lose");
    assertThat(why.text().lines().filter(line -> line.startsWith("- "))).hasSize(4);
    assertThat((List<?>) why.reply().facts().values().get("days")).hasSize(20);
  }

  @Test
  void aGoalBeginsWithNothingBehindAndEnds() {
    lab.say("asha", "/blog goal posts:30 days:30 start:2026-01-01");
    assertThat(lab.text("asha", "/blog goal")).contains("Day 1 of 30: 0 posts, right on pace");
    lab.at("2026-01-31T09:00:00Z");
    assertThat(lab.text("asha", "/blog goal"))
        .contains("The 30 days are over: 0 posts of 30.")
        .doesNotContain("31");
  }

  @Test
  void whatModeratorsHaveDecidedLosesItsButtonsAndAFirstPostIsLinked() {
    lab.moderate("mod", "/milestone rules channel:#news moderators:#mods auto:false");
    lab.say("asha", "/blog add https://example.org/a title:Hello");
    lab.at("2026-01-01T09:01:00Z");
    assertThat(lab.posts()).hasSize(1);
    assertThat(lab.posts().getFirst().message().card().controls()).hasSize(4);
    Turn edit = lab.moderate("mod", "/milestone edit 1");
    assertThat(edit.text()).contains("asha has written their first blog post.");
    assertThat(edit.offers())
        .extracting(ReplyControl::action)
        .extracting(Object::toString)
        .contains("milestone edit id:1");
    lab.moderatorPresses("mod", "milestone announce id:1");
    lab.at("2026-01-01T09:02:00Z");
    assertThat(lab.posts().getFirst().text()).startsWith("Announced");
    assertThat(lab.posts().getFirst().message().card().controls()).isEmpty();
    assertThat(lab.posts().getLast().text()).contains("Hello (https://example.org/a)");
  }
}
