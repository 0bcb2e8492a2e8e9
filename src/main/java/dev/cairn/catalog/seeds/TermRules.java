package dev.cairn.catalog.seeds;

import dev.cairn.catalog.prose.Prose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that the glossary explains, and that each of its terms is used. */
final class TermRules {
  private final SeedTree tree;
  private final List<ContentProblem> flaws = new ArrayList<>();

  TermRules(SeedTree tree) {
    this.tree = tree;
  }

  List<ContentProblem> check() {
    Set<String> used = new HashSet<>();
    tree.entries(Kind.DAY).forEach(day -> used.addAll(day.texts("terms")));
    Map<String, SeedNode> names = new HashMap<>();
    for (SeedNode term : tree.entries(Kind.TERM)) {
      term.find("name").ifPresent(name -> checkName(name, names));
      term.find("definition")
          .ifPresent(definition -> checkDefinition(term.text("name").orElse(""), definition));
      term.find("id")
          .ifPresent(id -> {
            String text = id.text().orElse("");
            if (tree.complete(Kind.DAY) && !used.contains(text)) {
              flaws.add(
                  id.problem(
                      "no day uses the term \"" + text + "\"",
                      "add it to the terms of a day, or take it away"));
            }
            term.items("confused_with").stream()
                .filter(other -> other.text().orElse("").equals(text))
                .forEach(other ->
                    flaws.add(
                        other.problem("a term cannot be confused with itself", "leave it out")));
          });
    }
    return flaws;
  }

  private void checkName(SeedNode name, Map<String, SeedNode> names) {
    SeedNode first = names.putIfAbsent(Prose.folded(name.text().orElse("")), name);
    if (first != null) {
      flaws.add(
          name.problem(
              "a second term is called \"" + name.text().orElse("") + "\"",
              "keep one of them; the first is in " + first.file() + ":" + first.line()));
    }
  }

  private void checkDefinition(String name, SeedNode definition) {
    String text = definition.text().orElse("");
    int sentences = Prose.sentences(text).size();
    if (sentences != 2) {
      flaws.add(
          definition.problem(
              "the definition of \""
                  + name
                  + "\" has "
                  + (sentences == 1 ? "1 sentence" : sentences + " sentences"),
              "define it in two"));
    }
    String folded = Prose.folded(name);
    if (!folded.isEmpty() && (" " + Prose.folded(text) + " ").contains(" " + folded + " ")) {
      flaws.add(
          definition.problem(
              "the definition of \"" + name + "\" uses its own name",
              "say it in words that a newcomer knows"));
    }
  }
}
