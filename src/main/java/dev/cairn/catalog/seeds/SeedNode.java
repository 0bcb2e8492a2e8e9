package dev.cairn.catalog.seeds;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value in a file of the content, which knows the line it stands on.
 *
 * @param file the file's name, relative to the folder
 */
record SeedNode(String file, Node node) {

  /** The line it begins on, from 1. */
  int line() {
    return node.getStartMark().orElseThrow().getLine() + 1;
  }

  /** Its text, if it is a single value. */
  Optional<String> text() {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  /** The value of one of its keys. */
  Optional<SeedNode> find(String key) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode k && k.getValue().equals(key))
            .map(tuple -> new SeedNode(file, tuple.getValueNode()))
            .findFirst()
        : Optional.empty();
  }

  /** The values of the list below one of its keys; none where there is no such list. */
  List<SeedNode> items(String key) {
    return find(key)
        .filter(list -> list.node instanceof SequenceNode)
        .map(list -> (SequenceNode) list.node)
        .stream()
        .flatMap(list -> list.getValue().stream())
        .map(item -> new SeedNode(file, item))
        .toList();
  }

  /** The texts in the list below one of its keys; none where there is no such list. */
  List<String> texts(String key) {
    return items(key).stream().flatMap(item -> item.text().stream()).toList();
  }

  /**
   * The text of one of its keys.
   *
   * @throws BrokenContentException if there is none
   */
  String required(String key) {
    return find(key)
        .flatMap(SeedNode::text)
        .orElseThrow(
            () ->
                new BrokenContentException(
                    List.of(problem("\"" + key + "\" is missing", "add a text of that name"))));
  }

  /** A problem with it. */
  ContentProblem problem(String what, String remedy) {
    return new ContentProblem(file, line(), what, remedy);
  }
}
