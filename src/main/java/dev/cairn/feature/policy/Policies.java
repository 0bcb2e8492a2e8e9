package dev.cairn.feature.policy;

import dev.cairn.domain.StreakPolicy;
import dev.cairn.feature.Transactions;
import dev.cairn.feature.audit.AuditEntry;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
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
  private final AuditLog audit;
  private final Transactions transactions;

  public Policies(
      Communities communities,
      Members members,
      Streaks streaks,
      AuditLog audit,
      Transactions transactions) {
    this.communities = communities;
    this.members = members;
    this.streaks = streaks;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * Changes zone, policy or both.
   *
   * @param zone the new zone; empty where it stays
   * @param before the policy of the next study day as it is
   * @param after as it shall be
   */
  void change(
      Member moderator,
      Optional<ZoneId> zone,
      StreakPolicy before,
      StreakPolicy after,
      Instant now) {
    Community community = moderator.community();
    transactions.write(
        () -> {
          if (!after.equals(before)) {
            communities.setPolicy(community, community.today(now).plusDays(1), after);
          }
          zone.ifPresent(changed -> communities.setZone(community, now, changed));
          audit.add(
              community,
              new AuditEntry(
                  now,
                  moderator.id().value(),
                  moderator.name(),
                  "changed the rules: " + String.join(", ", changes(zone, before, after)),
                  null,
                  null));
        });
    // When a streak breaks hangs on zone and policy. Each member by themselves: a large community
    // must not hold all its rows locked.
    for (Member member : members.all(communities.again(community))) {
      streaks.refreshLater(member, now);
    }
  }

  private static List<String> changes(
      Optional<ZoneId> zone, StreakPolicy before, StreakPolicy after) {
    List<String> changes = new ArrayList<>();
    zone.ifPresent(changed -> changes.add("time zone " + changed));
    if (!before.dayStartsAt().equals(after.dayStartsAt())) {
      changes.add("days begin at " + after.dayStartsAt());
    }
    if (before.freezeEvery() != after.freezeEvery()) {
      changes.add("a freeze every " + after.freezeEvery() + " days");
    }
    if (before.freezeCap() != after.freezeCap()) {
      changes.add("up to " + after.freezeCap() + " freezes");
    }
    if (before.restDayCap() != after.restDayCap()) {
      changes.add("up to " + after.restDayCap() + " rest days");
    }
    return changes.isEmpty() ? List.of("nothing") : changes;
  }
}
