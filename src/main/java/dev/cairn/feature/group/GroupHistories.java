package dev.cairn.feature.group;

import dev.cairn.domain.GroupHistory;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.MemberHistory;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.Membership;
import dev.cairn.domain.Quorum;
import dev.cairn.domain.Timeline;
import dev.cairn.feature.member.Member;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What bears on groups: who belongs, and each member's days. */
record GroupHistories(
    Map<GroupId, List<Belonging>> belongings,
    Map<MemberId, Member> members,
    Map<MemberId, MemberHistory> histories,
    Timeline<LocalDate, Quorum> quorum) {

  GroupHistory of(Group group) {
    List<Membership> memberships = of(group.id()).stream().map(Belonging::membership).toList();
    Map<MemberId, MemberHistory> theirs = new HashMap<>();
    for (Membership membership : memberships) {
      theirs.put(membership.member(), history(membership.member()));
    }
    return new GroupHistory(memberships, theirs, quorum);
  }

  List<Belonging> of(GroupId group) {
    return belongings.getOrDefault(group, List.of());
  }

  MemberHistory history(MemberId member) {
    return Objects.requireNonNull(histories.get(member));
  }

  Member member(MemberId id) {
    return Objects.requireNonNull(members.get(id));
  }
}
