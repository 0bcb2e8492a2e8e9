package dev.cairn.catalog;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere to learn, read, practise or take part.
 *
 * @param url where it is, where a document says so
 * @param citedAs the address as the document has it, where that is a redirect to {@code url}
 * @param topics ids of the topics it helps with; may be empty
 * @param status what has become of it, where that needs saying
 */
public record Resource(
    String id,
    String name,
    Kind kind,
    @Nullable URI url,
    @Nullable URI citedAs,
    String summary,
    List<String> topics,
    @Nullable OfferStatus status,
    List<Source> sources)
    implements Entry {

  /** What it is. */
  public enum Kind {
    COURSE,
    PLATFORM,
    BOOK,
    ARTICLE,
    PRACTICE,
    PROJECT,
    BLOG
  }
}
