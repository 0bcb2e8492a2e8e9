package dev.cairn.feature.weekly;

import dev.cairn.domain.DateRange;
import dev.cairn.domain.group.GroupStanding;
import dev.cairn.domain.group.Leaderboard;
import java.util.List;

/**
 * The summary of a week.
 *
 * @param days Monday to Sunday
 * @param checkIns how many there were
 * @param members how many members checked in at all
 * @param groups the ranked groups, the winner first
 * @param records who has never had a longer streak than at the week's end, and had not had it at
 *     its beginning; the longest first
 * @param returned who checked in again after their streak had ended
 */
record Week(
    DateRange days,
    int checkIns,
    int members,
    List<Leaderboard.Rank<GroupStanding>> groups,
    List<NewRecord> records,
    List<String> returned) {

  Week {
    groups = List.copyOf(groups);
    records = List.copyOf(records);
    returned = List.copyOf(returned);
  }

  /** A streak that is longer than any before. */
  record NewRecord(String name, int streak) {}
}
