package dev.cairn.feature.path;

import dev.cairn.database.Database;
import dev.cairn.database.remembered.RememberedAnswers;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.util.Optional;

/** Stores how members follow the journey. */
public final class PathStore {
  private static final int MOST_REMEMBERED = 2_000;

  private final Database database;
  private final RememberedAnswers<MemberKey, Optional<Choice>> remembered;

  public PathStore(Database database) {
    this.database = database;
    this.remembered = database.remembering(MOST_REMEMBERED, "member_path");
  }

  private record MemberKey(CommunityId community, MemberId member) {}

  /** What a member chose, or was asked about; empty where neither. */
  Optional<Choice> find(Member member) {
    return remembered.get(new MemberKey(member.community().id(), member.id()), () -> read(member));
  }

  private Optional<Choice> read(Member member) {
    return database
        .query(
            """
            select kind, start_day from member_path
            where community_id = :community and member_id = :member
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .find(row -> new Choice(row.text("kind"), row.number("start_day")));
  }

  /** Keeps what a member chose. */
  void save(Member member, Choice choice, Instant at) {
    database
        .upsert(
            """
            insert into member_path (community_id, member_id, kind, start_day, decided_at)
            values (:community, :member, :kind, :startDay, :at)
            """,
            """
            update member_path set kind = :kind, start_day = :startDay, decided_at = :at
            where community_id = :community and member_id = :member
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("kind", choice.kind())
        .bind("startDay", choice.startDay())
        .bind("at", at)
        .execute();
  }
}
