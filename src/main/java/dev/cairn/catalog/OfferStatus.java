package dev.cairn.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What has become of something that a document names. Our own note, not the documents'.
 *
 * @param since from when on, as far as it is known: a year, a month or a date in ISO form
 * @param successor what takes its place
 * @param note what else there is to know
 * @param checked the date on which somebody saw that it is so
 */
public record OfferStatus(
    State state,
    @Nullable String since,
    @Nullable String successor,
    @Nullable String note,
    LocalDate checked) {

  /** What has become of it. */
  public enum State {
    /** It can be had. */
    OFFERED,
    /** It goes by another name now. */
    RENAMED,
    /** It cannot be had any longer. */
    RETIRED,
    /** It can be had, and nobody looks after it. */
    UNMAINTAINED
  }

  /** Whether whoever is sent there finds what the document promised. */
  public boolean open() {
    return state == State.OFFERED || state == State.RENAMED;
  }
}
