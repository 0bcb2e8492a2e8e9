package dev.cairn.feature.quiz;

import dev.cairn.database.Database;
import dev.cairn.database.Row;
import dev.cairn.database.Statement;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what was asked and answered. */
public final class QuizStore {
  private final Database database;

  public QuizStore(Database database) {
    this.database = database;
  }

  /**
   * What a member was asked last.
   *
   * @param times how often they were asked so far
   * @param question the id of the newest question
   * @param interaction the id of the interaction that asked it
   */
  record Asked(int times, String question, String interaction) {}

  /** An answer of a round, and whose it is. */
  record RoundAnswer(MemberId member, int choice, boolean right) {}

  Optional<Asked> asked(Member member) {
    return of(
            database.query(
                """
                select times, question_id, interaction_id from quiz_asked
                where community_id = :community and member_id = :member
                """),
            member)
        .find(row ->
            new Asked(row.number("times"), row.text("question_id"), row.text("interaction_id")));
  }

  void save(Member member, Asked asked) {
    of(
            database.upsert(
                """
                insert into quiz_asked (community_id, member_id, times, question_id, interaction_id)
                values (:community, :member, :times, :question, :interaction)
                """,
                """
                update quiz_asked set times = :times, question_id = :question, interaction_id = :interaction
                where community_id = :community and member_id = :member
                """),
            member)
        .bind("times", asked.times())
        .bind("question", asked.question())
        .bind("interaction", asked.interaction())
        .execute();
  }

  /**
   * Keeps an answer; false where its interaction is known already, or the member has answered in
   * its round.
   */
  boolean add(Member member, QuizAnswer answer) {
    return of(
                database.update(
                    """
                    insert into quiz_answer (community_id, member_id, interaction_id, question_id, kind, choice,
                      is_right, answered_at, round_id)
                    values (:community, :member, :interaction, :question, :kind, :choice, :right, :at, :round)
                    on conflict do nothing
                    """),
                member)
            .bind("interaction", answer.interaction())
            .bind("question", answer.question())
            .bind("kind", answer.kind())
            .bind("choice", answer.choice())
            .bind("right", answer.right())
            .bind("at", answer.at())
            .bind("round", answer.round())
            .execute()
        > 0;
  }

  /** The answer that was given in an interaction. */
  Optional<QuizAnswer> answer(Member member, String interaction) {
    return of(
            database.query(
                "select * from quiz_answer where community_id = :community and member_id = :member"
                    + " and interaction_id = :interaction"),
            member)
        .bind("interaction", interaction)
        .find(QuizStore::answer);
  }

  /** The answer of a member that counts for a round. */
  Optional<QuizAnswer> answer(Member member, QuizRound round) {
    return of(
            database.query(
                "select * from quiz_answer where community_id = :community and member_id = :member"
                    + " and round_id = :round"),
            member)
        .bind("round", round.id())
        .find(QuizStore::answer);
  }

  private static QuizAnswer answer(Row row) {
    return new QuizAnswer(
        row.text("interaction_id"),
        row.text("question_id"),
        row.text("kind"),
        row.number("choice"),
        row.flag("is_right"),
        row.instant("answered_at"),
        row.find("round_id", Long.class));
  }

  /** How a member did, by kind of question, in the order of the kinds' names. */
  List<QuizScore> score(Member member) {
    return of(
            database.query(
                """
                select kind, count(*) as answered, sum(case when is_right then 1 else 0 end) as correct
                from quiz_answer where community_id = :community and member_id = :member
                group by kind order by kind
                """),
            member)
        .list(row ->
            new QuizScore(
                row.text("kind"),
                Math.toIntExact(row.big("answered")),
                Math.toIntExact(row.big("correct"))));
  }

  void add(Member asker, QuizRound round) {
    database
        .update(
            """
            insert into quiz_round (community_id, round_id, question_id, interaction_id, asked_by, asked_at, ends_at)
            values (:community, :round, :question, :interaction, :by, :at, :ends)
            """)
        .bind("community", asker.community().id())
        .bind("round", round.id())
        .bind("question", round.question())
        .bind("interaction", round.interaction())
        .bind("by", asker.id())
        .bind("at", round.at())
        .bind("ends", round.ends())
        .execute();
  }

  /** The round that was asked last, whether or not it has ended. */
  Optional<QuizRound> newestRound(Community community) {
    return database
        .query(
            """
            select * from quiz_round where community_id = :community
            order by round_id desc limit 1
            """)
        .bind("community", community.id())
        .find(QuizStore::round);
  }

  Optional<QuizRound> round(CommunityId community, long id) {
    return database
        .query("select * from quiz_round where community_id = :community and round_id = :round")
        .bind("community", community)
        .bind("round", id)
        .find(QuizStore::round);
  }

  Optional<QuizRound> round(Community community, String interaction) {
    return database
        .query(
            "select * from quiz_round where community_id = :community and interaction_id ="
                + " :interaction")
        .bind("community", community.id())
        .bind("interaction", interaction)
        .find(QuizStore::round);
  }

  private static QuizRound round(Row row) {
    return new QuizRound(
        row.big("round_id"),
        row.text("question_id"),
        row.text("interaction_id"),
        row.instant("asked_at"),
        row.instant("ends_at"));
  }

  long rounds(Community community) {
    return database
        .query("select count(*) from quiz_round where community_id = :community")
        .bind("community", community.id())
        .one(Long.class);
  }

  /** The answers of a round, the first one first. */
  List<RoundAnswer> answers(CommunityId community, QuizRound round) {
    return database
        .query(
            """
            select member_id, choice, is_right from quiz_answer
            where community_id = :community and round_id = :round
            order by answered_at, member_id
            """)
        .bind("community", community)
        .bind("round", round.id())
        .list(row ->
            new RoundAnswer(
                row.get("member_id", MemberId.class), row.number("choice"), row.flag("is_right")));
  }

  /**
   * How often an option of a question was chosen.
   *
   * @param choice the number of the option, from 0
   */
  record Tally(String question, int choice, int answers) {}

  /**
   * How often each option was chosen that ever was, in all communities. An answer that two linked
   * accounts share counts once.
   */
  List<Tally> tallies() {
    return database
        .query(
            """
            select question_id, choice, count(distinct interaction_id) as answers
            from quiz_answer group by question_id, choice order by question_id, choice
            """)
        .list(row ->
            new Tally(
                row.text("question_id"),
                row.number("choice"),
                Math.toIntExact(row.big("answers"))));
  }

  /** Records a member's report that a question is wrong, at most one per member. */
  void flag(Member member, String question, Instant at) {
    of(
            database.update(
                """
                insert into quiz_flag (community_id, question_id, member_id, flagged_at)
                values (:community, :question, :member, :at) on conflict do nothing
                """),
            member)
        .bind("question", question)
        .bind("at", at)
        .execute();
  }

  /** The questions reported as wrong, most reports first. */
  List<FlaggedQuestion> flagged(Community community) {
    return database
        .query(
            """
            select question_id, count(*) as members, min(flagged_at) as since from quiz_flag
            where community_id = :community
            group by question_id order by members desc, since, question_id
            """)
        .bind("community", community.id())
        .list(row ->
            new FlaggedQuestion(
                row.text("question_id"),
                Math.toIntExact(row.big("members")),
                row.instant("since")));
  }

  /** Removes the reports about a question; false if there were none. */
  boolean removeFlags(Community community, String question) {
    return database
            .update(
                "delete from quiz_flag where community_id = :community and question_id = :question")
            .bind("community", community.id())
            .bind("question", question)
            .execute()
        > 0;
  }

  /** Copies the answers of one member to another, without counting them twice in a round. */
  void copy(Member from, Member to) {
    database
        .update(
            """
            insert into quiz_answer (community_id, member_id, interaction_id, question_id, kind, choice, is_right,
              answered_at, round_id)
            select community_id, cast(:to as bigint), interaction_id, question_id, kind, choice, is_right,
              answered_at, cast(null as bigint)
            from quiz_answer where community_id = :community and member_id = :from
            on conflict do nothing
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
