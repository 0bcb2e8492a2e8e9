package dev.cairn.catalog;

import java.util.List;
import java.util.stream.Stream;

/** Something in the catalogue that has an id and a name, and that others refer to by its id. */
public sealed interface Entry
    permits Track,
        Unit,
        Topic,
        JourneyDay,
        Role,
        Team,
        Tool,
        Certification,
        Resource,
        Roadmap,
        StudyPath,
        Definition,
        Term,
        Document {

  /** Lower-case words joined by hyphens, unique among the entries of its kind. */
  String id();

  /** What people call it. */
  String name();

  /** Other names that people call it by. */
  default List<String> aliases() {
    return List.of();
  }

  /** All that it answers to: its name, its id, its aliases. */
  default Stream<String> names() {
    return Stream.concat(Stream.of(name(), id()), aliases().stream());
  }
}
