package dev.cairn.feature.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.day.Period;
import dev.cairn.domain.group.MemberStanding;
import dev.cairn.domain.streak.StreakState;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.MemberStore;
import dev.cairn.feature.streak.StreakStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of leaderboards promises, on both databases. */
final class LeaderboardStoreTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
  private static final long MOST = Long.MAX_VALUE;
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final Measure STREAK = new Measure.CurrentStreak();
  private static final Measure WEEK = new Measure.CheckIns(Period.WEEK.key(DAY));

  private static void streak(Database database, Member member, int streak, int longest) {
    streak(database, member, streak, longest, null);
  }

  private static void streak(
      Database database, Member member, int streak, int longest, @Nullable Instant breaksAt) {
    new StreakStore(database).save(member, StreakState.NONE, streak, longest, breaksAt);
    new LeaderboardStore(database).add(member, List.of(), 0, List.of());
  }

  private static List<String> names(LeaderboardStore store, Member member, Measure measure) {
    return store.list(member.community().id(), measure, MOST, 0, 100).stream()
        .map(MemberStanding::name)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsListedWhereNobodyHasAnything(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      LeaderboardStore store = new LeaderboardStore(database);
      for (Measure measure : List.of(STREAK, WEEK)) {
        assertThat(store.tally(asha.community().id(), measure).size()).isZero();
        assertThat(store.list(asha.community().id(), measure, MOST, 0, 10)).isEmpty();
        assertThat(store.value(asha, measure)).isEmpty();
        assertThat(store.tally(asha.community().id(), measure).above(0)).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void withinARankTheLongerLongestThenTheNameThenTheId(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      LeaderboardStore store = new LeaderboardStore(database);
      // Met in this order, so that neither ids nor capitals can sort them by chance.
      Member zoe = people.here("Zoe");
      Member ben = people.here("ben");
      Member asha = people.here("Asha");
      Member fay = people.here("fay");
      Member dia = people.here("dia");
      for (Member each : List.of(zoe, ben, asha)) {
        streak(database, each, 2, 2);
      }
      streak(database, fay, 2, 9);
      streak(database, dia, 3, 3);
      assertThat(names(store, asha, STREAK)).containsExactly("dia", "fay", "Asha", "ben", "Zoe");
      List.of(dia, fay, asha, ben, zoe)
          .forEach(each ->
              store.add(each, List.of(Period.WEEK.key(DAY)), each.equals(zoe) ? 2 : 1, List.of()));
      assertThat(names(store, asha, WEEK)).containsExactly("Zoe", "fay", "dia", "Asha", "ben");
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesOfEveryScriptAreSortedAsTheRulesSortThem(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      for (String name : List.of("Éva", "zoe", "éclair", "жук", "Жанна", "ÖMER", "ömür", "Ωmega")) {
        streak(database, people.here(name), 1, 1);
      }
      assertThat(new LeaderboardStore(database).list(people.here().id(), STREAK, MOST, 0, 100))
          .hasSize(8)
          .isSortedAccordingTo(MemberStanding.WITHIN_RANK);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPageIsPartOfTheWholeOrder(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      LeaderboardStore store = new LeaderboardStore(database);
      for (int each = 0; each < 7; each++) {
        streak(database, people.here("member " + each), 1 + each / 2, 5);
      }
      var community = people.here().id();
      List<MemberStanding> all = store.list(community, STREAK, MOST, 0, 100);
      assertThat(all).hasSize(store.tally(community, STREAK).size()).hasSize(7);
      assertThat(store.list(community, STREAK, MOST, 0, 3)).isEqualTo(all.subList(0, 3));
      assertThat(store.list(community, STREAK, MOST, 3, 3)).isEqualTo(all.subList(3, 6));
      assertThat(store.list(community, STREAK, MOST, 6, 3)).isEqualTo(all.subList(6, 7));
      assertThat(store.list(community, STREAK, MOST, 7, 3)).isEmpty();
      for (int offset = 0; offset < 7; offset++) {
        Tally tally = store.tally(community, STREAK);
        long first = tally.after(offset);
        assertThat(store.list(community, STREAK, first, offset - tally.above(first), 3))
            .isEqualTo(all.subList(offset, Math.min(offset + 3, 7)));
      }
      assertThat(store.tally(community, STREAK).after(7)).isZero();
      assertThat(store.tally(community, STREAK).above(4)).isZero();
      assertThat(store.tally(community, STREAK).above(3)).isEqualTo(1);
      assertThat(store.tally(community, STREAK).above(0)).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoHidesOrLeftIsNotInWhatItTells(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      LeaderboardStore store = new LeaderboardStore(database);
      MemberStore members = new MemberStore(database);
      Member asha = people.here("asha");
      Member hidden = people.here("hidden");
      Member left = people.here("left");
      for (Member each : List.of(asha, hidden, left)) {
        streak(database, each, 3, 3);
        store.add(each, List.of(Period.WEEK.key(DAY)), 3, List.of());
      }
      members.setHidden(hidden, true);
      members.leave(left, AT);
      store.refresh(hidden);
      store.refresh(left);
      for (Measure measure : List.of(STREAK, WEEK)) {
        assertThat(names(store, asha, measure)).containsExactly("asha");
        assertThat(store.tally(asha.community().id(), measure).size()).isEqualTo(1);
        assertThat(store.tally(asha.community().id(), measure).above(2)).isEqualTo(1);
        assertThat(store.value(hidden, measure)).isEmpty();
        assertThat(store.value(left, measure)).isEmpty();
      }
      members.setHidden(hidden, false);
      store.refresh(hidden);
      assertThat(store.value(hidden, WEEK)).as("nothing was lost meanwhile").hasValue(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPeriodIsOneOfItsKindAndStart(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      LeaderboardStore store = new LeaderboardStore(database);
      store.add(asha, List.of(Period.WEEK.key(DAY)), 1, List.of());
      store.add(asha, List.of(Period.WEEK.key(DAY.plusWeeks(1))), 2, List.of());
      store.add(asha, List.of(Period.MONTH.key(DAY)), 3, List.of());
      store.add(asha, List.of(Period.ALL.key(DAY)), 4, List.of());
      assertThat(store.value(asha, WEEK)).hasValue(1);
      assertThat(store.value(asha, new Measure.CheckIns(Period.WEEK.key(DAY.plusWeeks(1)))))
          .hasValue(2);
      assertThat(store.value(asha, new Measure.CheckIns(Period.MONTH.key(DAY)))).hasValue(3);
      assertThat(store.value(asha, new Measure.CheckIns(Period.ALL.key(DAY)))).hasValue(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void checkInsAddedAtOnceAreAllCounted(DatabaseUnderTest under) throws Exception {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      LeaderboardStore store = new LeaderboardStore(database);
      MemberStore members = new MemberStore(database);
      People.writeAtOnce(
          database,
          8,
          thread -> {
            members.lock(asha);
            store.add(asha, List.of(Period.WEEK.key(DAY)), 1, List.of());
          });
      assertThat(store.value(asha, WEEK)).hasValue(8);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noCommunityIsListedInAnother(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      LeaderboardStore store = new LeaderboardStore(database);
      Member asha = people.here("asha");
      Member bo = people.elsewhere("bo");
      for (Member each : List.of(asha, bo)) {
        streak(database, each, 3, 3);
        store.add(each, List.of(Period.WEEK.key(DAY)), 3, List.of());
      }
      for (Measure measure : List.of(STREAK, WEEK)) {
        assertThat(names(store, asha, measure)).containsExactly("asha");
        assertThat(names(store, bo, measure)).containsExactly("bo");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStreakIsListedUntilTheInstantAtWhichItBreaks(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      streak(database, asha, 3, 5, AT);
      LeaderboardStore store = new LeaderboardStore(database);
      CommunityId community = asha.community().id();
      Instant before = AT.minusMillis(1);
      for (int turn = 0; turn < 2; turn++) {
        assertThat(store.lags(community, before)).isEqualTo(turn > 0);
        store.settle(community, before);
        assertThat(store.tally(community, STREAK).size()).isEqualTo(1);
        assertThat(store.value(asha, STREAK)).as("also where clocks went back").hasValue(3);
        assertThat(store.lags(community, AT)).isTrue();
        store.settle(community, AT);
        assertThat(store.lags(community, AT)).isFalse();
        assertThat(store.tally(community, STREAK).size()).isZero();
        assertThat(store.value(asha, STREAK)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoHidesWithABrokenStreakStaysHiddenWhenClocksGoBack(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      streak(database, asha, 3, 5, AT);
      LeaderboardStore store = new LeaderboardStore(database);
      CommunityId community = asha.community().id();
      store.settle(community, AT);
      new MemberStore(database).setHidden(asha, true);
      store.refresh(asha);
      store.settle(community, AT);
      store.settle(community, AT.minusMillis(1));
      assertThat(store.tally(community, STREAK).size()).isZero();
      assertThat(store.value(asha, STREAK)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTallyIsTheSameSummedUp(DatabaseUnderTest under) throws Exception {
    try (Database database = under.open()) {
      People people = new People(database);
      LeaderboardStore store = new LeaderboardStore(database);
      for (int each = 0; each < 30; each++) {
        Member member = people.here("member " + each);
        store.add(member, List.of(Period.WEEK.key(DAY)), 1 + each % 3, List.of());
        store.add(member, List.of(Period.WEEK.key(DAY)), 1, List.of());
      }
      CommunityId community = people.here().id();
      Tally told = store.tally(community, WEEK);
      assertThat(told.size()).isEqualTo(30);
      People.writeAtOnce(database, 4, thread -> store.sumUp(community, Period.WEEK.key(DAY)));
      assertThat(store.tally(community, WEEK)).isEqualTo(told);
      store.sumUp(community, Period.WEEK.key(DAY));
      assertThat(
              database
                  .query("select count(*) from standing_tally where board like 'WEEK%'")
                  .one(Long.class))
          .as("one row a value")
          .isEqualTo(3);
      assertThat(store.tally(community, WEEK)).isEqualTo(told);
    }
  }

  @ParameterizedTest
  @EnumSource
  void checkInsOfAPeriodAreAddedUpAndZeroIsNotListed(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      LeaderboardStore store = new LeaderboardStore(database);
      Measure all = new Measure.CheckIns(Period.ALL.key(DAY));
      store.add(asha, List.of(Period.ALL.key(DAY)), 1, List.of());
      store.add(asha, List.of(Period.ALL.key(DAY)), 1, List.of());
      assertThat(store.value(asha, all)).hasValue(2);
      assertThat(store.tally(asha.community().id(), all).above(1)).isEqualTo(1);
      assertThat(store.tally(asha.community().id(), all).above(2)).isZero();
      assertThat(store.value(asha, new Measure.CheckIns(Period.WEEK.key(DAY)))).isEmpty();
      store.add(asha, List.of(Period.ALL.key(DAY)), -2, List.of());
      assertThat(store.list(asha.community().id(), all, MOST, 0, 10)).isEmpty();
    }
  }
}
