package dev.cairn.catalog.seeds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks that ids are unique and that every id that is referred to exists. */
final class ReferenceCheck {
  /**
   * What refers to what.
   *
   * @param path the keys that lead from the entry to the ids, joined by dots; lists on the way are
   *     gone through
   */
  private record Reference(Kind from, String path, Kind to) {}

  private static final List<Reference> REFERENCES =
      List.of(
          new Reference(Kind.TOPIC, "tools", Kind.TOOL),
          new Reference(Kind.DAY, "topics", Kind.TOPIC),
          new Reference(Kind.DAY, "requires", Kind.DAY),
          new Reference(Kind.DAY, "tools", Kind.TOOL),
          new Reference(Kind.DAY, "roles", Kind.ROLE),
          new Reference(Kind.DAY, "resources", Kind.RESOURCE),
          new Reference(Kind.DAY, "terms", Kind.TERM),
          new Reference(Kind.TERM, "confused_with", Kind.TERM),
          new Reference(Kind.ROLE, "works_with.role", Kind.ROLE),
          new Reference(Kind.ROLE, "topics", Kind.TOPIC),
          new Reference(Kind.ROLE, "tools", Kind.TOOL),
          new Reference(Kind.ROLE, "differs.role", Kind.ROLE),
          new Reference(Kind.TEAM, "roles", Kind.ROLE),
          new Reference(Kind.RESOURCE, "topics", Kind.TOPIC),
          new Reference(Kind.PATH, "parts.days", Kind.DAY),
          new Reference(Kind.ROADMAP, "steps.topics", Kind.TOPIC),
          new Reference(Kind.ROADMAP, "steps.certifications", Kind.CERTIFICATION),
          new Reference(Kind.ROADMAP, "steps.resources", Kind.RESOURCE));

  private final SeedTree tree;
  private final Map<Kind, Map<String, SeedNode>> byId = new EnumMap<>(Kind.class);
  private final List<ContentProblem> problems = new ArrayList<>();

  ReferenceCheck(SeedTree tree) {
    this.tree = tree;
  }

  List<ContentProblem> check() {
    for (Kind kind : Kind.values()) {
      byId.put(kind, ids(kind));
    }
    for (Reference reference : REFERENCES) {
      if (tree.complete(reference.to)) {
        at(tree.entries(reference.from).stream(), reference.path)
            .forEach(id -> resolve(id, reference.to));
      }
    }
    return problems;
  }

  private Map<String, SeedNode> ids(Kind kind) {
    Map<String, SeedNode> ids = new HashMap<>();
    for (SeedNode entry : tree.entries(kind)) {
      Optional<SeedNode> id = entry.find("id");
      id.flatMap(SeedNode::text)
          .map(text -> ids.putIfAbsent(text, id.orElseThrow()))
          .ifPresent(first ->
              problems.add(
                  id.orElseThrow()
                      .problem(
                          "a second "
                              + kind.label()
                              + " has the id \""
                              + first.text().orElseThrow()
                              + "\"",
                          "choose another; the first is in " + first.file() + ":" + first.line())));
    }
    return ids;
  }

  private static Stream<SeedNode> at(Stream<SeedNode> nodes, String path) {
    return Arrays.stream(path.split("\\.", -1))
        .reduce(
            nodes,
            (found, key) ->
                found
                    .flatMap(node -> node.find(key).stream())
                    .flatMap(value ->
                        value instanceof SeedNode.Sequence list
                            ? list.values().stream()
                            : Stream.of(value)),
            Stream::concat);
  }

  private void resolve(SeedNode reference, Kind to) {
    Map<String, SeedNode> known = byId.getOrDefault(to, Map.of());
    reference
        .text()
        .filter(id -> !known.containsKey(id))
        .ifPresent(id ->
            problems.add(
                reference.problem(
                    "no " + to.label() + " has the id \"" + id + "\"",
                    Remedy.of(
                        id,
                        known.keySet(),
                        "add it to the " + to.plural() + ", or leave it out"))));
  }
}
