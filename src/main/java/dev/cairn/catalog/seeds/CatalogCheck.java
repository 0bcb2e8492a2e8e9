package dev.cairn.catalog.seeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tells what is wrong with content: all of it at once, with file, line and remedy. */
public final class CatalogCheck {
  private CatalogCheck() {}

  /**
   * Checks a folder of content.
   *
   * @param today the date by which our own notes are old or not
   */
  public static Findings check(Path folder, LocalDate today) {
    if (!Files.isDirectory(folder)) {
      return new Findings(
          List.of(
              new ContentProblem(
                  folder.toString(),
                  1,
                  "there is no such folder",
                  "name the folder that holds " + SeedTree.INDEX)),
          List.of(),
          List.of());
    }
    Seeds.Folder seeds = new Seeds.Folder(folder);
    SeedTree tree = SeedTree.read(seeds);
    Findings found = findings(tree, today);
    List<ContentProblem> faults = new ArrayList<>(found.faults());
    if (tree.files().containsKey(SeedTree.INDEX)) {
      faults.addAll(unlisted(seeds, tree));
    }
    return new Findings(faults, found.flaws(), found.warnings());
  }

  /**
   * Checks the content that is part of the program.
   *
   * @param today the date by which our own notes are old or not
   */
  public static Findings builtIn(LocalDate today) {
    return findings(SeedTree.read(new Seeds.BuiltIn()), today);
  }

  private static Findings findings(SeedTree tree, LocalDate today) {
    Findings questions = new QuestionRules(tree).check();
    Findings statuses = new StatusRules(tree, today).check();
    return new Findings(
        Stream.of(
                tree.problems(),
                new SchemaCheck().check(tree),
                new ReferenceCheck(tree).check(),
                new SourceCheck(tree).check(),
                new JourneyCheck(tree).check(),
                questions.faults(),
                statuses.faults())
            .flatMap(List::stream)
            .toList(),
        Stream.of(
                new DayRules(tree).check(),
                new TermRules(tree).check(),
                new StyleRules(tree).check(),
                questions.flaws(),
                statuses.flaws())
            .flatMap(List::stream)
            .toList(),
        Stream.of(questions.warnings(), statuses.warnings()).flatMap(List::stream).toList());
  }

  private static List<ContentProblem> unlisted(Seeds.Folder seeds, SeedTree tree) {
    Set<String> known = new TreeSet<>(tree.files().keySet());
    tree.problems().forEach(problem -> known.add(problem.file()));
    try {
      return seeds.files().stream()
          .filter(file -> !known.contains(file))
          .map(file ->
              new ContentProblem(
                  file,
                  1,
                  "nothing leads to this file",
                  Stream.of("tracks/", "journey/", "terms/").anyMatch(file::startsWith)
                      ? "list it in " + SeedTree.INDEX + ", or take it away"
                      : Remedy.of(file, known, "take it away")))
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
