package dev.cairn.feature.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.group.GroupDay;
import dev.cairn.domain.group.GroupStreak;
import dev.cairn.feature.group.GroupDayStore.Kept;
import dev.cairn.feature.group.GroupDayStore.Settled;
import dev.cairn.feature.member.Member;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of settled group dates promises. */
final class GroupDayStoreTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-03-02");
  private static final LocalDate SECOND = FIRST.plusDays(1);
  private static final LocalDate THIRD = FIRST.plusDays(2);

  /** Two of three, then none of two. */
  private static final List<Settled> TWO_DAYS =
      List.of(
          new Settled(
              new GroupDay(FIRST, 3, 2, GroupDay.State.KEPT),
              new SettledGroup(FIRST, new GroupStreak(1, 1, FIRST), 3, 2)),
          new Settled(
              new GroupDay(SECOND, 2, 0, GroupDay.State.MISSED),
              new SettledGroup(SECOND, new GroupStreak(0, 1, FIRST), 5, 2)));

  /** One of one more. */
  private static final Settled THIRD_DAY =
      new Settled(
          new GroupDay(THIRD, 1, 1, GroupDay.State.KEPT),
          new SettledGroup(THIRD, new GroupStreak(1, 1, THIRD), 6, 3));

  private static Group group(Database database, Member owner) {
    return new GroupStore(database).add(owner, GroupName.of("Owls of " + owner.name()), People.MET);
  }

  private Group settled(Database database, Member owner) {
    Group group = group(database, owner);
    new GroupDayStore(database).add(group, TWO_DAYS);
    return group;
  }

  private static Map<GroupId, Kept> find(Database database, Group group, LocalDate from) {
    return new GroupDayStore(database).find(group.community(), List.of(group.id()), from);
  }

  @ParameterizedTest
  @EnumSource
  void aGroupWithoutSettledDatesIsNotTold(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Group owls = group(database, new People(database).here("asha"));
      assertThat(find(database, owls, LocalDate.MIN)).isEmpty();
      assertThat(new GroupDayStore(database).find(owls.community(), List.of(), FIRST)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPeriodCountsItsOwnDatesAndWhetherTwoWereExpectedOnOne(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Group owls = settled(database, new People(database).here("asha"));
      SettledGroup sum = TWO_DAYS.getLast().sum();
      Kept all = new Kept(sum, 5, 2, true);
      assertThat(find(database, owls, LocalDate.MIN)).isEqualTo(Map.of(owls.id(), all));
      assertThat(find(database, owls, FIRST)).isEqualTo(Map.of(owls.id(), all));
      assertThat(find(database, owls, SECOND))
          .isEqualTo(Map.of(owls.id(), new Kept(sum, 2, 0, true)));
      assertThat(find(database, owls, THIRD))
          .as("a period after the last settled date has none of them")
          .isEqualTo(Map.of(owls.id(), new Kept(sum, 0, 0, false)));
      assertThat(find(database, owls, THIRD.plusYears(1)))
          .isEqualTo(Map.of(owls.id(), new Kept(sum, 0, 0, false)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void furtherDatesFollowTheLast(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Group owls = settled(database, new People(database).here("asha"));
      new GroupDayStore(database).add(owls, List.of(THIRD_DAY));
      assertThat(find(database, owls, SECOND))
          .isEqualTo(Map.of(owls.id(), new Kept(THIRD_DAY.sum(), 3, 1, true)));
      assertThat(find(database, owls, THIRD))
          .isEqualTo(Map.of(owls.id(), new Kept(THIRD_DAY.sum(), 1, 1, false)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void datesOnWhichNobodyWasExpectedAreKeptToo(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Group owls = group(database, new People(database).here("asha"));
      SettledGroup nothing = SettledGroup.before(SECOND);
      GroupDay covered = new GroupDay(FIRST, 0, 0, GroupDay.State.COVERED);
      new GroupDayStore(database).add(owls, List.of(new Settled(covered, nothing)));
      assertThat(find(database, owls, FIRST))
          .isEqualTo(Map.of(owls.id(), new Kept(nothing, 0, 0, false)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void datesAreForgottenOnlyWhereTheyReachADay(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      Member owner = new People(database).here("asha");
      Group owls = settled(database, owner);
      GroupDayStore store = new GroupDayStore(database);
      store.forget(owls.community(), owls.id(), THIRD);
      assertThat(find(database, owls, FIRST)).as("settled through the second").isNotEmpty();
      store.forget(owls.community(), owls.id(), SECOND);
      assertThat(find(database, owls, FIRST)).isEmpty();
      store.add(owls, TWO_DAYS);
      assertThat(find(database, owls, FIRST))
          .as("settled anew, with nothing left of before")
          .isEqualTo(Map.of(owls.id(), new Kept(TWO_DAYS.getLast().sum(), 5, 2, true)));
      store.forget(owls);
      assertThat(find(database, owls, LocalDate.MIN)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatOneGroupForgetsAnotherKeeps(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      People people = new People(database);
      Group owls = settled(database, people.here("asha"));
      Group larks = settled(database, people.here("ben"));
      Group others = settled(database, people.elsewhere("bo"));
      GroupDayStore store = new GroupDayStore(database);
      assertThat(store.find(owls.community(), ids(owls, larks, others), FIRST))
          .as("no group of another community")
          .containsOnlyKeys(owls.id(), larks.id());
      store.forget(owls.community(), others.id(), FIRST);
      store.forget(owls);
      assertThat(store.find(owls.community(), ids(owls, larks), FIRST))
          .containsOnlyKeys(larks.id());
      assertThat(find(database, others, FIRST)).isNotEmpty();
      store.forgetAll(THIRD);
      assertThat(find(database, larks, FIRST)).isNotEmpty();
      store.forgetAll(SECOND);
      assertThat(find(database, larks, FIRST)).isEmpty();
      assertThat(find(database, others, FIRST)).isEmpty();
    }
  }

  private static List<GroupId> ids(Group... groups) {
    return List.of(groups).stream().map(Group::id).toList();
  }
}
