package dev.cairn.catalog.search;

import java.util.Locale;

/**
 * Something that a search found.
 *
 * @param id unique among the entries of its kind
 * @param title its name
 * @param snippet what it is, in the sentences that fit the search best; plain text
 */
public record Hit(Kind kind, String id, String title, String snippet) {

  /** What was found. */
  public enum Kind {
    TOPIC,
    DAY,
    ROLE,
    CERTIFICATION,
    RESOURCE,
    TOOL,
    DEFINITION,
    TERM,
    /** A flashcard; its title is its question. */
    CARD,
    /** A question that can be checked; its title is the question. */
    CHECK;

    /** The word for it, in lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
