package dev.cairn.feature.group;

import dev.cairn.domain.DateRange;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.group.GroupDay;
import dev.cairn.domain.group.GroupFold;
import dev.cairn.domain.group.GroupScore;
import dev.cairn.domain.group.GroupStanding;
import dev.cairn.domain.group.GroupStreak;
import dev.cairn.domain.group.Membership;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.feature.community.Community;
import java.time.Instant;
import java.time.LocalDate;

/** One group, its settled dates and its open ones. */
final class GroupReading {
  private final Community community;
  private final Group group;
  private final GroupDayStore.Kept kept;
  private final GroupHistories histories;
  private final GroupFold fold;
  private final LocalDate open;
  private final DateRange range;
  private final Instant now;

  GroupReading(
      Community community,
      Group group,
      GroupDayStore.Kept kept,
      GroupHistories histories,
      GroupFold fold,
      LocalDate open,
      DateRange range,
      Instant now) {
    this.community = community;
    this.group = group;
    this.kept = kept;
    this.histories = histories;
    this.fold = fold;
    // What was settled is not added once more where a clock goes back.
    LocalDate unsettled = kept.group().through().plusDays(1);
    this.open = unsettled.isAfter(open) ? unsettled : open;
    this.range = range;
    this.now = now;
  }

  GroupStanding standing() {
    return new GroupStanding(group.id(), group.name(), score(), streak().streak());
  }

  private GroupStreak streak() {
    GroupStreak streak = kept.group().streak();
    for (GroupDay day : fold.days(open)) {
      streak = streak.and(day);
    }
    return streak;
  }

  private GroupScore score() {
    DateRange openDates =
        new DateRange(open.isAfter(range.from()) ? open : range.from(), range.until());
    GroupScore score = fold.score(openDates);
    return new GroupScore(
        kept.present() + score.present(),
        kept.expected() + score.expected(),
        kept.ranked() || score.ranked());
  }

  GroupReport report() {
    LocalDate today = community.today(now);
    return new GroupReport(
        group,
        streak(),
        score(),
        fold.on(today),
        histories.quorum(group.id()).at(today),
        histories.of(group.id()).stream().filter(Belonging::isOpen).map(this::today).toList());
  }

  private GroupReport.MemberToday today(Belonging belonging) {
    MemberHistory history = histories.history(belonging.member());
    LocalDate today = history.today(now);
    return new GroupReport.MemberToday(
        histories.member(belonging.member()), state(belonging.membership(), history, today));
  }

  private GroupReport.State state(Membership membership, MemberHistory history, LocalDate today) {
    if (!counts(membership.member(), today)) {
      return GroupReport.State.NEW;
    }
    if (history.checked().containsKey(today)) {
      return GroupReport.State.CHECKED;
    }
    return fold.expects(membership.member(), today)
        ? GroupReport.State.OPEN
        : GroupReport.State.RESTING;
  }

  /** By an earlier membership also on the day of coming back. */
  private boolean counts(MemberId member, LocalDate date) {
    return histories.of(group.id()).stream()
        .anyMatch(each -> each.member().equals(member) && each.membership().countsOn(date));
  }
}
