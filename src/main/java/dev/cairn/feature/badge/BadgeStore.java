package dev.cairn.feature.badge;

import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.blog.MilestoneRules.Kind;
import dev.cairn.feature.Wording;
import dev.cairn.feature.member.Member;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what members have reached, from what is kept of milestones and races. */
public final class BadgeStore {
  static final Set<String> TABLES = Set.of("milestone", "race", "race_row", "group_membership");

  private static final String RACE = "RACE";

  private final Database database;

  public BadgeStore(Database database) {
    this.database = database;
  }

  /**
   * What a member has reached: the milestones of their streak and their posts, whatever a moderator
   * did about announcing them, and the races that their group won while they belonged to it.
   */
  List<String> of(Member member) {
    // A select around the union: H2 would parse a bare union anew each time.
    return database
        .query(
            """
            select badge, many, name from (
            select 1 as turn, kind as badge, threshold as many, cast(null as varchar) as name
            from milestone
            where community_id = :community and whose = :member and state <> 'WITHDRAWN'
            union all
            select 2, 'RACE', cast(r.race_id as int), r.name
            from race r
            join race_row w
              on w.community_id = r.community_id and w.race_id = r.race_id and w.place = 1
            join group_membership m
              on m.community_id = w.community_id and m.group_id = w.group_id and m.member_id = :member
              and m.joined_on < r.until_day and (m.left_on is null or m.left_on >= r.until_day)
            where r.community_id = :community and r.ended = 'OVER'
            ) as badges
            order by turn, badge desc, many
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .list(row ->
            row.text("badge").equals(RACE)
                ? "won “" + row.text("name") + "”"
                : milestone(row.get("badge", Kind.class), row.number("many")));
  }

  /**
   * In short what members of one community have reached: one statement for all; whoever has reached
   * nothing is left out.
   */
  Map<MemberId, Badges.Best> best(CommunityId community, Collection<MemberId> members) {
    Map<MemberId, Badges.Best> best = new HashMap<>();
    // A select around the union: H2 would parse a bare union anew each time.
    database
        .query(
            """
            select member_id, streak, races from (
            select m.whose as member_id, max(m.threshold) as streak, 0 as races
            from unnest(:members) as wanted(id)
            join milestone m on m.community_id = :community and m.whose = wanted.id
              and m.kind = 'MEMBER_STREAK' and m.state <> 'WITHDRAWN'
            group by m.whose
            union all
            select m.member_id, 0, count(distinct r.race_id)
            from unnest(:members) as wanted(id)
            join group_membership m on m.community_id = :community and m.member_id = wanted.id
            join race_row w
              on w.community_id = m.community_id and w.group_id = m.group_id and w.place = 1
            join race r on r.community_id = w.community_id and r.race_id = w.race_id
              and r.ended = 'OVER' and m.joined_on < r.until_day
              and (m.left_on is null or m.left_on >= r.until_day)
            group by m.member_id
            ) as badges
            """)
        .bind("community", community)
        .bindArray("members", MemberId.class, members)
        .each(row ->
            best.merge(
                row.get("member_id", MemberId.class),
                new Badges.Best(row.number("streak"), row.number("races")),
                Badges.Best::and));
    return best;
  }

  private static String milestone(Kind kind, int threshold) {
    return switch (kind) {
      case MEMBER_STREAK -> threshold + " in a row";
      case MEMBER_POSTS -> threshold == 1 ? "first post" : Wording.count(threshold, "post");
      // None of a member's.
      case COMMUNITY_POSTS -> Wording.count(threshold, "post") + " together";
    };
  }
}
