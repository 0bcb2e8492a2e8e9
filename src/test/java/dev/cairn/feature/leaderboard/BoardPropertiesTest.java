package dev.cairn.feature.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.DateRange;
import dev.cairn.domain.Property;
import dev.cairn.domain.day.Period;
import dev.cairn.domain.group.Leaderboard;
import dev.cairn.domain.group.MemberStanding;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.checkin.CheckInDetails;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.streak.Streaks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every page of every board of members, read off what is kept in order, is what ranking the facts
 * from scratch comes to: with ties, names that change, members who hide, leave and come back,
 * streaks that break by waiting, and clocks that go back.
 */
final class BoardPropertiesTest {
  /** Few, so that many are called the same but for capitals, or altogether. */
  private static final List<String> NAMES =
      List.of("Asha", "asha", "ben", "Ben", "chen", "Éva", "zoe", "Zoe", "жук");

  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("UTC"), ZoneId.of("Asia/Kolkata"), ZoneId.of("Pacific/Kiritimati"));

  @Test
  void whatH2KeepsInOrderIsWhatTheFactsComeTo() {
    Property.forAll(6, random -> run(DatabaseUnderTest.H2, random));
  }

  @Test
  void whatPostgresqlKeepsInOrderIsWhatTheFactsComeTo() {
    Property.forAll(1, random -> run(DatabaseUnderTest.POSTGRESQL, random));
  }

  private static void run(DatabaseUnderTest under, RandomGenerator random) {
    try (Database database = under.open()) {
      new History(new TestCommunity(database), random).live();
    }
  }

  private static final class History {
    private final TestCommunity lab;
    private final RandomGenerator random;
    private final List<Member> members = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-27T02:00:00Z");
    private int interactions;

    History(TestCommunity lab, RandomGenerator random) {
      this.lab = lab;
      this.random = random;
    }

    void live() {
      for (int user = 0; user < 24; user++) {
        members.add(called(user, Property.oneOf(random, NAMES)));
      }
      for (int turn = 0; turn < 12; turn++) {
        now = now.plus(Duration.ofHours(random.nextInt(30)));
        lab.at(now);
        IntStream.range(0, 20 + random.nextInt(30)).forEach(act -> act());
        compare(now);
        if (random.nextInt(4) == 0) {
          compare(now.minus(Duration.ofHours(random.nextInt(40))));
        }
      }
      // Whoever has stopped drops out, day by day.
      for (int day = 0; day < 4; day++) {
        now = now.plus(Duration.ofHours(12 + random.nextInt(24)));
        compare(now);
      }
      assertThat(lab.leaderboards.recompute(lab.community())).as("all is well").isZero();
    }

    private Member called(int user, String name) {
      return lab.members.findOrCreate(
          new Caller(
              new Account(Platform.LOCAL, "lab", "user-" + user, name),
              "lab",
              false,
              Locale.ENGLISH,
              null),
          now);
    }

    private void act() {
      int user = random.nextInt(members.size());
      Member member = members.get(user);
      switch (random.nextInt(16)) {
        case 0 -> lab.members.setHidden(member, random.nextBoolean());
        case 1 -> lab.members.leave(member, now);
        case 2, 3 -> members.set(user, called(user, Property.oneOf(random, NAMES)));
        case 4 -> lab.streaks.setZone(member, Property.oneOf(random, ZONES), now);
        case 5 -> lab.grant(member, today(member).minusDays(1 + random.nextInt(9)));
        case 6 -> lab.revoke(member, today(member).minusDays(random.nextInt(3)));
        case 7 -> lab.excuse(member, today(member).minusDays(1 + random.nextInt(3)));
        default -> lab.checkIns.checkIn(member, "i" + interactions++, now, CheckInDetails.NONE);
      }
      members.set(user, lab.members.reload(members.get(user)));
    }

    private LocalDate today(Member member) {
      return lab.members.reload(member).days().today(now);
    }

    private void compare(Instant at) {
      compare(null, at);
      for (Period period : Period.values()) {
        compare(period, at);
      }
    }

    private void compare(@Nullable Period period, Instant at) {
      List<MemberStanding> facts =
          members.stream()
              .filter(member -> !member.hidden() && !member.left())
              .map(member -> standing(member, period, at))
              .filter(standing -> standing.value() > 0)
              .toList();
      List<String> expected =
          Leaderboard.ofMembers(facts).ranked().stream()
              .map(rank ->
                  rank.place() + " " + rank.standing().name() + " " + rank.standing().value())
              .toList();
      Member caller = Property.oneOf(random, members);
      int pages = Math.max(1, (expected.size() + 9) / 10);
      List<String> shown = new ArrayList<>();
      for (int page = 1; page <= pages; page++) {
        Board board = board(caller, period, page, at);
        assertThat(board.pages()).isEqualTo(pages);
        board.rows().forEach(row -> shown.add(text(row)));
      }
      assertThat(shown).as("%s at %s", period, at).isEqualTo(expected);
      Board past = board(caller, period, pages + 3, at);
      assertThat(past.page()).as("a page past the end").isEqualTo(pages);
      Board.Row own = past.own();
      assertThat(own == null ? -1 : own.value())
          .isEqualTo(
              facts.stream()
                  .filter(each -> each.member().equals(caller.id()))
                  .mapToLong(MemberStanding::value)
                  .findFirst()
                  .orElse(-1));
      if (own != null) {
        assertThat(expected).contains(text(own));
      }
    }

    private Board board(Member caller, @Nullable Period period, int page, Instant at) {
      return period == null
          ? lab.leaderboards.byStreak(caller, page, at)
          : lab.leaderboards.byCheckIns(caller, period, page, at);
    }

    private static String text(Board.Row row) {
      return row.rank() + " " + row.name() + " " + row.value();
    }

    private MemberStanding standing(Member member, @Nullable Period period, Instant at) {
      MemberHistory history = lab.streaks.history(member);
      Streak streak = Streaks.of(history, now);
      if (period == null) {
        int length = at.equals(now) ? streak.length() : kept(member, at);
        return new MemberStanding(member.id(), member.name(), length, streak.longest());
      }
      DateRange range = period.around(member.community().today(at));
      long checkIns = history.checked().keySet().stream().filter(range::contains).count();
      return new MemberStanding(member.id(), member.name(), checkIns, streak.longest());
    }

    /** What is kept of a streak, at an instant before it was. */
    private int kept(Member member, Instant at) {
      return lab.database
          .query(
              """
              select streak from streak where community_id = :community and member_id = :member
                and (breaks_at is null or breaks_at > :at)
              """)
          .bind("community", member.community().id())
          .bind("member", member.id())
          .bind("at", at)
          .find(Integer.class)
          .orElse(0);
    }
  }
}
