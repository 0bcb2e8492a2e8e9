package dev.cairn.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets a failure that comes again and again through once a minute: what polls a database that is
 * down would else fill the disk with stack traces.
 */
final class RepeatFilter extends Filter<ILoggingEvent> {
  private static final long PAUSE = Duration.ofMinutes(1).toMillis();
  private static final int REMEMBERED = 200;

  /** What was let through and when, the oldest first. */
  private final Map<String, Long> newest = new LinkedHashMap<>();

  @Override
  public synchronized FilterReply decide(ILoggingEvent event) {
    if (event.getThrowableProxy() == null) {
      return FilterReply.NEUTRAL;
    }
    String what =
        event.getLoggerName()
            + event.getFormattedMessage()
            + event.getThrowableProxy().getClassName();
    Long before = newest.get(what);
    if (before != null && event.getTimeStamp() - before < PAUSE) {
      return FilterReply.DENY;
    }
    newest.remove(what);
    newest.put(what, event.getTimeStamp());
    if (newest.size() > REMEMBERED) {
      newest.remove(newest.keySet().iterator().next());
    }
    return FilterReply.NEUTRAL;
  }
}
