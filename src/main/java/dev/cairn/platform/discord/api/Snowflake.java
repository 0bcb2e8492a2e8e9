package dev.cairn.platform.discord.api;

import java.time.Instant;

/** Discord's ids: 64 bits whose upper 42 are the milliseconds since the start of 2015. */
public final class Snowflake {
  private static final long EPOCH_MILLIS = 1_420_070_400_000L;
  private static final int TIME_SHIFT = 22;

  private Snowflake() {}

  /** When the thing with this id was made. */
  public static Instant instant(long id) {
    return Instant.ofEpochMilli((id >>> TIME_SHIFT) + EPOCH_MILLIS);
  }

  /** The smallest id of this instant. */
  public static long at(Instant instant) {
    return (instant.toEpochMilli() - EPOCH_MILLIS) << TIME_SHIFT;
  }

  /** Whether the text can be an id. */
  public static boolean isOne(String text) {
    return text.matches("[0-9]{1,20}");
  }
}
