package dev.cairn.catalog.seeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells what is wrong with content: all of it at once, with file, line and remedy. */
public final class CatalogCheck {
  private CatalogCheck() {}

  /**
   * Checks a folder of content.
   *
   * @return what is wrong, sorted by file and line; nothing if the folder can be used
   */
  public static List<ContentProblem> check(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of(
          new ContentProblem(
              folder.toString(),
              1,
              "there is no such folder",
              "name the folder that holds " + SeedTree.INDEX));
    }
    Seeds.Folder seeds = new Seeds.Folder(folder);
    SeedTree tree = SeedTree.read(seeds);
    Set<ContentProblem> problems = new TreeSet<>(problems(tree));
    if (tree.files().containsKey(SeedTree.INDEX)) {
      problems.addAll(unlisted(seeds, tree));
    }
    return List.copyOf(problems);
  }

  /** Checks the content that is part of the program. */
  public static List<ContentProblem> builtIn() {
    return List.copyOf(new TreeSet<>(problems(SeedTree.read(new Seeds.BuiltIn()))));
  }

  private static List<ContentProblem> problems(SeedTree tree) {
    List<ContentProblem> problems = new ArrayList<>(tree.problems());
    problems.addAll(new SchemaCheck().check(tree));
    problems.addAll(new ReferenceCheck(tree).check());
    problems.addAll(new SourceCheck(tree).check());
    problems.addAll(new JourneyCheck(tree).check());
    return problems;
  }

  private static List<ContentProblem> unlisted(Seeds.Folder seeds, SeedTree tree) {
    Set<String> known = new TreeSet<>(tree.files().keySet());
    tree.problems().forEach(problem -> known.add(problem.file()));
    try {
      return seeds.files().stream()
          .filter(file -> !known.contains(file))
          .map(
              file ->
                  new ContentProblem(
                      file,
                      1,
                      "nothing leads to this file",
                      file.startsWith("tracks/") || file.startsWith("journey/")
                          ? "list it in " + SeedTree.INDEX + ", or take it away"
                          : Suggestion.of(file, known, "take it away")))
          .toList();
    } catch (IOException e) {
      return List.of(
          new ContentProblem(
              seeds.path().toString(),
              1,
              "the folder cannot be listed",
              "see that it is readable"));
    }
  }
}
