package dev.cairn.database;

import dev.cairn.domain.CommunityId;
import dev.cairn.domain.JourneyCalendar;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.journey.JourneyStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Journeys in the database. */
public final class JdbiJourneyStore implements JourneyStore {
  private static final Upsert SAVE =
      new Upsert(
          "insert into journey (community_id, starts_on) values (:id, :start)",
          "update journey set starts_on = :start where community_id = :id");

  private final Database database;

  public JdbiJourneyStore(Database database) {
    this.database = database;
  }

  /** A row of {@code journey_decision}. */
  private record Decision(LocalDate from, Kind kind, String detail) {
    enum Kind {
      LEAVE_OUT,
      PAUSE,
      RESUME,
      SKIP
    }

    JourneyCalendar applyTo(JourneyCalendar journey) {
      return switch (kind) {
        case LEAVE_OUT -> journey.leavingOut(from, Weekdays.read("weekdays", detail));
        case PAUSE -> journey.pausedFrom(from);
        case RESUME -> journey.resumedFrom(from);
        case SKIP -> {
          JourneyCalendar skipped = journey;
          for (int i = 0; i < Integer.parseInt(detail); i++) {
            skipped = skipped.skipping(from);
          }
          yield skipped;
        }
      };
    }
  }

  @Override
  public Optional<JourneyCalendar> find(CommunityId community) {
    return database.with(
        handle ->
            handle
                .createQuery("select starts_on from journey where community_id = :id")
                .bind("id", community.value())
                .mapTo(LocalDate.class)
                .findOne()
                .map(start -> decided(handle, community, JourneyCalendar.startingOn(start))));
  }

  private static JourneyCalendar decided(
      Handle handle, CommunityId community, JourneyCalendar begun) {
    JourneyCalendar journey = begun;
    List<Decision> decisions =
        handle
            .createQuery(
                "select from_day, kind, detail from journey_decision where community_id = :id order by position")
            .bind("id", community.value())
            .map(
                (row, context) ->
                    new Decision(
                        TimeArguments.date(row, "from_day"),
                        Decision.Kind.valueOf(row.getString("kind")),
                        row.getString("detail")))
            .list();
    for (Decision decision : decisions) {
      journey = decision.applyTo(journey);
    }
    return journey;
  }

  @Override
  public void lock(CommunityId community) {
    database.with(
        handle ->
            handle
                .createQuery(
                    "select community_id from community where community_id = :id for update")
                .bind("id", community.value())
                .mapTo(Long.class)
                .one());
  }

  @Override
  public void save(CommunityId community, JourneyCalendar journey) {
    database.with(
        handle -> {
          // First the journey itself: it keeps whoever saves another at the same time waiting.
          SAVE.run(
              handle,
              statement -> statement.bind("id", community.value()).bind("start", journey.start()));
          handle
              .createUpdate("delete from journey_decision where community_id = :id")
              .bind("id", community.value())
              .execute();
          return insert(handle, community, decisions(journey));
        });
  }

  private static List<Decision> decisions(JourneyCalendar journey) {
    List<Decision> decisions = new ArrayList<>();
    journey
        .leftOut()
        .changes()
        .forEach(
            (from, weekdays) ->
                decisions.add(
                    new Decision(from, Decision.Kind.LEAVE_OUT, Weekdays.typed(weekdays))));
    journey
        .onHold()
        .changes()
        .forEach(
            (from, paused) ->
                decisions.add(
                    new Decision(from, paused ? Decision.Kind.PAUSE : Decision.Kind.RESUME, "")));
    journey
        .skips()
        .forEach(
            (from, times) ->
                decisions.add(new Decision(from, Decision.Kind.SKIP, times.toString())));
    return decisions;
  }

  private static int insert(Handle handle, CommunityId community, List<Decision> decisions) {
    if (decisions.isEmpty()) {
      return 0;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into journey_decision (community_id, position, from_day, kind, detail)
            values (:id, :position, :from, :kind, :detail)
            """);
    for (Decision decision : decisions) {
      batch
          .bind("id", community.value())
          .bind("position", batch.size())
          .bind("from", decision.from())
          .bind("kind", decision.kind().name())
          .bind("detail", decision.detail())
          .add();
    }
    return batch.execute().length;
  }
}
