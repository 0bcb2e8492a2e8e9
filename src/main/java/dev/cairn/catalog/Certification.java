package dev.cairn.catalog;

import java.util.List;

/**
 * A certificate, or a course that a document lists among the certificates.
 *
 * @param provider who issues it
 * @param focus what it is about
 * @param advice for whom it is, and when to take it
 */
public record Certification(
    String id,
    String name,
    List<String> aliases,
    String provider,
    Level level,
    Kind kind,
    String focus,
    String advice,
    List<Source> sources)
    implements Entry {

  /** How far along one should be, in the judgement of the documents. */
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
