package dev.cairn.feature.resource;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Resource;
import dev.cairn.catalog.Tool;
import dev.cairn.catalog.Topic;
import dev.cairn.feature.Phrase;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the resources that help with something. */
final class ResourceFinder {
  private final Catalog catalog;

  ResourceFinder(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * What was found.
   *
   * @param resources by kind
   * @param topics the topics of the journey that are about the same
   */
  record Found(Subject subject, List<Resource> resources, List<Topic> topics) {

    /** Whether these were words that mean nothing here. */
    boolean isNothing() {
      return subject instanceof Subject.Words && resources.isEmpty() && topics.isEmpty();
    }
  }

  /** What there is on a subject. */
  Found on(Subject subject) {
    return switch (subject) {
      case Subject.Everything() ->
          new Found(subject, byKind(catalog.resources().stream()), List.of());
      case Subject.OfKind(Resource.Kind kind) ->
          new Found(
              subject,
              byKind(catalog.resources().stream().filter(resource -> resource.kind() == kind)),
              List.of());
      case Subject.OfTopic(Topic topic) -> found(subject, topic.name(), Stream.of(topic));
      case Subject.OfTool(Tool tool) ->
          found(
              subject,
              tool.name(),
              Stream.concat(
                  catalog.topics().stream().filter(topic -> topic.tools().contains(tool.id())),
                  topicsWith(Phrase.of(tool.name()))));
      case Subject.Words(String words) -> found(subject, words, topicsWith(Phrase.of(words)));
    };
  }

  private Found found(Subject subject, String words, Stream<Topic> about) {
    Phrase phrase = Phrase.of(words);
    List<Topic> topics = about.distinct().toList();
    return new Found(
        subject,
        byKind(
            Stream.of(
                    catalog.resources().stream().filter(resource -> isNamed(resource, phrase)),
                    topics.stream().flatMap(topic -> catalog.resourcesOn(topic).stream()),
                    catalog.resources().stream()
                        .filter(resource -> phrase.isIn(resource.summary())))
                .flatMap(resources -> resources)
                .distinct()),
        topics);
  }

  private static boolean isNamed(Resource resource, Phrase phrase) {
    return resource.names().anyMatch(phrase::isIn);
  }

  private Stream<Topic> topicsWith(Phrase phrase) {
    return catalog.topics().stream()
        .filter(
            topic -> phrase.isIn(topic.name()) || topic.parts().stream().anyMatch(phrase::isIn));
  }

  /** Within a kind, the order in which they were found. */
  private static List<Resource> byKind(Stream<Resource> resources) {
    return resources.sorted(Comparator.comparing(Resource::kind)).toList();
  }
}
