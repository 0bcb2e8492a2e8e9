package dev.cairn.feature.milestone;

import dev.cairn.database.Database;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.blog.MilestoneRules;
import dev.cairn.domain.blog.MilestoneRules.Kind;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.feature.blog.PostListener.Change;
import dev.cairn.feature.blog.Posts;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.Streaks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Tells how much lists of thresholds would have found in the past: what members and the community
 * reached for the first time in the last days, by what is on record of them now.
 */
public final class MilestonePreview {
  /** How far it looks back. */
  static final Duration LOOKED_BACK = Duration.ofDays(30);

  private final Posts posts;
  private final Streaks streaks;
  private final Members members;
  private final Database database;

  public MilestonePreview(Posts posts, Streaks streaks, Members members, Database database) {
    this.posts = posts;
    this.streaks = streaks;
    this.members = members;
    this.database = database;
  }

  /** What grew in the last days, by kind. */
  record Growth(Map<Kind, List<Change>> changes) {

    /** How many milestones these rules would have found. */
    int found(MilestoneRules rules) {
      return changes.keySet().stream().mapToInt(kind -> found(rules, kind)).sum();
    }

    /** How many of one kind. */
    int found(MilestoneRules rules, Kind kind) {
      return changes.getOrDefault(kind, List.of()).stream()
          .mapToInt(change -> rules.reached(kind, change.before(), change.after()).size())
          .sum();
    }
  }

  /** What grew in a community until now. */
  Growth growth(Community community, Instant now) {
    Instant since = now.minus(LOOKED_BACK);
    Map<Kind, List<Change>> changes = new EnumMap<>(Kind.class);
    database.reading(() -> {
      Posts.Growth written = posts.growth(community, since);
      changes.put(Kind.MEMBER_POSTS, written.own());
      changes.put(Kind.COMMUNITY_POSTS, List.of(written.together()));
      changes.put(Kind.MEMBER_STREAK, streaks(community, since, now));
      return changes;
    });
    return new Growth(changes);
  }

  private List<Change> streaks(Community community, Instant since, Instant now) {
    List<Member> all = members.all(community);
    Map<MemberId, MemberHistory> histories = streaks.histories(all, LocalDate.MIN);
    List<Change> changes = new ArrayList<>();
    for (Member member : all) {
      MemberHistory history = histories.get(member.id());
      if (history != null) {
        int before = member.metAt().isAfter(since) ? 0 : Streaks.of(history, since).longest();
        changes.add(new Change(before, Streaks.of(history, now).longest()));
      }
    }
    return changes;
  }
}
