package dev.cairn.feature.checkin;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a member says with a check-in.
 *
 * @param note at most {@value #LONGEST_NOTE} characters, or null
 * @param minutes studied, or null
 * @param link to the result of the study, or null
 * @param day the id of the day of the journey that they studied, or null
 */
public record CheckInDetails(
    @Nullable String note, @Nullable Integer minutes, @Nullable URI link, @Nullable String day) {
  /** How long a note may be, in characters. */
  public static final int LONGEST_NOTE = 1000;

  /** How many minutes a day has. */
  public static final int MOST_MINUTES = 1440;

  /** Nothing said. */
  public static final CheckInDetails NONE = new CheckInDetails(null, null, null, null);

  /** Said without naming a day of the journey. */
  public CheckInDetails(@Nullable String note, @Nullable Integer minutes, @Nullable URI link) {
    this(note, minutes, link, null);
  }

  /** Whether nothing was said. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  /** Whether something was said in words, as long as the member likes. */
  boolean hasWords() {
    return note != null || link != null;
  }
}
