package dev.cairn.database;

import dev.cairn.feature.check.CheckAnswer;
import dev.cairn.feature.check.CheckAnswerStore;
import dev.cairn.feature.member.Member;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlStatement;

/** Answers to checks in the database. */
public final class JdbiCheckAnswerStore implements CheckAnswerStore {
  private final Database database;

  public JdbiCheckAnswerStore(Database database) {
    this.database = database;
  }

  @Override
  public void save(CheckAnswer answer) {
    database.with(
        handle ->
            of(
                    handle.createUpdate(
                        """
                        insert into check_answer (community_id, member_id, interaction_id, check_id, is_right, answered_at)
                        values (:community, :member, :interaction, :check, :right, :at) on conflict do nothing
                        """),
                    answer.member())
                .bind("interaction", answer.interaction())
                .bind("check", answer.check())
                .bind("right", answer.right())
                .bind("at", answer.at())
                .execute());
  }

  @Override
  public Set<String> right(Member member, Collection<String> checks) {
    if (checks.isEmpty()) {
      return Set.of();
    }
    List<String> right =
        database.with(
            handle ->
                of(
                        handle.createQuery(
                            """
                            select distinct check_id from check_answer
                            where community_id = :community and member_id = :member and is_right and check_id in (<checks>)
                            """),
                        member)
                    .bindList("checks", List.copyOf(checks))
                    .mapTo(String.class)
                    .list());
    return Set.copyOf(right);
  }

  @Override
  public void copy(Member from, Member to) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into check_answer (community_id, member_id, interaction_id, check_id, is_right, answered_at)
                    select community_id, cast(:to as bigint), interaction_id, check_id, is_right, answered_at
                    from check_answer where community_id = :community and member_id = :from on conflict do nothing
                    """)
                .bind("community", from.community().id().value())
                .bind("from", from.id().value())
                .bind("to", to.id().value())
                .execute());
  }

  private static <S extends SqlStatement<S>> S of(S statement, Member member) {
    return statement
        .bind("community", member.community().id().value())
        .bind("member", member.id().value());
  }
}
