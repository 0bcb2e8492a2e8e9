package dev.cairn.feature.policy;

import dev.cairn.database.Database;
import dev.cairn.feature.audit.AuditEntry;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.group.Groups;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.Streaks;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes what a community decides. A new policy holds from its next study day on; a new zone at
 * once.
 */
public final class Policies {
  private final Communities communities;
  private final Members members;
  private final Streaks streaks;
  private final Groups groups;
  private final AuditLog audit;
  private final Database database;

  public Policies(
      Communities communities,
      Members members,
      Streaks streaks,
      Groups groups,
      AuditLog audit,
      Database database) {
    this.communities = communities;
    this.members = members;
    this.streaks = streaks;
    this.groups = groups;
    this.audit = audit;
    this.database = database;
  }

  /** The rules that hold for a community today. */
  Rules today(Community community, Instant now) {
    return new Rules(community.policy().at(community.today(now)), groups.policy(community, now));
  }

  /** The rules that were decided last: they hold from the community's next study day on. */
  Rules next(Community community) {
    return new Rules(community.decisions().newest(), groups.nextPolicy(community));
  }

  /**
   * Changes zone, rules or both.
   *
   * @param zone the new zone; empty where it stays
   * @param after the rules of the next study day as they shall be
   * @return the community as it stands now
   */
  Community change(Member moderator, Optional<ZoneId> zone, Rules after, Instant now) {
    Community community = moderator.community();
    Rules before = next(community);
    Optional<ZoneId> moved = zone.filter(to -> !to.equals(community.zones().at(now)));
    List<String> changes = new ArrayList<>();
    moved.ifPresent(to -> changes.add("time zone " + to));
    changes.addAll(before.changesTo(after));
    if (changes.isEmpty()) {
      return community;
    }
    database.transaction(() -> {
      if (!after.streaks().equals(before.streaks())) {
        communities.decide(community, after.streaks(), now);
      }
      if (!after.groups().equals(before.groups())) {
        groups.decide(community, after.groups(), now);
      }
      moved.ifPresent(to -> communities.setZone(community, now, to));
      audit.add(
          community,
          new AuditEntry(
              now,
              moderator.id().value(),
              moderator.name(),
              "changed the rules: " + String.join(", ", changes),
              null,
              null));
    });
    Community changed = communities.again(community);
    if (moved.isPresent() || !after.streaks().equals(before.streaks())) {
      refresh(changed, now);
    }
    return changed;
  }

  /**
   * Zone and policy decide when a streak breaks. Each member is handled separately: a large
   * community must not hold all its rows locked.
   */
  private void refresh(Community community, Instant now) {
    for (Member member : members.all(community)) {
      streaks.refreshLater(member, now);
    }
  }
}
