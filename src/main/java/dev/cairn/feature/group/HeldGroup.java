package dev.cairn.feature.group;

import dev.cairn.domain.day.Period;
import dev.cairn.domain.group.GroupStanding;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How a group stands on every board, now and after the next day that ends, if nothing else happens.
 *
 * @param spans each follows the one before
 */
record HeldGroup(Group group, List<Span> spans) {
  HeldGroup {
    spans = List.copyOf(spans);
  }

  /**
   * A time in which no day ends that the standing hangs on.
   *
   * @param from the first instant
   * @param until the first instant after it
   * @param standings on each board
   */
  record Span(Instant from, Instant until, Map<Period, GroupStanding> standings) {
    Span {
      standings = Map.copyOf(standings);
    }
  }
}
