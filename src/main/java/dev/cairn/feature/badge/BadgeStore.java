package dev.cairn.feature.badge;

import dev.cairn.database.Database;
import dev.cairn.domain.blog.MilestoneRules.Kind;
import dev.cairn.feature.Wording;
import dev.cairn.feature.member.Member;
import java.util.List;

/** Reads what members have reached, from what is kept of milestones and races. */
public final class BadgeStore {
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

  private static String milestone(Kind kind, int threshold) {
    return switch (kind) {
      case MEMBER_STREAK -> threshold + " in a row";
      case MEMBER_POSTS -> threshold == 1 ? "first post" : Wording.count(threshold, "post");
      // None of a member's.
      case COMMUNITY_POSTS -> Wording.count(threshold, "post") + " together";
    };
  }
}
