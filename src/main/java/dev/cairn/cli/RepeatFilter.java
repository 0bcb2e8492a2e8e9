package dev.cairn.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets a failure that comes again and again through once a minute: what polls a database that is
 * down would else fill the disk with stack traces. What the library for Discord has to say of a
 * Discord that cannot be reached is left out: we tell it ourselves, in one line.
 */
final class RepeatFilter extends Filter<ILoggingEvent> {
  private static final long PAUSE = Duration.ofMinutes(1).toMillis();
  private static final int REMEMBERED = 200;
  private static final String DISCORD = "net.dv8tion.jda.";

  /** Thrown where something comes in on a connection that is being closed. */
  private static final String CLOSING = "java.util.concurrent.RejectedExecutionException";

  /** The beginnings of the names of what is thrown where nothing answers. */
  private static final List<String> OUT_OF_REACH =
      List.of(
          "java.io.IOException",
          "java.io.UncheckedIOException",
          "java.io.InterruptedIOException",
          "java.net.",
          "javax.net.",
          "com.neovisionaries.ws.client.");

  /** What was let through and when, the oldest first. */
  private final Map<String, Long> newest = new LinkedHashMap<>();

  @Override
  public synchronized FilterReply decide(ILoggingEvent event) {
    boolean ofDiscord = event.getLoggerName().startsWith(DISCORD);
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown == null && !ofDiscord) {
      return FilterReply.NEUTRAL;
    }
    if (ofDiscord && (isOutOfReach(thrown) || isOfClosing(thrown))) {
      return FilterReply.DENY;
    }
    String what =
        event.getLoggerName()
            + (ofDiscord ? event.getMessage() : event.getFormattedMessage())
            + (thrown == null ? "" : thrown.getClassName());
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

  /** Another process answers it then; the library would log it whole, with what a member wrote. */
  private static boolean isOfClosing(@Nullable IThrowableProxy thrown) {
    return thrown != null && thrown.getClassName().equals(CLOSING);
  }

  private static boolean isOutOfReach(@Nullable IThrowableProxy thrown) {
    return thrown != null
        && (OUT_OF_REACH.stream().anyMatch(thrown.getClassName()::startsWith)
            || isOutOfReach(thrown.getCause()));
  }
}
