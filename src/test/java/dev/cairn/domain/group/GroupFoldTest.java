package dev.cairn.domain.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cairn.domain.DateRange;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.Timeline;
import dev.cairn.domain.day.Period;
import dev.cairn.domain.streak.MemberHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 4 by example; members are in UTC unless said otherwise. */
class GroupFoldTest {
  private static final LocalDate D0 = LocalDate.parse("2026-01-05");
  private static final DateRange ALL = Period.ALL.around(D0);

  private final List<Membership> memberships = new ArrayList<>();
  private final Map<MemberId, MemberHistory> members = new HashMap<>();
  private Timeline<LocalDate, Quorum> quorum = Timeline.of(Quorum.DEFAULT);

  @Test
  void hasNoDaysWithoutMembers() {
    assertThat(group(noonOf(3)).days()).isEmpty();
    assertThat(group(noonOf(3)).streak()).isEqualTo(GroupStreak.NONE);
    assertThat(group(noonOf(3)).score(ALL)).isEqualTo(new GroupScore(0, 0, false));
  }

  @Test
  void countsFromTheDayAfterJoiningToTheDayOfLeaving() {
    member(1, 0, 3, checked(0, 1, 2, 3));

    assertThat(group(noonOf(4)).on(day(0)).expected()).isZero();
    assertThat(group(noonOf(4)).on(day(1)).expected()).isEqualTo(1);
    assertThat(group(noonOf(4)).on(day(2)).expected()).isEqualTo(1);
    assertThat(group(noonOf(4)).on(day(3)).expected()).isEqualTo(1);
    assertThat(group(noonOf(4)).on(day(4)).expected()).isZero();
    assertThat(group(noonOf(4)).score(ALL)).isEqualTo(new GroupScore(3, 3, false));
  }

  @Test
  void hasNoDaysOnTheDayItIsFounded() {
    member(1, 0, null, checked(0));

    assertThat(group(noonOf(0)).days()).isEmpty();
    assertThat(group(noonOf(1)).days())
        .containsExactly(new GroupDay(day(1), 1, 0, GroupDay.State.OPEN));
  }

  @Test
  void keepsADateWithItsQuorum() {
    member(1, 0, null, checked(1, 2));
    member(2, 0, null, checked(2));
    member(3, 0, null, checked());

    assertThat(group(noonOf(4)).days())
        .containsExactly(
            new GroupDay(day(1), 3, 1, GroupDay.State.MISSED),
            new GroupDay(day(2), 3, 2, GroupDay.State.KEPT),
            new GroupDay(day(3), 3, 0, GroupDay.State.MISSED),
            new GroupDay(day(4), 3, 0, GroupDay.State.OPEN));
    assertThat(group(noonOf(3)).streak()).isEqualTo(new GroupStreak(1, 1, day(2)));
    assertThat(group(noonOf(4)).streak()).isEqualTo(new GroupStreak(0, 1, day(2)));
  }

  @Test
  void countsAnOpenDateThatIsAlreadyKept() {
    member(1, 0, null, checked(1, 2));
    member(2, 0, null, checked());

    assertThat(group(noonOf(2)).streak()).isEqualTo(new GroupStreak(2, 2, day(2)));
  }

  @Test
  void expectsNobodyWhoIsCovered() {
    member(1, 0, null, checked(1, 3).excuse(day(2), "ill").excuse(day(3), "ill"));
    member(
        2, 0, null, MemberHistory.in(ZoneOffset.UTC).excuse(day(1), "ill").excuse(day(2), "ill"));

    assertThat(group(noonOf(3)).days())
        .containsExactly(
            new GroupDay(day(1), 1, 1, GroupDay.State.KEPT),
            new GroupDay(day(2), 0, 0, GroupDay.State.COVERED),
            new GroupDay(day(3), 2, 1, GroupDay.State.KEPT));
    assertThat(group(noonOf(3)).streak().streak()).isEqualTo(2);
  }

  @Test
  void closesADateWhenItHasClosedForEveryMember() {
    member(1, 0, null, checked());
    member(2, 0, null, MemberHistory.in(ZoneId.of("Pacific/Honolulu")));
    Instant closed = Instant.parse("2026-01-07T14:00:00Z");

    assertThat(group(closed.minusNanos(1)).on(day(1)).state()).isEqualTo(GroupDay.State.OPEN);
    assertThat(group(closed).on(day(1)).state()).isEqualTo(GroupDay.State.MISSED);
  }

  @Test
  void changesItsQuorumFromADateOn() {
    member(1, 0, null, checked(1, 2));
    member(2, 0, null, checked());
    quorum = quorum.with(day(2), new Quorum(51));

    assertThat(group(noonOf(4)).days())
        .extracting(GroupDay::state)
        .containsExactly(
            GroupDay.State.KEPT, GroupDay.State.MISSED, GroupDay.State.MISSED, GroupDay.State.OPEN);
  }

  @Test
  void scoresTodayForThoseWhoCheckedInAlready() {
    member(1, 0, null, checked(1, 2, 3));
    member(2, 0, null, checked(1));

    assertThat(group(noonOf(3)).score(ALL)).isEqualTo(new GroupScore(4, 5, true));
    assertThat(group(noonOf(3)).score(ALL).percent()).isEqualTo(80);
    assertThat(group(noonOf(3)).score(new DateRange(day(2), day(2))))
        .isEqualTo(new GroupScore(1, 2, true));
  }

  @Test
  void ranksAGroupWhoseMembersHaveAllOfTodayBeforeThem() {
    member(1, 0, null, checked());
    member(2, 0, null, checked());

    GroupScore score = group(noonOf(1)).score(ALL);
    assertThat(score).isEqualTo(new GroupScore(0, 0, true));
    assertThat(score.percent()).isZero();
    assertThat(score.ranked()).isTrue();
    assertThat(new GroupScore(5, 5, false).ranked()).isFalse();
  }

  @Test
  void countsWhoeverCameBackOnce() {
    member(1, 0, 1, checked(1));
    member(1, 3, null, checked(1, 4));

    assertThat(group(noonOf(5)).score(ALL)).isEqualTo(new GroupScore(2, 2, false));
  }

  @Test
  void asksForTheHistoryOfEachMember() {
    memberships.add(new Membership(new MemberId(1), D0, null));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> group(noonOf(1)))
        .withMessageContaining("MemberId[value=1]");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0",
    "1, 3, 33",
    "2, 3, 67",
    "1, 8, 13",
    "1, 200, 1",
    "199, 200, 100",
    "1, 201, 0",
    "7, 7, 100"
  })
  void roundsThePercentageHalfUp(int present, int expected, int percent) {
    assertThat(new GroupScore(present, expected, true).percent()).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({
    "50, 0, 1, false",
    "50, 1, 2, true",
    "50, 1, 3, false",
    "50, 2, 3, true",
    "1, 1, 100, true",
    "1, 1, 101, false",
    "100, 2, 3, false",
    "100, 3, 3, true"
  })
  void quorumIsRoundedUp(int percent, int present, int expected, boolean kept) {
    assertThat(new Quorum(percent).keptBy(present, expected)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({"0", "101", "-5"})
  void quorumIsAPercentage(int percent) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Quorum(percent));
  }

  private void member(long id, int joined, @Nullable Integer left, MemberHistory.Builder facts) {
    MemberId member = new MemberId(id);
    memberships.add(new Membership(member, day(joined), left == null ? null : day(left)));
    members.put(member, facts.build());
  }

  private GroupFold group(Instant now) {
    return new GroupFold(new GroupHistory(memberships, members, quorum), now);
  }

  private static MemberHistory.Builder checked(int... days) {
    MemberHistory.Builder facts = MemberHistory.in(ZoneOffset.UTC);
    for (int each : days) {
      facts.checkIn(day(each));
    }
    return facts;
  }

  private static LocalDate day(int number) {
    return D0.plusDays(number);
  }

  private static Instant noonOf(int number) {
    return day(number).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }
}
