package dev.cairn.feature.weekly;

import dev.cairn.domain.DateRange;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.group.Leaderboard;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.Streak;
import dev.cairn.domain.streak.StreakFold;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.group.GroupScores;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.Streaks;
import dev.cairn.feature.weekly.Week.NewRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Sums weeks up. */
final class Weeks {
  /** A shorter streak is a beginning, not a record. */
  private static final int SHORTEST_RECORD = 3;

  private final Members members;
  private final Streaks streaks;
  private final GroupScores groups;

  Weeks(Members members, Streaks streaks, GroupScores groups) {
    this.members = members;
    this.streaks = streaks;
    this.groups = groups;
  }

  /** The week before a Monday. */
  Week before(LocalDate monday, Community community, Instant now) {
    DateRange days = new DateRange(monday.minusWeeks(1), monday.minusDays(1));
    List<Member> all =
        members.all(community).stream()
            .sorted(Comparator.comparing(Member::name, String.CASE_INSENSITIVE_ORDER))
            .toList();
    Map<MemberId, MemberHistory> histories = streaks.histories(all, LocalDate.MIN);
    int checkIns = 0;
    int active = 0;
    List<NewRecord> records = new ArrayList<>();
    List<String> returned = new ArrayList<>();
    for (Member member : all) {
      MemberHistory history = histories.get(member.id());
      int checked =
          history == null
              ? 0
              : history.checked().subMap(days.from(), true, days.until(), true).size();
      if (history == null || checked == 0) {
        continue;
      }
      checkIns += checked;
      active++;
      if (!member.hidden()) {
        Streak atFirst = standing(history, days.from(), now);
        Streak atLast = standing(history, monday, now);
        if (atFirst.status() == Streak.Status.BROKEN) {
          returned.add(member.name());
        }
        if (atLast.longest() > atFirst.longest() && atLast.longest() >= SHORTEST_RECORD) {
          records.add(new NewRecord(member.name(), atLast.longest()));
        }
      }
    }
    records.sort(Comparator.comparingInt(NewRecord::streak).reversed());
    return new Week(
        days,
        checkIns,
        active,
        Leaderboard.ofGroups(groups.standings(community, days, now)).ranked(),
        records,
        returned);
  }

  /** How the streak stood as a day began. */
  private static Streak standing(MemberHistory history, LocalDate day, Instant now) {
    return StreakFold.fold(history.before(day), history.clock(now).startsAt(day));
  }
}
