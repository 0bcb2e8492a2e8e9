package dev.cairn.feature.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.TestConversation;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.MemberRecords;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.Property;
import dev.cairn.domain.day.Period;
import dev.cairn.domain.group.GroupStanding;
import dev.cairn.domain.group.Leaderboard;
import dev.cairn.feature.Conversation;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.community.Community;
import dev.cairn.platform.local.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Boards of groups are read off what is kept, and say what folding everything comes to. */
final class GroupStandingsTest {
  private static final int SIZE = 2;

  /** When days end in UTC, on Kiritimati and in Tokyo, as hours of UTC. */
  private static final Set<Integer> ENDS = Set.of(4, 14, 15, 19);

  /** Looks at all that is kept, beside the commands that change it. */
  private static final class Looker {
    private final Database database;
    private final TestCommunity lab;
    private final GroupScores scores;
    private final GroupStandingStore store;
    private final GroupStandings standings;

    Looker(Database database) {
      this.database = database;
      lab = new TestCommunity(database);
      scores = lab.scores;
      store = new GroupStandingStore(database);
      standings = lab.groupStandings;
    }

    Community community() {
      return lab.community();
    }

    boolean holds(Instant now) {
      return store.holds(community().id(), now);
    }

    void assertRight(Instant now, String after) {
      for (Period period : Period.values()) {
        List<String> folded =
            database.tried(() -> {
              database.update("delete from settled_group").execute();
              return lines(Leaderboard.ofGroups(scores.standings(community(), period, now)));
            });
        assertThat(pages(period, now)).as("%s %s %s", after, period, now).isEqualTo(folded);
      }
    }

    private static List<String> lines(Leaderboard<GroupStanding> board) {
      List<String> lines = new ArrayList<>();
      board.ranked().forEach(rank -> lines.add(rank.place() + " " + rank.standing()));
      board.unranked().forEach(standing -> lines.add("null " + standing));
      return lines;
    }

    private List<String> pages(Period period, Instant now) {
      List<String> lines = new ArrayList<>();
      int pages = 1;
      for (int number = 1; number <= pages; number++) {
        GroupStandings.Page page =
            standings.page(community(), period, number, SIZE, Optional.empty(), now);
        pages = page.pages();
        for (GroupStandings.Placed placed : page.groups()) {
          lines.add(placed.place() + " " + placed.standing());
          GroupStandings.Page own =
              standings.page(
                  community(), period, 1, SIZE, Optional.of(placed.standing().group()), now);
          assertThat(own.own()).as("by itself").isEqualTo(placed);
        }
      }
      return lines;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whateverChangesAGroupIsSeenByWhoeverLooksNext(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-05T09:00:00Z");
      Looker looker = new Looker(database);
      List<String> steps =
          List.of(
              "asha /group create name:Owls",
              "ben /group create name:larks",
              "chen /group create name:Éclairs",
              "dia /group create name:Finches",
              "eve /group join name:Owls",
              "fay /group join name:larks",
              "gus /group join name:Éclairs",
              "asha /group rename name:Bees",
              "+26",
              "asha /done",
              "ben /done",
              "ben /done undo:true",
              "fay /done",
              "chen /settings timezone:Pacific/Kiritimati",
              "gus /pause until:2026-01-12",
              "hal /group create name:Own",
              "+19",
              "eve /done yesterday:true",
              "eve /done",
              "gus /pause off:true",
              "mod /checkin excuse member:@gus day:2026-01-06 reason:ill",
              "mod /checkin grant member:@ben day:2026-01-06 reason:forgot",
              "mod /checkin revoke member:@ben day:2026-01-06 reason:mistake",
              "asha /group rename name:Zebras",
              "fay /settings hide:true",
              "+5",
              "fay /settings rest:thu,fri",
              "mod /community set quorum:100",
              "mod /community set timezone:Asia/Tokyo daystart:0",
              "+30",
              "fay /group leave",
              "gus /done",
              "gus /mydata delete",
              "gus press mydata delete sure:true",
              "fay /mydata delete",
              "fay press mydata delete sure:true",
              "hal /mydata delete",
              "hal press mydata delete sure:true",
              "dia /group disband",
              "ben /group leave",
              "ben /group join name:Zebras",
              "+24",
              "ben /done",
              "+8",
              "eve /done");
      for (String step : steps) {
        if (step.startsWith("+")) {
          for (int hour = Integer.parseInt(step.substring(1)); hour > 0; hour--) {
            Instant next = lab.now().plus(Duration.ofHours(1));
            if (ENDS.contains(next.atOffset(ZoneOffset.UTC).getHour())) {
              looker.assertRight(next.minusSeconds(1), "a second before a day ends");
              looker.assertRight(next, "when it ends");
            }
            lab.at(next);
          }
        } else {
          String[] said = step.split(" ", 2);
          act(lab, said[0], said[1]);
          looker.assertRight(lab.now(), step);
        }
      }
      assertThat(looker.standings.recompute(looker.community(), lab.now())).isZero();
    }
  }

  private static void act(TestConversation lab, String name, String line) {
    Turn turn;
    if (line.startsWith("press ")) {
      turn = lab.press(name, line.substring("press ".length()));
    } else {
      turn = name.equals("mod") ? lab.moderate(name, line) : lab.say(name, line);
    }
    assertThat(turn.problem()).as("%s: %s", line, PlainText.of(turn.reply())).isNull();
    if (line.equals("/group disband")) {
      act(lab, name, "press " + Conversation.actions(turn.reply()).getFirst());
    }
  }

  @ParameterizedTest
  @EnumSource
  void howAGroupStandsIsKnownAheadUntilTheSecondDayEnds(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-05T09:00:00Z");
      Looker looker = new Looker(database);
      lab.say("asha", "/group create name:Owls");
      assertThat(looker.holds(lab.now())).as("nobody has looked").isFalse();
      looker.standings.renew(lab.now());
      assertThat(looker.holds(lab.now())).isTrue();
      assertThat(looker.holds(Instant.parse("2026-01-07T03:59:59Z"))).isTrue();
      assertThat(looker.holds(Instant.parse("2026-01-07T04:00:00Z"))).isFalse();
      assertThat(looker.holds(Instant.parse("2026-01-05T08:55:00Z")))
          .as("for whoever asked a little earlier, and is answered later")
          .isTrue();
      assertThat(looker.holds(Instant.parse("2026-01-05T08:00:00Z"))).isFalse();
      looker.standings.renew(Instant.parse("2026-01-06T03:59:59Z"));
      assertThat(looker.holds(Instant.parse("2026-01-07T04:00:00Z"))).as("too early").isFalse();
      looker.standings.renew(Instant.parse("2026-01-06T04:00:00Z"));
      assertThat(looker.holds(Instant.parse("2026-01-07T04:00:00Z"))).isTrue();
      lab.at("2026-01-06T09:00:00Z").say("asha", "/done");
      assertThat(looker.holds(lab.now())).as("a check-in").isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theWeekIsTheCommunitysWhereverMembersLive(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-05T20:00:00Z");
      Looker looker = new Looker(database);
      lab.say("asha", "/settings timezone:Pacific/Kiritimati");
      lab.say("asha", "/group create name:Owls");
      lab.at("2026-01-09T20:00:00Z").say("asha", "/done");
      lab.at("2026-01-11T20:00:00Z").say("asha", "/done");
      looker.assertRight(lab.now(), "Monday has begun for her");
      looker.assertRight(Instant.parse("2026-01-12T03:59:59Z"), "on the last second of Sunday");
      looker.assertRight(Instant.parse("2026-01-12T04:00:00Z"), "on Monday");
      assertThat(looker.pages(Period.WEEK, Instant.parse("2026-01-12T04:00:00Z")).toString())
          .contains("present=1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverIsDeletedCountsNoLongerForTheGroupThatTheyHadLeft(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-05T09:00:00Z");
      Looker looker = new Looker(database);
      lab.say("asha", "/group create name:Owls");
      lab.say("ben", "/group join name:Owls");
      lab.at("2026-01-06T09:00:00Z").say("ben", "/done");
      lab.say("ben", "/group leave");
      lab.at("2026-01-07T09:00:00Z");
      looker.assertRight(lab.now(), "with what ben did");
      MemberId ben =
          database.query("select member_id from member where name = 'ben'").one(MemberId.class);
      database.transaction(() -> {
        new MemberRecords(database, looker.community().id(), ben).delete();
      });
      looker.assertRight(lab.now(), "without");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whereAClockGoesBackNoDateIsCountedTwice(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-05T09:00:00Z");
      Looker looker = new Looker(database);
      lab.say("asha", "/group create name:Owls");
      for (int day = 6; day <= 10; day++) {
        lab.at("2026-01-%02dT09:00:00Z".formatted(day)).say("asha", "/done");
      }
      assertThat(looker.pages(Period.ALL, lab.now()).toString()).contains("present=5");
      Instant before = Instant.parse("2026-01-08T09:00:00Z");
      assertThat(looker.pages(Period.ALL, before).toString()).contains("present=3");
      assertThat(looker.scores.standings(looker.community(), Period.ALL, before).toString())
          .contains("present=3");
    }
  }

  /** On PostgreSQL others check in while somebody looks. */
  @Test
  @Timeout(120)
  void aCheckInThatIsUnderWayWhileSomebodyLooksIsSeenNextTime() throws Exception {
    try (Database database = DatabaseUnderTest.POSTGRESQL.open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      TestConversation lab = new TestConversation(database).at("2026-01-05T09:00:00Z");
      Looker looker = new Looker(database);
      lab.say("asha", "/group create name:Owls");
      lab.say("ben", "/group join name:Owls");
      lab.at("2026-01-06T09:00:00Z");
      CountDownLatch said = new CountDownLatch(1);
      CountDownLatch looked = new CountDownLatch(1);
      Future<?> checkIn =
          threads.submit(() ->
              database.transaction(() -> {
                lab.say("asha", "/done");
                said.countDown();
                await(looked);
              }));
      said.await();
      looker.assertRight(lab.now(), "before the commit");
      looked.countDown();
      checkIn.get();
      looker.assertRight(lab.now(), "after it");
      assertThat(looker.pages(Period.ALL, lab.now()).toString()).contains("present=1");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsKeptWronglyIsPutRight(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-05T09:00:00Z");
      Looker looker = new Looker(database);
      lab.say("asha", "/group create name:Owls");
      lab.say("ben", "/group create name:Larks");
      looker.assertRight(lab.now(), "at first");
      database.update("update group_standing set ratio = 7 where period = 'WEEK'").execute();
      assertThat(looker.standings.recompute(looker.community(), lab.now())).isEqualTo(2);
      database.update("delete from held_group").execute();
      assertThat(looker.standings.recompute(looker.community(), lab.now())).isEqualTo(2);
      assertThat(looker.standings.recompute(looker.community(), lab.now())).isZero();
      looker.assertRight(lab.now(), "at last");
    }
  }

  @Test
  void namesAreSortedAsTheyWereByPeople() {
    List<String> letters =
        List.of("a", "B", "b", "É", "é", "ß", "ẞ", "İ", "ı", "-", "1", "\uFF21", "😀");
    Property.forAll(
        500,
        random -> {
          String one = name(random, letters);
          String other = name(random, letters);
          assertThat(
                  Integer.signum(
                      Comparator.comparing(GroupStandingStore::sortName).compare(one, other)))
              .as("%s and %s", one, other)
              .isEqualTo(Integer.signum(String.CASE_INSENSITIVE_ORDER.compare(one, other)));
        });
  }

  private static String name(RandomGenerator random, List<String> letters) {
    StringBuilder name = new StringBuilder();
    for (int length = random.nextInt(4); length > 0; length--) {
      name.append(Property.oneOf(random, letters));
    }
    return name.toString();
  }
}
