package dev.cairn.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate, or a course that a document lists among the certificates.
 *
 * @param provider who issues it, where that is known
 * @param focus what it is about
 * @param advice for whom it is, and when to take it
 * @param status what has become of it, where that needs saying
 */
public record Certification(
    String id,
    String name,
    List<String> aliases,
    @Nullable String provider,
    Level level,
    Kind kind,
    String focus,
    String advice,
    @Nullable OfferStatus status,
    List<Source> sources)
    implements Entry {

  /** The level, in the judgement of the documents. */
  public enum Level {
    BEGINNER,
    INTERMEDIATE,
    ADVANCED,
    /** A document names it and does not say. */
    UNRATED
  }

  /** What one takes. */
  public enum Kind {
    CERTIFICATE,
    COURSE
  }
}
