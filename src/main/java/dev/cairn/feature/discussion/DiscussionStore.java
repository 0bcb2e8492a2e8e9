package dev.cairn.feature.discussion;

import dev.cairn.chat.Account;
import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.database.Statement;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.DateRange;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.AccountColumns;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what members answer to the questions of daily posts. */
public final class DiscussionStore {
  private static final String IT =
      " where community_id = :community and asked_on = :date and member_id = :member";

  private static final String SELECT =
      """
      select d.*, m.name from discussion_answer d
      join member m on m.community_id = d.community_id and m.member_id = d.member_id
      where d.community_id = :community
      """;

  private final Database database;

  public DiscussionStore(Database database) {
    this.database = database;
  }

  /** What a member answered, also where it was taken down. */
  Optional<DiscussionAnswer> find(Member member, LocalDate date) {
    return of(member.community().id(), " and d.asked_on = :date and d.member_id = :member")
        .bind("date", date)
        .bind("member", member.id())
        .find(DiscussionStore::answer);
  }

  /** What stands of the answers to a date's question, the first one first. */
  List<DiscussionAnswer> on(CommunityId community, LocalDate date) {
    return of(
            community,
            " and d.asked_on = :date and d.struck is null order by d.answered_at, d.member_id")
        .bind("date", date)
        .list(DiscussionStore::answer);
  }

  /** What stands of those days' answers and may be quoted, the first one first. */
  List<DiscussionAnswer> quotable(CommunityId community, DateRange days) {
    return of(
            community,
            """
             and d.asked_on >= :from and d.asked_on <= :until and d.quotable and d.struck is null
               and m.left_at is null
            order by d.answered_at, d.member_id
            """)
        .bind("from", days.from())
        .bind("until", days.until())
        .list(DiscussionStore::answer);
  }

  private Query of(CommunityId community, String which) {
    return database.query(SELECT + which).bind("community", community);
  }

  private static DiscussionAnswer answer(Row row) {
    String name = row.text("name");
    return new DiscussionAnswer(
        row.date("asked_on"),
        row.get("member_id", MemberId.class),
        name,
        AccountColumns.of(row::text, name),
        row.text("words"),
        row.flag("quotable"),
        row.instant("answered_at"),
        row.findText("struck"));
  }

  /** In place of what the member answered before. */
  void save(
      Member member, LocalDate date, Account account, String words, boolean quotable, Instant at) {
    it(
            database.upsert(
                """
                insert into discussion_answer (community_id, asked_on, member_id, platform, external_community_id,
                  external_user_id, words, quotable, answered_at)
                values (:community, :date, :member, :platform, :place, :user, :words, :quotable, :at)
                """,
                """
                update discussion_answer set platform = :platform, external_community_id = :place,
                  external_user_id = :user, words = :words, quotable = :quotable
                """
                    + IT),
            member,
            date)
        .bind("platform", account.platform().key())
        .bind("place", account.community())
        .bind("user", account.user())
        .bind("words", words)
        .bind("quotable", quotable)
        .bind("at", at)
        .execute();
  }

  /** The member takes it back; false where there was none that stands. */
  boolean remove(Member member, LocalDate date) {
    return it(
                database.update("delete from discussion_answer" + IT + " and struck is null"),
                member,
                date)
            .execute()
        > 0;
  }

  /** A moderator takes it down, or puts it back: then for no reason. */
  void strike(Member member, LocalDate date, @Nullable String reason) {
    it(database.update("update discussion_answer set struck = :reason" + IT), member, date)
        .bind("reason", reason)
        .execute();
  }

  /**
   * What was answered on accounts that belong to another member now is theirs, but for days on
   * which they have answered themselves.
   */
  void pass(Member from, Member to) {
    database
        .update(
            """
            update discussion_answer set member_id = :to
            where community_id = :community and member_id = :from
              and
            """
                + AccountColumns.belongsToOther("discussion_answer")
                + """
                  and not exists (select 1 from discussion_answer own
                    where own.community_id = :community and own.member_id = :to
                      and own.asked_on = discussion_answer.asked_on)
                """)
        .bind("community", from.community().id())
        .bind("from", from.id())
        .bind("to", to.id())
        .execute();
  }

  private static <S extends Statement<S>> S it(S statement, Member member, LocalDate date) {
    return statement
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("date", date);
  }
}
