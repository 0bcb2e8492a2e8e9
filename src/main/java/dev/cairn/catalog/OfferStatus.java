package dev.cairn.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What has become of something that a document names. Our own note, not the documents'.
 *
 * @param state null where nobody could verify it; the note says so then
 * @param since from when on, as far as it is known: a year, a month or a date in ISO form
 * @param successor what replaces it
 * @param note what else there is to know
 * @param checked the date on which somebody looked
 */
public record OfferStatus(
    @Nullable State state,
    @Nullable String since,
    @Nullable String successor,
    @Nullable String note,
    LocalDate checked) {

  /** What has become of it. */
  public enum State {
    /** It is available. */
    OFFERED,
    /** It is available under another name. */
    RENAMED,
    /** It is no longer available. */
    RETIRED,
    /** It is available, but nobody maintains it. */
    UNMAINTAINED
  }
}
