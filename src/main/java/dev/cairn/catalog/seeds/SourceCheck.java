package dev.cairn.catalog.seeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks that every source names a document and one of its sections. */
final class SourceCheck {
  private final SeedTree tree;
  private final Map<String, List<String>> sections = new HashMap<>();
  private final List<ContentProblem> problems = new ArrayList<>();

  SourceCheck(SeedTree tree) {
    this.tree = tree;
  }

  List<ContentProblem> check() {
    if (!tree.complete(Kind.DOCUMENT)) {
      return List.of();
    }
    for (SeedNode document : tree.entries(Kind.DOCUMENT)) {
      document
          .text("id")
          .ifPresent(id ->
              sections.put(
                  id,
                  document.items("sections").stream()
                      .flatMap(section -> section.text("name").stream())
                      .toList()));
    }
    tree.files().values().forEach(this::visit);
    return problems;
  }

  private void visit(SeedNode node) {
    Stream.concat(node.find("source").stream(), node.items("sources").stream())
        .forEach(this::resolve);
    node.children().forEach(this::visit);
  }

  private void resolve(SeedNode source) {
    Optional<SeedNode> document = source.find("document");
    Optional<String> id = document.flatMap(SeedNode::text);
    if (id.isEmpty()) {
      return; // The schema has its say on that.
    }
    List<String> known = sections.get(id.get());
    if (known == null) {
      problems.add(
          document
              .get()
              .problem(
                  "no document has the id \"" + id.get() + "\"",
                  Remedy.of(id.get(), sections.keySet(), "add it to documents.yaml")));
      return;
    }
    source
        .find("section")
        .ifPresent(section ->
            section
                .text()
                .filter(name -> !known.contains(name))
                .ifPresent(name ->
                    problems.add(
                        section.problem(
                            id.get() + " has no section \"" + name + "\"",
                            Remedy.of(name, known, "use a section of documents.yaml")))));
  }
}
