package dev.cairn.feature.group;

import dev.cairn.domain.Decisions;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.Timeline;
import dev.cairn.domain.day.StudyDays;
import dev.cairn.domain.group.GroupHistory;
import dev.cairn.domain.group.Membership;
import dev.cairn.domain.group.Quorum;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.feature.member.Member;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What bears on groups: who belongs, and each member's days.
 *
 * @param quorums what the community decided
 * @param from no earlier date is asked for
 */
record GroupHistories(
    Map<GroupId, List<Belonging>> belongings,
    Map<MemberId, Member> members,
    Map<MemberId, MemberHistory> histories,
    Decisions<Quorum> quorums,
    LocalDate from) {
  /**
   * For how many days before a date it may hang on who belonged to a group whether a decision holds
   * on it. No day in one zone is further ahead of the same in another.
   */
  static final int YOUNG_DAYS = 7;

  /** The quorum of a group, by date. */
  Timeline<LocalDate, Quorum> quorum(GroupId group) {
    LocalDate young = from.minusDays(YOUNG_DAYS - 2L);
    List<Belonging> belonging = of(group);
    return quorums.timeline((at, before) -> {
      if (LocalDate.ofInstant(at, ZoneOffset.UTC).isBefore(young)) {
        return null;
      }
      LocalDate newest = null;
      for (Belonging each : belonging) {
        LocalDate today = member(each.member()).days().today(at);
        if (each.holdsAt(at, today) && (newest == null || today.isAfter(newest))) {
          newest = today;
        }
      }
      return newest;
    });
  }

  GroupHistory of(Group group) {
    List<Membership> memberships = of(group.id()).stream().map(Belonging::membership).toList();
    Map<MemberId, MemberHistory> theirs = new HashMap<>();
    for (Membership membership : memberships) {
      theirs.put(membership.member(), history(membership.member()));
    }
    return new GroupHistory(memberships, theirs, quorum(group.id()));
  }

  List<Belonging> of(GroupId group) {
    return belongings.getOrDefault(group, List.of());
  }

  /** The study days of all who belong or belonged to a group. */
  List<StudyDays> days(GroupId group) {
    return of(group).stream().map(each -> history(each.member()).days()).toList();
  }

  MemberHistory history(MemberId member) {
    return Objects.requireNonNull(histories.get(member));
  }

  Member member(MemberId id) {
    return Objects.requireNonNull(members.get(id));
  }
}
