package dev.cairn.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way into the field for people who come from somewhere.
 *
 * @param background where they come from
 * @param aliases other names of that background
 * @param advice what to bear in mind; may be empty
 */
public record Roadmap(
    String id,
    String name,
    String background,
    List<String> aliases,
    String summary,
    List<Step> steps,
    List<String> advice,
    List<Source> sources)
    implements Entry {

  @Override
  public Stream<String> names() {
    return Stream.concat(Stream.of(background), Entry.super.names());
  }

  /**
   * One step of the way.
   *
   * @param duration how long it takes, in words, where the document says so
   * @param topics ids of what is studied
   * @param certifications ids of what may be taken
   * @param resources ids of what helps
   * @param status what has become of what the step is about, where that needs saying
   */
  public record Step(
      String name,
      @Nullable String duration,
      String summary,
      List<String> topics,
      List<String> certifications,
      List<String> resources,
      @Nullable OfferStatus status,
      Source source) {}
}
