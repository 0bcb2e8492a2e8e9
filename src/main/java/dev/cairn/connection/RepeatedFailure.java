package dev.cairn.connection;

import java.time.Duration;

/**
 * A failure that is met again and again while a platform is out of reach: the first is worth a line
 * in the log, and then one a minute.
 */
public final class RepeatedFailure {
  private static final Duration BETWEEN_TELLINGS = Duration.ofMinutes(1);

  /** How long nothing was told of. */
  private Duration untold = BETWEEN_TELLINGS;

  /** Whether it is worth a line now; if so, it counts as told. */
  public boolean isWorthTelling() {
    boolean worth = untold.compareTo(BETWEEN_TELLINGS) >= 0;
    untold = worth ? Duration.ZERO : untold;
    return worth;
  }

  /** So long was waited before the next try. */
  public void waited(Duration time) {
    untold = untold.plus(time);
  }
}
