package dev.cairn.feature.review;

import dev.cairn.chat.Place;
import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.recall.Memory;
import dev.cairn.domain.recall.Rating;
import dev.cairn.domain.recall.ReviewPlan;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps answers to cards, and what is derived from them. */
public final class ReviewStore {
  private static final String RECALLS =
      """
      select card_id, number, rating, reviewed_at, study_day, was_due, interaction_id
      from card_review where community_id = :community and member_id = :member
      """;

  private static final String MEMORIES =
      """
      select card_id, reviews, phase, step, stability, difficulty, due_at, reviewed_at
      from card_memory where community_id = :community and member_id = :member
      """;

  /**
   * Three questions in one, because all of it is wanted whenever any of it is; with a select around
   * them, because H2 would parse a bare union anew each time.
   */
  private static final String KEPT =
      """
      select * from (
      select 'day' as part, day_id as id, min(study_day) as studied, cast(null as int) as reviews,
        cast(null as varchar(12)) as phase, cast(null as int) as step,
        cast(null as double precision) as stability, cast(null as double precision) as difficulty,
        cast(null as timestamp with time zone) as due_at,
        cast(null as timestamp with time zone) as reviewed_at, cast(null as int) as number,
        cast(null as timestamp with time zone) as answered_at
      from study_record where community_id = :community and member_id = :member group by day_id
      union all
      select 'limits', '', cast(null as date), fresh, cast(null as varchar(12)), altogether,
        cast(null as double precision), cast(null as double precision),
        cast(null as timestamp with time zone), cast(null as timestamp with time zone),
        cast(null as int), cast(null as timestamp with time zone)
      from review_limit where community_id = :community and member_id = :member
      union all
      select 'card', m.card_id, cast(null as date), m.reviews, m.phase, m.step, m.stability,
        m.difficulty, m.due_at, m.reviewed_at, r.number, r.reviewed_at
      from card_memory m left join card_review r on r.community_id = m.community_id
        and r.member_id = m.member_id and r.card_id = m.card_id and r.study_day = :today
      where m.community_id = :community and m.member_id = :member
      ) as kept
      """;

  private final Database database;

  public ReviewStore(Database database) {
    this.database = database;
  }

  /**
   * What is kept of a member's cards.
   *
   * @param firstStudied the study day on which each day of the journey was studied first, by its id
   * @param remembered by the card's public id; cards never answered are left out
   * @param today the answers of the study day, the earliest first
   * @param limits how many cards a study day may bring
   */
  record Kept(
      Map<String, LocalDate> firstStudied,
      Map<String, Remembered> remembered,
      List<Given> today,
      ReviewPlan.Limits limits) {}

  /**
   * An answer to a card.
   *
   * @param number the how manieth to that card it was
   */
  record Given(String card, int number, Instant at) {}

  /** What is kept of a member's cards on a study day of theirs. */
  Kept kept(Member member, LocalDate studyDay) {
    Map<String, LocalDate> firstStudied = new HashMap<>();
    Map<String, Remembered> remembered = new HashMap<>();
    List<Given> today = new ArrayList<>();
    List<ReviewPlan.Limits> limits = new ArrayList<>();
    of(member, KEPT)
        .bind("today", studyDay)
        .each(row -> {
          String id = row.text("id");
          switch (row.text("part")) {
            case "day" -> firstStudied.put(id, row.date("studied"));
            case "limits" ->
                limits.add(new ReviewPlan.Limits(row.number("reviews"), row.number("step")));
            default -> {
              remembered.put(id, remembered(row));
              Instant answered = row.find("answered_at", Instant.class);
              if (answered != null) {
                today.add(new Given(id, row.number("number"), answered));
              }
            }
          }
        });
    today.sort(Comparator.comparing(Given::at).thenComparing(Given::card));
    return new Kept(
        firstStudied,
        remembered,
        today,
        limits.isEmpty() ? ReviewPlan.Limits.DEFAULT : limits.getFirst());
  }

  /** What a member remembers of one card; empty where they never answered it. */
  Optional<Remembered> remembered(Member member, String card) {
    return of(member, MEMORIES + " and card_id = :card")
        .bind("card", card)
        .find(ReviewStore::remembered);
  }

  /** Keeps an answer, and what is remembered after it. */
  void add(Member member, Recall recall, Remembered after) {
    database.transaction(() -> {
      insert(member, recall);
      save(member, recall.card(), after);
    });
  }

  private void insert(Member member, Recall recall) {
    database
        .update(
            """
            insert into card_review
              (community_id, member_id, card_id, number, rating, reviewed_at, study_day, was_due, interaction_id)
            values (:community, :member, :card, :number, :rating, :at, :studyDay, :wasDue, :interaction)
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("card", recall.card())
        .bind("number", recall.number())
        .bind("rating", recall.rating())
        .bind("at", recall.at())
        .bind("studyDay", recall.studyDay())
        .bind("wasDue", recall.wasDue())
        .bind("interaction", recall.interaction())
        .execute();
  }

  private void save(Member member, String card, Remembered after) {
    Memory memory = after.memory();
    database
        .upsert(
            """
            insert into card_memory
              (community_id, member_id, card_id, reviews, phase, step, stability, difficulty, due_at, reviewed_at)
            values (:community, :member, :card, :reviews, :phase, :step, :stability, :difficulty, :due, :at)
            """,
            """
            update card_memory set reviews = :reviews, phase = :phase, step = :step, stability = :stability,
              difficulty = :difficulty, due_at = :due, reviewed_at = :at
            where community_id = :community and member_id = :member and card_id = :card
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("card", card)
        .bind("reviews", after.reviews())
        .bind("phase", memory.phase())
        .bind("step", memory.step())
        .bind("stability", memory.stability())
        .bind("difficulty", memory.difficulty())
        .bind("due", memory.due())
        .bind("at", memory.lastReview())
        .execute();
  }

  /** The answer given in an interaction; empty if it gave none. */
  Optional<Recall> find(Member member, String interaction) {
    return of(member, RECALLS + " and interaction_id = :interaction")
        .bind("interaction", interaction)
        .find(ReviewStore::recall);
  }

  /** All answers of a member to one card, in order. */
  List<Recall> to(Member member, String card) {
    return of(member, RECALLS + " and card_id = :card order by number")
        .bind("card", card)
        .list(ReviewStore::recall);
  }

  /** All answers of a member, card by card in order. */
  List<Recall> all(Member member) {
    return of(member, RECALLS + " order by card_id, number").list(ReviewStore::recall);
  }

  /** The answers of a member on a study day of theirs, the earliest first. */
  List<Recall> on(Member member, LocalDate studyDay) {
    return of(member, RECALLS + " and study_day = :studyDay order by reviewed_at, card_id")
        .bind("studyDay", studyDay)
        .list(ReviewStore::recall);
  }

  /** Replaces the stored answers to one card. */
  void replace(Member member, String card, List<Recall> recalls, Remembered after) {
    database.transaction(() -> {
      database
          .update(
              """
              delete from card_review
              where community_id = :community and member_id = :member and card_id = :card
              """)
          .bind("community", member.community().id())
          .bind("member", member.id())
          .bind("card", card)
          .execute();
      recalls.forEach(recall -> insert(member, recall));
      save(member, card, after);
    });
  }

  /** The limits of cards per study day that the member set; empty if they set none. */
  Optional<ReviewPlan.Limits> limits(Member member) {
    return of(
            member,
            """
            select fresh, altogether from review_limit
            where community_id = :community and member_id = :member
            """)
        .find(row -> new ReviewPlan.Limits(row.number("fresh"), row.number("altogether")));
  }

  /** Sets the member's limits of cards per study day. */
  void setLimits(Member member, ReviewPlan.Limits limits) {
    database
        .upsert(
            """
            insert into review_limit (community_id, member_id, fresh, altogether)
            values (:community, :member, :fresh, :all)
            """,
            """
            update review_limit set fresh = :fresh, altogether = :all
            where community_id = :community and member_id = :member
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("fresh", limits.fresh())
        .bind("all", limits.all())
        .execute();
  }

  /**
   * Somebody who answered.
   *
   * @param shared whether they let it be exported
   * @param answers how many
   */
  record Reviewer(MemberId member, boolean shared, long answers) {}

  /** The community at a place; empty where there is none. */
  Optional<CommunityId> at(Place place) {
    return database
        .query(
            """
            select community_id from community_place
            where platform = :platform and external_id = :place
            """)
        .bind("platform", place.platform().key())
        .bind("place", place.id())
        .find(CommunityId.class);
  }

  /** How many answers the members of a community gave. */
  long answers(CommunityId community) {
    return database
        .query("select count(*) from card_review where community_id = :community")
        .bind("community", community)
        .find(Long.class)
        .orElse(0L);
  }

  /** Who of a community has ever answered. */
  List<Reviewer> reviewers(CommunityId community) {
    return database
        .query(
            """
            select m.member_id, m.shares_reviews, count(*) as answers from card_review r
            join member m on m.community_id = r.community_id and m.member_id = r.member_id
            where r.community_id = :community
            group by m.member_id, m.shares_reviews order by m.member_id
            """)
        .bind("community", community)
        .list(row ->
            new Reviewer(
                row.get("member_id", MemberId.class),
                row.flag("shares_reviews"),
                row.big("answers")));
  }

  /** By which interactions a member answered. */
  List<String> interactions(CommunityId community, MemberId member) {
    return database
        .query(
            """
            select interaction_id from card_review
            where community_id = :community and member_id = :member
            """)
        .bind("community", community)
        .bind("member", member)
        .list(String.class);
  }

  /** What a member answered who lets it be exported, card by card, in order. */
  List<Recall> shared(CommunityId community, MemberId member) {
    return database
        .query(
            """
            select r.* from card_review r
            join member m on m.community_id = r.community_id and m.member_id = r.member_id
            where r.community_id = :community and r.member_id = :member and m.shares_reviews
            order by r.card_id, r.number
            """)
        .bind("community", community)
        .bind("member", member)
        .list(ReviewStore::recall);
  }

  private Query of(Member member, String sql) {
    return database
        .query(sql)
        .bind("community", member.community().id())
        .bind("member", member.id());
  }

  private static Recall recall(Row row) {
    return new Recall(
        row.text("card_id"),
        row.number("number"),
        row.get("rating", Rating.class),
        row.instant("reviewed_at"),
        row.date("study_day"),
        row.flag("was_due"),
        row.text("interaction_id"));
  }

  private static Remembered remembered(Row row) {
    return new Remembered(
        new Memory(
            row.get("phase", Memory.Phase.class),
            row.number("step"),
            row.get("stability", Double.class),
            row.get("difficulty", Double.class),
            row.instant("due_at"),
            row.instant("reviewed_at")),
        row.number("reviews"));
  }
}
