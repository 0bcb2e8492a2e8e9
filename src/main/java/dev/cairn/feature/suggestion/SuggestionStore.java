package dev.cairn.feature.suggestion;

import dev.cairn.chat.Account;
import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.AccountColumns;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Keeps the questions that members suggest. */
public final class SuggestionStore {
  private static final String SELECT =
      """
      select s.*, m.name from suggestion s
      join member m on m.community_id = s.community_id and m.member_id = s.member_id
      where s.community_id = :community
      """;

  private final Database database;

  public SuggestionStore(Database database) {
    this.database = database;
  }

  /** Adds one that waits. */
  void add(Member member, Account account, String question, boolean named, Instant at) {
    database
        .update(
            """
            insert into suggestion (community_id, member_id, platform, external_community_id, external_user_id,
              question, named, suggested_at, state)
            values (:community, :member, :platform, :place, :user, :question, :named, :at, 'WAITING')
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("platform", account.platform().key())
        .bind("place", account.community())
        .bind("user", account.user())
        .bind("question", question)
        .bind("named", named)
        .bind("at", at)
        .execute();
  }

  /** The one of this id. */
  Optional<Suggestion> find(CommunityId community, long id) {
    return of(community, " and s.suggestion_id = :id")
        .bind("id", id)
        .find(SuggestionStore::suggestion);
  }

  /** A member's, the newest first. */
  List<Suggestion> by(Member member, int most) {
    return of(
            member.community().id(),
            " and s.member_id = :member order by s.suggestion_id desc limit :most")
        .bind("member", member.id())
        .bind("most", most)
        .list(SuggestionStore::suggestion);
  }

  /** How many of a member's wait. */
  int waiting(Member member) {
    return of(member.community().id(), " and s.member_id = :member and s.state = 'WAITING'")
        .bind("member", member.id())
        .list(SuggestionStore::suggestion)
        .size();
  }

  /** Those that wait, the oldest first. */
  List<Suggestion> waiting(CommunityId community) {
    return of(community, " and s.state = 'WAITING' order by s.suggestion_id")
        .list(SuggestionStore::suggestion);
  }

  /**
   * Those that were taken and that no post has asked yet, in the order in which they were taken.
   */
  List<Suggestion> coming(CommunityId community) {
    return of(
            community,
            " and s.state = 'TAKEN' and s.used_on is null order by s.decided_at, s.suggestion_id")
        .list(SuggestionStore::suggestion);
  }

  /** The one that the posts of a date ask. */
  Optional<Suggestion> on(CommunityId community, LocalDate date) {
    return of(community, " and s.used_on = :date order by s.suggestion_id limit 1")
        .bind("date", date)
        .find(SuggestionStore::suggestion);
  }

  private Query of(CommunityId community, String which) {
    return database.query(SELECT + which).bind("community", community);
  }

  private static Suggestion suggestion(Row row) {
    String name = row.text("name");
    return new Suggestion(
        row.big("suggestion_id"),
        row.get("member_id", MemberId.class),
        name,
        AccountColumns.of(row::text, name),
        row.text("question"),
        row.flag("named"),
        row.get("state", Suggestion.State.class),
        row.find("used_on", LocalDate.class));
  }

  /** A moderator decides; false where one has already. */
  boolean decide(Member moderator, long id, Suggestion.State state, Instant at) {
    return database
            .update(
                """
                update suggestion set state = :state, decided_at = :at, decided_by = :by
                where community_id = :community and suggestion_id = :id and state = 'WAITING'
                """)
            .bind("state", state)
            .bind("at", at)
            .bind("by", moderator.id())
            .bind("community", moderator.community().id())
            .bind("id", id)
            .execute()
        > 0;
  }

  /** The posts of a date ask it. */
  void use(CommunityId community, long id, LocalDate date) {
    database
        .update(
            """
            update suggestion set used_on = :date
            where community_id = :community and suggestion_id = :id and used_on is null
            """)
        .bind("date", date)
        .bind("community", community)
        .bind("id", id)
        .execute();
  }

  /** What was suggested by accounts that belong to another member now is theirs. */
  void pass(Member from, Member to) {
    database
        .update(
            """
            update suggestion set member_id = :to
            where community_id = :community and member_id = :from
              and
            """
                + AccountColumns.belongsToOther("suggestion"))
        .bind("community", from.community().id())
        .bind("from", from.id())
        .bind("to", to.id())
        .execute();
  }
}
