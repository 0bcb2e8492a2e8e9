package dev.cairn.feature.resource;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Resource;
import dev.cairn.catalog.Source;
import dev.cairn.catalog.Tool;
import dev.cairn.catalog.Topic;
import dev.cairn.chat.Action;
import java.util.Optional;

/** What resources are asked about. */
sealed interface Subject {
  Action ALL = Action.of("resource");

  /** Nothing was asked: all there are. */
  record Everything() implements Subject {}

  record OfKind(Resource.Kind kind) implements Subject {}

  record OfTopic(Topic topic) implements Subject {}

  record OfTool(Tool tool) implements Subject {}

  /** Words that name none of those. */
  record Words(String words) implements Subject {}

  /** What somebody means by what they typed. */
  static Subject of(String typed, Catalog catalog) {
    return Kinds.named(typed)
        .<Subject>map(OfKind::new)
        .or(() -> catalog.topics().named(typed).map(OfTopic::new))
        .or(() -> catalog.tools().named(typed).map(OfTool::new))
        .orElseGet(() -> new Words(typed));
  }

  /** The command that shows its resources. */
  default Action action() {
    Optional<String> about =
        switch (this) {
          case Everything() -> Optional.empty();
          case OfKind(Resource.Kind kind) -> Optional.of(Kinds.key(kind));
          case OfTopic(Topic topic) -> Optional.of(topic.id());
          case OfTool(Tool tool) -> Optional.of(tool.id());
          case Words(String words) -> Optional.of(words);
        };
    return about.map(value -> ALL.with("about", value)).orElse(ALL);
  }

  /** What the card is called that shows them. */
  default String title() {
    return switch (this) {
      case Everything() -> "Resources";
      case OfKind(Resource.Kind kind) -> Kinds.heading(kind);
      case OfTopic(Topic topic) -> "Resources on " + topic.name();
      case OfTool(Tool tool) -> tool.name();
      case Words(String words) -> "Resources on “" + words + "”";
    };
  }

  /** What it is, where the catalogue says so. */
  default Optional<String> summary() {
    return switch (this) {
      case OfTopic(Topic topic) -> Optional.of(topic.summary());
      case OfTool(Tool tool) -> Optional.of(tool.summary());
      case Everything() -> Optional.empty();
      case OfKind ofKind -> Optional.empty();
      case Words words -> Optional.empty();
    };
  }

  /** Where its summary comes from. */
  default Optional<Source> source() {
    return switch (this) {
      case OfTopic(Topic topic) -> Optional.of(topic.source());
      case OfTool(Tool tool) -> tool.sources().stream().findFirst();
      case Everything() -> Optional.empty();
      case OfKind ofKind -> Optional.empty();
      case Words words -> Optional.empty();
    };
  }
}
