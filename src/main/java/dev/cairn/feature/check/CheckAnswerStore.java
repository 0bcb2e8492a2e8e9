package dev.cairn.feature.check;

import dev.cairn.database.Database;
import dev.cairn.database.Statement;
import dev.cairn.feature.member.Member;
import java.util.Collection;
import java.util.Set;

/** Keeps who answered which check, and whether rightly. */
public final class CheckAnswerStore {
  private final Database database;

  public CheckAnswerStore(Database database) {
    this.database = database;
  }

  /** Keeps an answer, unless its interaction is known already. */
  public void save(CheckAnswer answer) {
    of(
            database.update(
                """
                insert into check_answer (community_id, member_id, interaction_id, check_id, is_right, answered_at)
                values (:community, :member, :interaction, :check, :right, :at) on conflict do nothing
                """),
            answer.member())
        .bind("interaction", answer.interaction())
        .bind("check", answer.check())
        .bind("right", answer.right())
        .bind("at", answer.at())
        .execute();
  }

  /** Those of these checks, by public id, that a member has ever answered rightly. */
  public Set<String> right(Member member, Collection<String> checks) {
    if (checks.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        of(
                database.query(
                    """
                    select distinct check_id from check_answer
                    where community_id = :community and member_id = :member and is_right and check_id = any(:checks)
                    """),
                member)
            .bindArray("checks", String.class, checks)
            .list(String.class));
  }

  /** The answers of one member belong to another as well from now on. */
  public void copy(Member from, Member to) {
    database
        .update(
            """
            insert into check_answer (community_id, member_id, interaction_id, check_id, is_right, answered_at)
            select community_id, cast(:to as bigint), interaction_id, check_id, is_right, answered_at
            from check_answer where community_id = :community and member_id = :from on conflict do nothing
            """)
        .bind("community", from.community().id())
        .bind("from", from.id())
        .bind("to", to.id())
        .execute();
  }

  private static <S extends Statement<S>> S of(S statement, Member member) {
    return statement.bind("community", member.community().id()).bind("member", member.id());
  }
}
