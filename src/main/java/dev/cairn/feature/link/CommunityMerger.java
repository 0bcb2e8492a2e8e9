package dev.cairn.feature.link;

import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.database.Database;
import dev.cairn.feature.audit.AuditEntry;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.daily.DailyPosts;
import dev.cairn.feature.group.Groups;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.StreakDerivation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** Makes one community of two. */
final class CommunityMerger {
  private final LinkStore store;
  private final Communities communities;
  private final Members members;
  private final Groups groups;
  private final DailyPosts dailyPosts;
  private final StreakDerivation derivation;
  private final AuditLog audit;
  private final Database database;

  CommunityMerger(
      LinkStore store,
      Communities communities,
      Members members,
      Groups groups,
      DailyPosts dailyPosts,
      StreakDerivation derivation,
      AuditLog audit,
      Database database) {
    this.store = store;
    this.communities = communities;
    this.members = members;
    this.groups = groups;
    this.dailyPosts = dailyPosts;
    this.derivation = derivation;
    this.audit = audit;
    this.database = database;
  }

  /** Which of two communities the other will become a part of: the one that was met first. */
  static Community settled(Community one, Community other) {
    return Comparator.comparing(Community::metAt)
                .thenComparingLong(community -> community.id().value())
                .compare(one, other)
            <= 0
        ? one
        : other;
  }

  /**
   * Merges two communities: all members of one move to the other, with everything they did.
   * Decisions of the one that was met first hold. Cannot be undone.
   *
   * @param moderator who says so, in the one
   */
  Community tie(Member moderator, Community other, Instant now) {
    Community here = moderator.community();
    if (here.id().equals(other.id())) {
      throw Refusal.of(Problem.CONFLICT, "These are already one community.");
    }
    Community settled = settled(here, other);
    Community arriving = settled.id().equals(here.id()) ? other : here;
    database.transaction(() -> {
      communities.claim(arriving, settled);
      List<Member> newcomers = members.all(arriving);
      groups.makeDistinct(arriving, settled);
      keepZones(newcomers, arriving, settled, now);
      store.move(arriving.id(), settled.id());
      derivation.plan(settled.id(), now);
      audit.add(
          settled,
          AuditEntry.of(
              moderator,
              now,
              "made one community of " + settled.name() + " and " + arriving.name(),
              Undo.never("Communities that were made one are not taken apart.")));
    });
    return communities.again(settled);
  }

  /** Whoever lived by their community's time goes on living by it, and so do its posts. */
  private void keepZones(
      List<Member> newcomers, Community arriving, Community settled, Instant now) {
    ZoneId zone = arriving.zones().at(now);
    if (!zone.equals(settled.zones().at(now))) {
      newcomers.stream()
          .filter(member -> member.zones().headMap(member.metAt(), true).isEmpty())
          .forEach(member -> members.setZone(member, member.metAt(), zone));
      dailyPosts.keepZone(arriving, zone);
    }
  }
}
