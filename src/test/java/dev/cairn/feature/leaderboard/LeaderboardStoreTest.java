package dev.cairn.feature.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.domain.day.Period;
import dev.cairn.domain.group.MemberStanding;
import dev.cairn.domain.streak.StreakState;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.MemberStore;
import dev.cairn.feature.streak.StreakStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of leaderboards promises, on both databases. */
final class LeaderboardStoreTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final Measure STREAK = new Measure.CurrentStreak(AT);
  private static final Measure WEEK = new Measure.CheckIns(Period.WEEK.key(DAY));

  private static void streak(Database database, Member member, int streak, int longest) {
    new StreakStore(database).save(member, StreakState.NONE, streak, longest, null);
  }

  private static List<String> names(LeaderboardStore store, Member member, Measure measure) {
    return store.list(member.community().id(), measure, 0, 0, 100).stream()
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
        assertThat(store.list(asha.community().id(), measure, 0, 0, 10)).isEmpty();
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
          .forEach(
              each -> store.add(each, List.of(Period.WEEK.key(DAY)), each.equals(zoe) ? 2 : 1));
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
      assertThat(new LeaderboardStore(database).list(people.here().id(), STREAK, 0, 0, 100))
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
      List<MemberStanding> all = store.list(community, STREAK, 0, 0, 100);
      assertThat(all).hasSize(store.tally(community, STREAK).size()).hasSize(7);
      assertThat(store.list(community, STREAK, 0, 0, 3)).isEqualTo(all.subList(0, 3));
      assertThat(store.list(community, STREAK, 0, 3, 3)).isEqualTo(all.subList(3, 6));
      assertThat(store.list(community, STREAK, 0, 6, 3)).isEqualTo(all.subList(6, 7));
      assertThat(store.list(community, STREAK, 0, 7, 3)).isEmpty();
      long third = store.tally(community, STREAK).least(3);
      assertThat(store.list(community, STREAK, third, 0, 3)).isEqualTo(all.subList(0, 3));
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
        store.add(each, List.of(Period.WEEK.key(DAY)), 3);
      }
      members.setHidden(hidden, true);
      members.leave(left, AT);
      for (Measure measure : List.of(STREAK, WEEK)) {
        assertThat(names(store, asha, measure)).containsExactly("asha");
        assertThat(store.tally(asha.community().id(), measure).size()).isEqualTo(1);
        assertThat(store.tally(asha.community().id(), measure).above(2)).isEqualTo(1);
        assertThat(store.value(hidden, measure)).isEmpty();
        assertThat(store.value(left, measure)).isEmpty();
      }
      members.setHidden(hidden, false);
      assertThat(store.value(hidden, WEEK)).as("nothing was lost meanwhile").hasValue(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPeriodIsOneOfItsKindAndStart(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      LeaderboardStore store = new LeaderboardStore(database);
      store.add(asha, List.of(Period.WEEK.key(DAY)), 1);
      store.add(asha, List.of(Period.WEEK.key(DAY.plusWeeks(1))), 2);
      store.add(asha, List.of(Period.MONTH.key(DAY)), 3);
      store.add(asha, List.of(Period.ALL.key(DAY)), 4);
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
      People.writeAtOnce(database, 8, thread -> store.add(asha, List.of(Period.WEEK.key(DAY)), 1));
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
        store.add(each, List.of(Period.WEEK.key(DAY)), 3);
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
      new StreakStore(database).save(asha, StreakState.NONE, 3, 5, AT);
      LeaderboardStore store = new LeaderboardStore(database);
      Measure before = new Measure.CurrentStreak(AT.minusMillis(1));
      Measure then = new Measure.CurrentStreak(AT);
      assertThat(store.tally(asha.community().id(), before).size()).isEqualTo(1);
      assertThat(store.value(asha, before)).hasValue(3);
      assertThat(store.tally(asha.community().id(), then).size()).isZero();
      assertThat(store.value(asha, then)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void checkInsOfAPeriodAreAddedUpAndZeroIsNotListed(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member asha = new People(database).here("asha");
      LeaderboardStore store = new LeaderboardStore(database);
      Measure all = new Measure.CheckIns(Period.ALL.key(DAY));
      store.add(asha, List.of(Period.ALL.key(DAY)), 1);
      store.add(asha, List.of(Period.ALL.key(DAY)), 1);
      assertThat(store.value(asha, all)).hasValue(2);
      assertThat(store.tally(asha.community().id(), all).above(1)).isEqualTo(1);
      assertThat(store.tally(asha.community().id(), all).above(2)).isZero();
      assertThat(store.value(asha, new Measure.CheckIns(Period.WEEK.key(DAY)))).isEmpty();
      store.add(asha, List.of(Period.ALL.key(DAY)), -2);
      assertThat(store.list(asha.community().id(), all, 0, 0, 10)).isEmpty();
    }
  }
}
