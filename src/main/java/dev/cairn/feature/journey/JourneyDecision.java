package dev.cairn.feature.journey;

import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.feature.Weekdays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that was decided about a community's journey, as it is kept.
 *
 * @param from the date from which it holds
 * @param detail which weekdays are left out, or how many topics are passed over; else empty
 */
public record JourneyDecision(LocalDate from, Kind kind, String detail) {

  /** What was decided. */
  public enum Kind {
    LEAVE_OUT,
    PAUSE,
    RESUME,
    SKIP
  }

  /**
   * The journey that begins on a date, with what was decided about it.
   *
   * @param decisions in the order in which they were made
   */
  public static JourneyCalendar journey(LocalDate start, List<JourneyDecision> decisions) {
    JourneyCalendar journey = JourneyCalendar.startingOn(start);
    for (JourneyDecision decision : decisions) {
      journey = decision.applyTo(journey);
    }
    return journey;
  }

  /** What makes a journey of its start. */
  static List<JourneyDecision> of(JourneyCalendar journey) {
    List<JourneyDecision> decisions = new ArrayList<>();
    journey
        .leftOut()
        .changes()
        .forEach((from, weekdays) ->
            decisions.add(
                new JourneyDecision(
                    from, JourneyDecision.Kind.LEAVE_OUT, Weekdays.typed(weekdays))));
    journey
        .onHold()
        .changes()
        .forEach((from, paused) ->
            decisions.add(
                new JourneyDecision(
                    from, paused ? JourneyDecision.Kind.PAUSE : JourneyDecision.Kind.RESUME, "")));
    journey
        .skips()
        .forEach((from, times) ->
            decisions.add(new JourneyDecision(from, JourneyDecision.Kind.SKIP, times.toString())));
    return decisions;
  }

  private JourneyCalendar applyTo(JourneyCalendar journey) {
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
