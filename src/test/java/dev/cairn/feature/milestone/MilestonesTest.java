package dev.cairn.feature.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.connection.Ping;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.Conversation;
import dev.cairn.feature.TestCommunity;
import dev.cairn.platform.local.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MilestonesTest {
  private final Database database = DatabaseUnderTest.H2.open();
  private final TestCommunity lab = new TestCommunity(database).at("2026-01-01T09:00:00Z");

  @AfterEach
  void close() {
    database.close();
  }

  private long only() {
    List<Milestone> all = lab.milestones.all(lab.member("asha").community());
    assertThat(all).hasSize(1);
    return all.getFirst().id();
  }

  @Test
  void areFoundWithThePostThatReachesThem() {
    lab.write("asha", 1, 7);
    assertThat(lab.reached())
        .containsExactlyInAnyOrder("asha MEMBER_POSTS 1 WAITING", "asha MEMBER_POSTS 7 WAITING");
    lab.write("ben", 1, 43);
    assertThat(lab.reached())
        .contains("lab COMMUNITY_POSTS 50 WAITING", "ben MEMBER_POSTS 30 WAITING")
        .hasSize(6);
  }

  @Test
  void areFoundWithTheDayThatReachesThem() {
    for (int day = 0; day < 7; day++) {
      lab.say("asha", "/done");
      lab.say("asha", "/done");
      lab.after(Duration.ofDays(1));
    }
    assertThat(lab.reached()).containsExactly("asha MEMBER_STREAK 7 WAITING");
  }

  @Test
  void areFoundWhereAGrantedDayJoinsTwoStreaks() {
    for (int day = 1; day <= 9; day++) {
      if (day != 4 && day != 5) {
        lab.say("asha", "/done");
      }
      lab.after(Duration.ofDays(1));
    }
    assertThat(lab.reached()).isEmpty();
    lab.moderate("/checkin grant @asha 2026-01-05 reason:\"was ill\"");
    assertThat(lab.reached()).containsExactly("asha MEMBER_STREAK 7 WAITING");
  }

  @Test
  void areFoundWhereAnExcuseJoinsTwoStreaks() {
    for (int day = 1; day <= 9; day++) {
      if (day != 4 && day != 5) {
        lab.say("asha", "/done");
      }
      lab.after(Duration.ofDays(1));
    }
    lab.moderate("/checkin excuse @asha 2026-01-05 reason:\"was ill\"");
    assertThat(lab.reached()).containsExactly("asha MEMBER_STREAK 7 WAITING");
  }

  /** Days 8 to 10 broke a streak of 7; the lone day 11 spoiled the comeback. */
  @Test
  void areFoundWhereARevocationMakesTheStreakLonger() {
    lab.moderate("/milestone rules streak:10");
    lab.after(Duration.ofDays(1));
    for (int day = 2; day <= 16; day++) {
      if (day <= 8 || day == 12 || day >= 14) {
        lab.say("asha", "/done");
      }
      lab.after(Duration.ofDays(1));
    }
    assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 4);
    assertThat(lab.reached()).isEmpty();
    lab.moderate("/checkin revoke @asha 2026-01-12 reason:\"was not there\"");
    assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 10);
    assertThat(lab.reached()).containsExactly("asha MEMBER_STREAK 10 WAITING");
  }

  @Test
  void areWithdrawnWhileTheFactsDoNotHoldThemAndFoundAgain() {
    for (int day = 0; day < 7; day++) {
      lab.say("asha", "/done");
      lab.after(Duration.ofDays(1));
    }
    assertThat(lab.reached()).containsExactly("asha MEMBER_STREAK 7 WAITING");
    lab.moderate("/checkin revoke @asha 2026-01-03 reason:\"a mistake\"");
    assertThat(lab.reached()).doesNotContain("asha MEMBER_STREAK 7 WAITING");
    lab.moderate("/checkin grant @asha 2026-01-03 reason:\"no mistake\"");
    assertThat(lab.reached()).containsExactly("asha MEMBER_STREAK 7 WAITING");
  }

  @Test
  void areNotFoundAgainWhenADayIsRevokedAndGranted() {
    for (int day = 0; day < 7; day++) {
      lab.say("asha", "/done");
      lab.after(Duration.ofDays(1));
    }
    lab.moderate("/milestone announce " + only());
    lab.moderate("/checkin revoke @asha 2026-01-03 reason:\"a mistake\"");
    lab.moderate("/checkin grant @asha 2026-01-03 reason:\"no mistake\"");
    assertThat(lab.reached()).containsExactly("asha MEMBER_STREAK 7 ANNOUNCED");
  }

  @Test
  void areListedToTheLetter() {
    lab.write("asha", 1, 1);
    Map<?, ?> listed =
        (Map<?, ?>)
            ((List<?>)
                    Objects.requireNonNull(lab.moderatorFacts("/milestone list").get("milestones")))
                .getFirst();
    assertThat(listed.keySet().toString()).isEqualTo("[id, kind, whose, threshold, state]");
    assertThat(listed.get("kind")).isEqualTo("member_posts");
    assertThat(listed.get("whose")).isEqualTo("asha");
    assertThat(listed.get("threshold")).isEqualTo(1);
    assertThat(listed.get("state")).isEqualTo("waiting");
    assertThat(lab.say("asha", "/milestone list").problem()).isEqualTo(Problem.NOT_ALLOWED);
  }

  @Test
  void areAnnouncedOnceWhereTheCommunityWantsThem() {
    lab.moderate("/milestone rules channel:#cheers");
    lab.write("asha", 1, 1);
    long id = only();
    lab.runDue();
    assertThat(lab.posted).as("waits for a moderator").isEmpty();
    assertThat(lab.moderatorFacts("/milestone announce " + id))
        .contains(entry("state", "announced"));
    assertThat(lab.moderate("/milestone announce " + id).problem()).isEqualTo(Problem.CONFLICT);
    assertThat(lab.moderate("/milestone dismiss " + id).problem()).isEqualTo(Problem.CONFLICT);
    assertThat(lab.moderate("/milestone edit " + id + " words:late").problem())
        .isEqualTo(Problem.CONFLICT);
    lab.runDue();
    lab.after(Duration.ofDays(1));
    assertThat(lab.posted).hasSize(1);
    OutgoingMessage message = lab.posted.getFirst();
    assertThat(message.address())
        .isEqualTo(new Address.Channel(new Place(Platform.LOCAL, "lab").channel("cheers")));
    assertThat(message.publish()).isTrue();
    assertThat(message.pings()).as("nobody is mentioned who did not agree").isNull();
    assertThat(message.card().tone()).isEqualTo(Reply.Tone.CELEBRATION);
    assertThat(PlainText.of(message.card())).contains("asha has written their first blog post.");
    Block.Picture picture =
        message.card().blocks().stream()
            .filter(Block.Picture.class::isInstance)
            .map(Block.Picture.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(picture.image().altText()).contains("asha");
    assertThat(picture.image().png()).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void mentionOnlyWhoAgreed() {
    lab.moderate("/milestone rules channel:#cheers auto:true");
    lab.say("asha", "/milestone mention agree:true");
    lab.write("asha", 1, 1);
    lab.say("ben", "/milestone mention agree:true");
    lab.say("ben", "/milestone mention agree:false");
    lab.write("ben", 1, 1);
    lab.runDue();
    assertThat(lab.posted).hasSize(2);
    assertThat(lab.posted.get(0).pings())
        .isInstanceOfSatisfying(
            Ping.OfMember.class, pinged -> assertThat(pinged.account().user()).isEqualTo("asha"));
    assertThat(lab.posted.get(1).pings()).isNull();
  }

  @Test
  void waitForNobodyWhereTheCommunitySaysSo() {
    lab.moderate("/milestone rules auto:true");
    lab.write("asha", 1, 1);
    lab.runDue();
    assertThat(lab.reached())
        .as("nowhere to announce it")
        .containsExactly("asha MEMBER_POSTS 1 WAITING");
    lab.moderate("/milestone rules channel:#cheers");
    lab.write("ben", 1, 1);
    lab.runDue();
    assertThat(lab.reached())
        .containsExactly("asha MEMBER_POSTS 1 WAITING", "ben MEMBER_POSTS 1 ANNOUNCED");
    assertThat(lab.posted).hasSize(1);
  }

  @Test
  void areLaidBeforeTheModerators() {
    lab.moderate("/milestone rules moderators:#mods");
    lab.write("asha", 1, 1);
    lab.runDue();
    assertThat(lab.posted).hasSize(1);
    OutgoingMessage message = lab.posted.getFirst();
    assertThat(message.address())
        .isEqualTo(new Address.Channel(new Place(Platform.LOCAL, "lab").channel("mods")));
    assertThat(message.publish()).isFalse();
    assertThat(Conversation.actions(message.card()))
        .containsExactly(
            "milestone announce id:" + only(),
            "milestone edit id:" + only(),
            "milestone announce id:" + only(),
            "milestone dismiss id:" + only());
  }

  @Test
  void areSaidInTheModeratorsOwnWords() {
    lab.write("asha", 1, 1);
    long id = only();
    lab.moderate("/milestone edit " + id + " words:\"The first of many!\"");
    assertThat(PlainText.of(lab.moderate("/milestone show " + id).reply()))
        .contains("The first of many!");
    Turn announced = lab.moderate("/milestone announce " + id);
    assertThat(announced.problem()).isNull();
    lab.runDue();
    assertThat(lab.posted.getFirst().address())
        .as("where the moderator is, as no channel is set")
        .isEqualTo(new Address.Channel(new Place(Platform.LOCAL, "lab").channel("general")));
    assertThat(PlainText.of(lab.posted.getFirst().card())).contains("The first of many!");
  }

  @Test
  void canBeDismissedForGood() {
    lab.moderate("/milestone rules channel:#cheers");
    lab.write("asha", 1, 1);
    long id = only();
    assertThat(lab.moderatorFacts("/milestone dismiss " + id)).containsEntry("state", "dismissed");
    assertThat(lab.moderate("/milestone announce " + id).problem()).isEqualTo(Problem.CONFLICT);
    lab.say("asha", "/blog remove https://asha.example/1");
    lab.write("asha", 1, 1);
    lab.runDue();
    assertThat(lab.posted).isEmpty();
    assertThat(lab.reached()).containsExactly("asha MEMBER_POSTS 1 DISMISSED");
    assertThat(lab.moderate("/milestone dismiss 999999").problem()).isEqualTo(Problem.NOT_FOUND);
  }

  @Test
  void followTheListsOfTheCommunity() {
    assertThat(lab.moderatorFacts("/milestone rules posts:2,3 together:+4 streak:none"))
        .containsEntry("posts", "2,3")
        .containsEntry("together", "+4")
        .containsEntry("streak", "none");
    lab.write("asha", 1, 9);
    assertThat(lab.reached())
        .containsExactlyInAnyOrder(
            "asha MEMBER_POSTS 2 WAITING",
            "asha MEMBER_POSTS 3 WAITING",
            "lab COMMUNITY_POSTS 4 WAITING",
            "lab COMMUNITY_POSTS 8 WAITING");
    assertThat(
            lab.moderatorFacts(
                "/milestone rules posts:default together:\"50, 100 +500\" confirm:true"))
        .containsEntry("posts", "1,7,30,60,90,120,150,180")
        .containsEntry("together", "50,100,+500");
    for (String wrong : List.of("0", "7,x", "-3", "+", "1.5", "99999999")) {
      assertThat(lab.moderate("/milestone rules posts:" + wrong).problem())
          .as(wrong)
          .isEqualTo(Problem.BAD_OPTION);
    }
  }

  @Test
  void otherListsAreKeptWhenWhatTheyWouldHaveFoundWasSeen() {
    lab.write("asha", 1, 3);
    lab.write("ben", 1, 2);
    for (int day = 1; day <= 4; day++) {
      lab.say("asha", "/done");
      lab.after(Duration.ofDays(1));
    }
    // asha: posts 2 and 3, days 2 and 4; ben: post 2; together 4.
    Map<String, @Nullable Object> asked =
        lab.moderatorFacts("/milestone rules posts:2,3 together:4,8 streak:2,4,8");
    assertThat(asked)
        .containsEntry("found", 6)
        .containsEntry("foundBefore", 2)
        .containsEntry("saved", false);
    assertThat(lab.moderatorFacts("/milestone rules"))
        .containsEntry("posts", "1,7,30,60,90,120,150,180");
    assertThat(lab.moderatorFacts("/milestone rules posts:2,3 auto:false confirm:true"))
        .containsEntry("posts", "2,3");
    assertThat(lab.moderatorFacts("/milestone rules posts:4"))
        .as("nothing found")
        .containsEntry("posts", "4");
    assertThat(lab.reached()).as("what was reached before is not found by new lists").hasSize(2);
  }

  @Test
  void whatWasReachedLongAgoIsNotCountedAgain() {
    lab.write("asha", 1, 3);
    lab.after(Duration.ofDays(31));
    lab.write("asha", 4, 4);
    assertThat(lab.moderatorFacts("/milestone rules posts:2,3,4 together:4"))
        .containsEntry("found", 2)
        .containsEntry("foundBefore", 0);
  }

  @Test
  void thatDidNotArriveAreSaidNotTo() {
    lab.moderate("/milestone rules channel:#" + TestCommunity.ARCHIVED + " auto:true");
    lab.write("asha", 1, 1);
    assertThat(PlainText.of(lab.moderate("/milestone list").reply())).doesNotContain("not posted");
    lab.runDue();
    assertThat(lab.posted).isEmpty();
    assertThat(PlainText.of(lab.moderate("/milestone list").reply()))
        .contains("announced, but not posted: #archived is archived");
    assertThat(lab.moderatorFacts("/milestone show " + only()))
        .containsEntry("failed", "#archived is archived");
  }
}
