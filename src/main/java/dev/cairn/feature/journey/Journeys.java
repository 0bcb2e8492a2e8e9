package dev.cairn.feature.journey;

import dev.cairn.database.Database;
import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.domain.journey.JourneyStatus;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The journeys of communities. Each is walked by the community's own study day, so that everyone
 * has the same topic.
 */
public final class Journeys {
  private final JourneyStore store;
  private final Communities communities;
  private final Database database;

  public Journeys(JourneyStore store, Communities communities, Database database) {
    this.store = store;
    this.communities = communities;
    this.database = database;
  }

  /**
   * The community's journey. Until a moderator starts it, day 1 is the study day on which the
   * community was first met.
   */
  public JourneyCalendar of(Community community) {
    return store.find(community.id()).orElseGet(() -> notStarted(community));
  }

  /** The journey of a community in which no moderator has started one. */
  public static JourneyCalendar notStarted(Community community) {
    return JourneyCalendar.startingOn(community.today(community.metAt()));
  }

  /** The journey that a moderator started; empty until one did. */
  Optional<JourneyCalendar> started(Community community) {
    return store.find(community.id());
  }

  /** Makes every other change of the community's journey wait for the transaction under way. */
  void lock(Community community) {
    communities.lock(community);
  }

  /** The journey is again what it was; empty where no moderator had started one. */
  void putBack(Community community, Optional<JourneyCalendar> journey) {
    database.transaction(() ->
        journey.ifPresentOrElse(
            before -> store.save(community.id(), before), () -> store.remove(community.id())));
  }

  /** Whether a moderator has started the journey. */
  public boolean isStarted(Community community) {
    return store.find(community.id()).isPresent();
  }

  /** What the community's today is on its journey. */
  public JourneyStatus today(Community community, Instant now) {
    return of(community).on(community.today(now));
  }

  /**
   * Starts the journey, anew where it had been started before.
   *
   * @param start the date of day 1
   * @param leftOut weekdays that use up no day number
   */
  public JourneyCalendar start(Community community, LocalDate start, Set<DayOfWeek> leftOut) {
    JourneyCalendar calendar = JourneyCalendar.startingOn(start);
    JourneyCalendar journey = leftOut.isEmpty() ? calendar : calendar.leavingOut(start, leftOut);
    database.transaction(() -> store.save(community.id(), journey));
    return journey;
  }

  /** Pauses from the community's today on. */
  public JourneyCalendar pause(Community community, Instant now) {
    return change(community, journey -> journey.pausedFrom(community.today(now)));
  }

  /** Goes on from the community's today on. */
  public JourneyCalendar resume(Community community, Instant now) {
    return change(community, journey -> journey.resumedFrom(community.today(now)));
  }

  /** Passes over today's topic. */
  public JourneyCalendar skip(Community community, Instant now) {
    return change(community, journey -> journey.skipping(community.today(now)));
  }

  private JourneyCalendar change(Community community, UnaryOperator<JourneyCalendar> decision) {
    return database.transaction(() -> {
      communities.lock(community);
      JourneyCalendar changed = decision.apply(of(community));
      store.save(community.id(), changed);
      return changed;
    });
  }
}
