package dev.cairn.feature.journey;

import dev.cairn.database.Batch;
import dev.cairn.database.Database;
import dev.cairn.database.remembered.RememberedAnswers;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.journey.JourneyCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps when a community walks its journey. */
public final class JourneyStore {
  private static final int MOST_REMEMBERED = 500;

  private final Database database;
  private final RememberedAnswers<CommunityId, Optional<JourneyCalendar>> remembered;

  public JourneyStore(Database database) {
    this.database = database;
    this.remembered = database.remembering(MOST_REMEMBERED, "journey", "journey_decision");
  }

  /** The journey that a moderator started; empty until one did. */
  public Optional<JourneyCalendar> find(CommunityId community) {
    return remembered.get(community, () -> read(community));
  }

  private Optional<JourneyCalendar> read(CommunityId community) {
    List<LocalDate> begun = new ArrayList<>();
    List<JourneyDecision> decisions = new ArrayList<>();
    database
        .query(
            """
            select j.starts_on, d.from_day, d.kind, d.detail from journey j
            left join journey_decision d on d.community_id = j.community_id
            where j.community_id = :id order by d.position
            """)
        .bind("id", community)
        .each(row -> {
          begun.add(row.date("starts_on"));
          LocalDate from = row.find("from_day", LocalDate.class);
          if (from != null) {
            decisions.add(
                new JourneyDecision(
                    from, row.get("kind", JourneyDecision.Kind.class), row.text("detail")));
          }
        });
    return begun.stream().findFirst().map(start -> JourneyDecision.journey(start, decisions));
  }

  /** Replaces the community's journey. */
  public void save(CommunityId community, JourneyCalendar journey) {
    database.transaction(() -> {
      // First the journey itself: it keeps whoever saves another at the same time waiting.
      database
          .upsert(
              "insert into journey (community_id, starts_on) values (:id, :start)",
              "update journey set starts_on = :start where community_id = :id")
          .bind("id", community)
          .bind("start", journey.start())
          .execute();
      database
          .update("delete from journey_decision where community_id = :id")
          .bind("id", community)
          .execute();
      insert(community, JourneyDecision.of(journey));
    });
  }

  /** No moderator has started the community's journey. */
  public void remove(CommunityId community) {
    database.transaction(() -> {
      database
          .update("delete from journey_decision where community_id = :id")
          .bind("id", community)
          .execute();
      database
          .update("delete from journey where community_id = :id")
          .bind("id", community)
          .execute();
    });
  }

  private void insert(CommunityId community, List<JourneyDecision> decisions) {
    Batch batch =
        database.batch(
            """
            insert into journey_decision (community_id, position, from_day, kind, detail)
            values (:id, :position, :from, :kind, :detail)
            """);
    for (JourneyDecision decision : decisions) {
      batch
          .bind("id", community)
          .bind("position", batch.size())
          .bind("from", decision.from())
          .bind("kind", decision.kind())
          .bind("detail", decision.detail())
          .add();
    }
    batch.execute();
  }
}
