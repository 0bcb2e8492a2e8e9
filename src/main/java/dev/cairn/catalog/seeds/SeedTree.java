package dev.cairn.catalog.seeds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All files of the content as they were read, before anything is known of what they say.
 *
 * @param files those that could be read, by name
 * @param problems what is wrong with the others
 */
record SeedTree(Map<String, SeedNode> files, List<ContentProblem> problems) {
  static final String INDEX = "index.yaml";
  private static final String TRACKS = "tracks/";
  private static final String JOURNEY = "journey/";
  private static final String TERMS = "terms/";
  private static final List<Kind> LISTED =
      List.of(
          Kind.ROLE,
          Kind.TEAM,
          Kind.TOOL,
          Kind.CERTIFICATION,
          Kind.RESOURCE,
          Kind.ROADMAP,
          Kind.DEFINITION,
          Kind.DOCUMENT);

  /** Reads the index, and every file it leads to. */
  static SeedTree read(Seeds seeds) {
    record Read(String file, Optional<SeedNode> root, List<ContentProblem> problems) {
      static Read of(Seeds seeds, String file) {
        try {
          return new Read(file, Optional.of(SeedReader.read(seeds, file)), List.of());
        } catch (BrokenContentException e) {
          return new Read(file, Optional.empty(), e.problems());
        }
      }
    }

    Read index = Read.of(seeds, INDEX);
    List<String> names = new ArrayList<>();
    index.root.ifPresent(root -> {
      root.texts("tracks").forEach(name -> names.add(TRACKS + name + ".yaml"));
      root.texts("journey").forEach(name -> names.add(JOURNEY + name + ".yaml"));
      root.texts("terms").forEach(name -> names.add(TERMS + name + ".yaml"));
    });
    LISTED.forEach(kind -> names.add(fileOf(kind)));
    // Content of a community's own may do without.
    if (seeds.has(fileOf(Kind.PATH))) {
      names.add(fileOf(Kind.PATH));
    }

    Map<String, SeedNode> files = new LinkedHashMap<>();
    List<ContentProblem> problems = new ArrayList<>();
    Stream.concat(
            Stream.of(index),
            // A start waits for this, and the files do not depend on each other.
            names.parallelStream().distinct().map(name -> Read.of(seeds, name)).toList().stream())
        .forEach(read -> {
          read.root.ifPresent(root -> files.put(read.file, root));
          problems.addAll(read.problems);
        });
    return new SeedTree(files, problems);
  }

  /** The stages of the journey, in order. */
  List<SeedNode> stages() {
    return below(JOURNEY).toList();
  }

  /** All entries of a kind, in order. */
  List<SeedNode> entries(Kind kind) {
    return switch (kind) {
      case TRACK -> below(TRACKS).toList();
      case UNIT -> items(entries(Kind.TRACK), "units");
      case TOPIC -> items(entries(Kind.UNIT), "topics");
      case DAY -> items(stages(), "days");
      case TERM -> items(below(TERMS).toList(), "terms");
      case ROLE, TEAM, TOOL, CERTIFICATION, RESOURCE, ROADMAP, PATH, DEFINITION, DOCUMENT ->
          list(kind).map(SeedNode.Sequence::values).orElse(List.of());
    };
  }

  /**
   * Whether every file that holds entries of this kind could be read, so that what is not there
   * does not exist.
   */
  boolean complete(Kind kind) {
    return switch (kind) {
      case TRACK, UNIT, TOPIC -> complete(TRACKS);
      case DAY -> complete(JOURNEY);
      case TERM -> complete(TERMS);
      case ROLE, TEAM, TOOL, CERTIFICATION, RESOURCE, ROADMAP, PATH, DEFINITION, DOCUMENT ->
          list(kind).isPresent();
    };
  }

  private static String fileOf(Kind kind) {
    return kind.plural() + ".yaml";
  }

  private Optional<SeedNode.Sequence> list(Kind kind) {
    return Optional.ofNullable(files.get(fileOf(kind)))
        .flatMap(file -> file.find(kind.plural()))
        .filter(SeedNode.Sequence.class::isInstance)
        .map(SeedNode.Sequence.class::cast);
  }

  private boolean complete(String folder) {
    return files.containsKey(INDEX)
        && problems.stream().noneMatch(problem -> problem.file().startsWith(folder));
  }

  private Stream<SeedNode> below(String folder) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().startsWith(folder))
        .map(Map.Entry::getValue);
  }

  private static List<SeedNode> items(List<SeedNode> nodes, String key) {
    return nodes.stream().flatMap(node -> node.items(key).stream()).toList();
  }
}
