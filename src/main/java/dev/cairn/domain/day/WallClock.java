package dev.cairn.domain.day;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** Reads what a wall clock says as an instant. */
public final class WallClock {
  private WallClock() {}

  /**
   * The first instant at which the wall clock of a zone reads this or, where it never does because
   * clocks are put forward, a later minute.
   */
  public static Instant instant(LocalDateTime wall, ZoneId zone) {
    ZoneOffsetTransition transition = zone.getRules().getTransition(wall);
    if (transition == null) {
      return wall.toInstant(zone.getRules().getOffset(wall));
    }
    return transition.isGap()
        ? transition.getInstant()
        : wall.toInstant(transition.getOffsetBefore());
  }
}
