package dev.cairn.domain.group;

import dev.cairn.domain.MemberId;
import dev.cairn.domain.Timeline;
import dev.cairn.domain.streak.MemberHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Everything on record that bears on a group's streak and score.
 *
 * @param memberships of all who belong or belonged; a member's own do not overlap
 * @param members the history of each of them
 * @param quorum by date
 */
public record GroupHistory(
    List<Membership> memberships,
    Map<MemberId, MemberHistory> members,
    Timeline<LocalDate, Quorum> quorum) {

  public GroupHistory {
    memberships = List.copyOf(memberships);
    members = Map.copyOf(members);
    for (Membership each : memberships) {
      if (!members.containsKey(each.member())) {
        throw new IllegalArgumentException("no history of " + each.member());
      }
    }
  }
}
