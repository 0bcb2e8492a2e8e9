package dev.cairn.feature.wrapped;

import dev.cairn.database.Database;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;

/** Counts what a member has reached, from what is kept of posts, milestones and races. */
public final class WrappedStore {
  private final Database database;

  public WrappedStore(Database database) {
    this.database = database;
  }

  /**
   * Counts it, from one study day to another, both included.
   *
   * @param since when the first of them began
   */
  YearTotals totals(Member member, LocalDate from, LocalDate until, Instant since) {
    return database
        .query(
            """
            select
              (select count(*) from post
                where community_id = :community and member_id = :member
                  and posted_on between :from and :until) as posts,
              (select count(*) from milestone
                where community_id = :community and whose = :member and found_at >= :since
                  and state <> 'WITHDRAWN') as milestones,
              (select count(distinct r.race_id) from race r
                join race_row w
                  on w.community_id = r.community_id and w.race_id = r.race_id and w.place = 1
                join group_membership m
                  on m.community_id = w.community_id and m.group_id = w.group_id
                  and m.member_id = :member and m.joined_on < r.until_day
                  and (m.left_on is null or m.left_on >= r.until_day)
                where r.community_id = :community and r.ended = 'OVER'
                  and r.until_day between :from and :until) as races
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("from", from)
        .bind("until", until)
        .bind("since", since)
        .find(row ->
            new YearTotals(row.number("posts"), row.number("milestones"), row.number("races")))
        .orElseThrow();
  }
}
