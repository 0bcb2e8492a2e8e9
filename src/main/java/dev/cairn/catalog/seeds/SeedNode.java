package dev.cairn.catalog.seeds;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A value in a file of the content, which knows the place it stands at. */
sealed interface SeedNode {
  /** What stands between paragraphs, where lines are kept and where they are not. */
  Pattern EMPTY_LINES = Pattern.compile("\n{2,}");

  Pattern LINE_ENDS = Pattern.compile("\n+");

  /** The file's name, relative to the folder. */
  String file();

  /** The line it begins on, from 1. */
  int line();

  /**
   * A single value.
   *
   * @param value as text, whatever its type
   */
  record Scalar(String file, int line, String value, Style style) implements SeedNode {

    /** Whether it stands there without quotes and so may be a number or a truth value. */
    boolean plain() {
      return style == Style.PLAIN;
    }
  }

  /** How a single value is written. */
  enum Style {
    PLAIN,
    /** In quotes, or folded ({@code >}), where only an empty line ends a line. */
    QUOTED,
    /** With its lines as they stand ({@code |}). */
    LITERAL
  }

  /** Several values in order. */
  record Sequence(String file, int line, List<SeedNode> values) implements SeedNode {}

  /** Values by their keys. */
  record Mapping(String file, int line, List<Field> fields) implements SeedNode {}

  /**
   * One key of a mapping and its value.
   *
   * @param line the line of the key, from 1
   */
  record Field(String key, int line, SeedNode value) {}

  /** Its text, if it is a single value. */
  default Optional<String> text() {
    return this instanceof Scalar scalar ? Optional.of(scalar.value) : Optional.empty();
  }

  /** The value of one of its keys, if it has such a key. */
  default Optional<SeedNode> find(String key) {
    if (this instanceof Mapping mapping) {
      for (Field field : mapping.fields) {
        if (field.key.equals(key)) {
          return Optional.of(field.value);
        }
      }
    }
    return Optional.empty();
  }

  /** The text of one of its keys, if it has such a key and that has a text. */
  default Optional<String> text(String key) {
    return find(key).flatMap(SeedNode::text);
  }

  /**
   * The paragraphs of one of its keys, wherever their lines were broken; none if it has no such
   * key.
   */
  default List<String> paragraphs(String key) {
    return find(key).stream()
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .flatMap(scalar ->
            (scalar.style == Style.LITERAL ? EMPTY_LINES : LINE_ENDS).splitAsStream(scalar.value))
        .map(paragraph -> paragraph.replace('\n', ' ').strip())
        .filter(paragraph -> !paragraph.isEmpty())
        .toList();
  }

  /** The values of the list below one of its keys; none where there is no such list. */
  default List<SeedNode> items(String key) {
    return find(key).orElse(null) instanceof Sequence list ? list.values : List.of();
  }

  /** The texts in the list below one of its keys; none where there is no such list. */
  default List<String> texts(String key) {
    return items(key).stream().flatMap(item -> item.text().stream()).toList();
  }

  /** The values it is made of, itself left out. */
  default Stream<SeedNode> children() {
    return switch (this) {
      case Scalar scalar -> Stream.empty();
      case Sequence sequence -> sequence.values.stream();
      case Mapping mapping -> mapping.fields.stream().map(Field::value);
    };
  }

  /**
   * The text of one of its keys.
   *
   * @throws BrokenContentException if there is none
   */
  default String required(String key) {
    return text(key)
        .orElseThrow(() ->
            new BrokenContentException(
                problem("\"" + key + "\" is missing", "add a text of that name")));
  }

  /** A problem with it. */
  default ContentProblem problem(String what, String remedy) {
    return new ContentProblem(file(), line(), what, remedy);
  }
}
