package dev.cairn.feature.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.Conversation;
import dev.cairn.feature.TestCommunity;
import dev.cairn.jobs.JobKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many milestones in one message, and milestones that are announced later. */
final class MilestoneDigestTest {
  private static final String RULES = "/milestone rules posts:1,2 together:none streak:none ";

  private final Database database = DatabaseUnderTest.H2.open();
  private final TestCommunity lab = new TestCommunity(database).at("2026-01-01T12:00:00Z");

  @AfterEach
  void close() {
    database.close();
  }

  private List<String> titles() {
    return lab.posted.stream().map(message -> message.card().title()).toList();
  }

  private String text(int message) {
    return PlainText.of(lab.posted.get(message).card());
  }

  private void firstPosts(String... members) {
    for (String member : members) {
      lab.write(member, 1, 1);
      lab.runDue();
    }
  }

  @Test
  void moreThanSoManyThatWaitAreOneMessageToTheModerators() {
    lab.moderate(RULES + "moderators:#mods digest:2");
    firstPosts("asha", "ben", "chen", "dia");
    assertThat(titles())
        .containsExactly("A milestone is reached", "A milestone is reached", "3 milestones wait");
    assertThat(lab.posted.getLast().address())
        .isEqualTo(new Address.Channel(new Place(Platform.LOCAL, "lab").channel("mods")));
    assertThat(text(2)).contains("asha: first post", "ben: first post", "chen: first post");
    assertThat(Conversation.actions(lab.posted.getLast().card()))
        .contains("milestone show id:3", "milestone announce all:true", "milestone list");
  }

  @Test
  void theMessageToTheModeratorsListsWhatIsFoundLaterAndLosesWhatIsDecided() {
    lab.moderate(RULES + "moderators:#mods channel:#cheers digest:2");
    firstPosts("asha", "ben", "chen", "dia");
    lab.after(Duration.ofMinutes(3));
    assertThat(lab.edited.getLast().title()).isEqualTo("4 milestones wait");
    lab.moderate("/milestone dismiss 4");
    lab.runDue();
    assertThat(PlainText.of(lab.edited.getLast()))
        .contains("3 milestones wait")
        .doesNotContain("dia");
    lab.moderate("/milestone announce all:true");
    assertThat(lab.moderatorFacts("/milestone list").toString()).doesNotContain("waiting");
    lab.runDue();
    assertThat(lab.edited.getLast().title()).isEqualTo("All milestones are decided");
    assertThat(lab.posted.getLast().card().title()).isEqualTo("3 milestones reached");
  }

  @Test
  void eachHasACardWhereNoDigestIsSet() {
    lab.moderate(RULES + "moderators:#mods");
    firstPosts("asha", "ben", "chen", "dia");
    assertThat(titles()).hasSize(4).containsOnly("A milestone is reached");
  }

  @Test
  void moreThanSoManyOfADayAreAnnouncedInOnePostInTheMorning() {
    lab.moderate("/community set timezone:Asia/Tokyo");
    lab.moderate(RULES + "channel:#cheers auto:true digest:2");
    firstPosts("asha", "ben", "chen", "dia", "eve");
    assertThat(titles()).containsExactly("asha: first post", "ben: first post");
    assertThat(PlainText.of(lab.moderate("/milestone list").reply()))
        .contains("chen: first post, planned for Friday 2 January 2026, 09:00 (UTC)");
    lab.moderate("/milestone edit 4 words:\"What a start!\"");
    lab.at("2026-01-02T08:00:00Z").runDue();
    assertThat(lab.posted).hasSize(2);
    lab.after(Duration.ofHours(2));
    assertThat(titles())
        .containsExactly("asha: first post", "ben: first post", "3 milestones reached");
    OutgoingMessage post = lab.posted.getLast();
    assertThat(post.address())
        .isEqualTo(new Address.Channel(new Place(Platform.LOCAL, "lab").channel("cheers")));
    assertThat(post.publish()).isTrue();
    assertThat(post.pings()).isNull();
    assertThat(text(2))
        .contains(
            "chen has written their first blog post.",
            "dia: What a start!",
            "eve has written their first blog post.");
    assertThat(lab.reached()).allMatch(reached -> reached.endsWith("ANNOUNCED"));
  }

  /** The granted day joins two streaks. */
  @Test
  void whatIsReachedAtOnceIsAnnouncedTogether() {
    lab.moderate("/milestone rules posts:none together:none streak:6,7,8 channel:#cheers");
    lab.moderate("/milestone rules auto:true digest:2");
    for (int day = 1; day <= 9; day++) {
      if (day != 4 && day != 5) {
        lab.say("asha", "/done");
      }
      lab.after(Duration.ofDays(1));
    }
    lab.moderate("/checkin grant @asha 2026-01-05 reason:\"was ill\"");
    lab.after(Duration.ofDays(1));
    assertThat(titles()).containsExactly("3 milestones reached");
    assertThat(text(0)).contains("asha has studied 6 days in a row.", "8 days in a row");
  }

  @Test
  void whatDoesNotHoldAnyMoreInTheMorningIsLeftOut() {
    lab.moderate(RULES + "channel:#cheers auto:true digest:1");
    firstPosts("asha", "ben", "chen", "dia");
    lab.say("chen", "/blog remove https://chen.example/1");
    lab.moderate("/milestone dismiss 4");
    lab.after(Duration.ofDays(1));
    assertThat(titles()).containsExactly("asha: first post", "ben: first post");
    lab.write("chen", 1, 1);
    lab.after(Duration.ofDays(1));
    assertThat(titles()).containsExactly("asha: first post", "ben: first post", "chen: first post");
  }

  /** A crash before the commit leaves all of it to be done; one after it leaves nothing. */
  @Test
  void aPostOfManyIsMadeOnceThoughACrashCutsItShort() {
    lab.moderate(RULES + "channel:#cheers auto:true digest:1");
    firstPosts("asha", "ben", "chen");
    lab.at("2026-01-02T09:00:00Z");
    JobKey job = new JobKey(lab.announcements.kind(), lab.community().id(), "2");
    Runnable cutShort =
        () -> {
          lab.announcements.run(job, lab.now());
          throw new IllegalStateException("the power is gone");
        };
    assertThatThrownBy(() -> database.transaction(cutShort)).hasMessage("the power is gone");
    assertThat(lab.reached()).filteredOn(each -> each.endsWith("WAITING")).hasSize(2);
    lab.runDue();
    lab.announcements.run(job, lab.now());
    lab.runDue();
    assertThat(titles()).containsExactly("asha: first post", "2 milestones reached");
  }

  /** The process ends when the platform has the post, and before it is recorded that it has. */
  @Test
  void aPostOfManyThatWasSentAndNotRecordedIsNotSentAgain() {
    lab.moderate(RULES + "channel:#cheers auto:true digest:1");
    firstPosts("asha", "ben", "chen");
    lab.whenPosted =
        () -> {
          throw new Killed();
        };
    assertThatThrownBy(() -> lab.after(Duration.ofDays(1))).isInstanceOf(Killed.class);
    assertThat(titles()).containsExactly("asha: first post", "2 milestones reached");
    lab.whenPosted = () -> {};
    lab.after(Duration.ofDays(1));
    assertThat(titles()).containsExactly("asha: first post", "2 milestones reached");
    assertThat(lab.reached()).hasSize(3).allMatch(each -> each.endsWith("ANNOUNCED"));
    assertThat(
            database
                .query("select count(*) as n from announcement where state = 'SENT'")
                .find(row -> row.number("n")))
        .contains(2);
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
      super("killed", null, false, false);
    }
  }

  @Test
  void aMilestoneIsAnnouncedWhenItIsPlanned() {
    lab.moderate(RULES + "channel:#cheers");
    lab.write("asha", 1, 1);
    assertThat(lab.moderatorFacts("/milestone announce 1 at:\"2026-01-05 18:30\""))
        .containsEntry("state", "waiting")
        .hasEntrySatisfying("planned", at -> assertThat(at).hasToString("2026-01-05T18:30:00Z"));
    assertThat(PlainText.of(lab.moderate("/milestone list").reply()))
        .contains("asha: first post, planned for Monday 5 January 2026, 18:30 (UTC)");
    lab.moderate("/milestone edit 1 words:\"The first of many!\"");
    lab.at("2026-01-05T18:29:59Z").runDue();
    assertThat(lab.posted).isEmpty();
    lab.at("2026-01-05T18:30:00Z").runDue();
    assertThat(titles()).containsExactly("asha: first post");
    assertThat(text(0)).contains("The first of many!");
    assertThat(lab.moderate("/milestone announce 1").problem()).isEqualTo(Problem.CONFLICT);
    lab.after(Duration.ofDays(30));
    assertThat(lab.posted).hasSize(1);
  }

  @Test
  void aPlanIsChangedDismissedAndUndone() {
    lab.moderate(RULES + "channel:#cheers");
    lab.write("asha", 1, 2);
    lab.moderate("/milestone announce 1 at:\"tomorrow 9:00\"");
    lab.moderate("/milestone announce 1 at:\"2026-01-04T20:00\"");
    lab.moderate("/milestone announce 2 at:13:00");
    lab.moderate("/milestone dismiss 2");
    lab.at("2026-01-02T12:00:00Z").runDue();
    assertThat(lab.posted).isEmpty();
    lab.moderate("/milestone announce 1");
    lab.after(Duration.ofDays(4));
    assertThat(titles()).containsExactly("asha: first post");
  }

  @Test
  void aPlannedMilestoneThatDoesNotHoldAnyMoreIsNotAnnounced() {
    lab.moderate(RULES + "channel:#cheers");
    lab.write("asha", 1, 1);
    lab.moderate("/milestone announce 1 at:\"2026-01-05 18:30\"");
    lab.say("asha", "/blog remove https://asha.example/1");
    lab.write("asha", 1, 1);
    assertThat(lab.reached()).containsExactly("asha MEMBER_POSTS 1 WAITING");
    lab.after(Duration.ofDays(10));
    assertThat(lab.posted).as("found anew, it waits for a moderator anew").isEmpty();
  }

  @Test
  void severalOfOneInstantAreOnePostWhereADigestIsSet() {
    lab.moderate(RULES + "channel:#cheers digest:2");
    for (String member : List.of("asha", "ben", "chen")) {
      lab.write(member, 1, 1);
    }
    for (int id = 1; id <= 3; id++) {
      lab.moderate("/milestone announce " + id + " at:18:00");
    }
    lab.after(Duration.ofDays(1));
    assertThat(titles()).containsExactly("3 milestones reached");
  }

  @Test
  void whatIsNoMomentToComeIsRefused() {
    lab.moderate(RULES + "channel:#cheers");
    lab.write("asha", 1, 1);
    for (String wrong :
        List.of("2026-01-01 11:59", "2025-12-31", "2028-01-01 09:00", "soon", "2026-13-01 9:00")) {
      assertThat(lab.moderate("/milestone announce 1 at:\"" + wrong + "\"").problem())
          .as(wrong)
          .isEqualTo(Problem.BAD_OPTION);
    }
    assertThat(lab.moderate("/milestone announce").problem()).isEqualTo(Problem.BAD_OPTION);
    assertThat(lab.moderate("/milestone announce all:true").problem()).isNull();
    assertThat(lab.moderate("/milestone announce all:true").problem()).isEqualTo(Problem.CONFLICT);
  }

  @Test
  void nothingIsPlannedWithoutAChannelToAnnounceItIn() {
    lab.moderate(RULES);
    lab.write("asha", 1, 1);
    assertThat(lab.moderate("/milestone announce 1 at:\"tomorrow 9:00\"").problem())
        .isEqualTo(Problem.CONFLICT);
  }

  @Test
  void aPostOfManyThatDidNotArriveIsSaidNotToForEach() {
    lab.moderate(RULES + "channel:#" + TestCommunity.ARCHIVED);
    firstPosts("asha", "ben");
    lab.moderate("/milestone announce all:true");
    lab.runDue();
    assertThat(PlainText.of(lab.moderate("/milestone list").reply()))
        .contains("asha: first post, announced, but not posted: #archived is archived")
        .contains("ben: first post, announced, but not posted: #archived is archived");
  }
}
