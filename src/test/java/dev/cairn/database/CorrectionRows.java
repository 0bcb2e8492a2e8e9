package dev.cairn.database;

import dev.cairn.feature.member.Member;
import java.time.LocalDate;

/** Facts that a moderator's tools write. Each tells whether it was not so already. */
public final class CorrectionRows {
  private CorrectionRows() {}

  public static boolean grant(Database database, Member member, LocalDate day) {
    return execute(
        database,
        """
        insert into check_in (community_id, member_id, study_day, checked_at, zone, granted_by, reason)
        values (:community, :member, :day, current_timestamp, 'UTC', :member, 'forgot') on conflict do nothing
        """,
        member,
        day);
  }

  public static boolean revoke(Database database, Member member, LocalDate day) {
    return execute(
        database,
        "delete from check_in where community_id = :community and member_id = :member and study_day"
            + " = :day",
        member,
        day);
  }

  public static boolean excuse(Database database, Member member, LocalDate day) {
    return execute(
        database,
        """
        insert into excuse (community_id, member_id, study_day, reason)
        values (:community, :member, :day, 'ill') on conflict do nothing
        """,
        member,
        day);
  }

  private static boolean execute(Database database, String sql, Member member, LocalDate day) {
    return database
            .update(sql)
            .bind("community", member.community().id())
            .bind("member", member.id())
            .bind("day", day)
            .execute()
        > 0;
  }
}
