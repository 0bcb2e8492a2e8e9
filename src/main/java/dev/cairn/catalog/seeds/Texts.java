package dev.cairn.catalog.seeds;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the sentences that members read among all that an entry holds. */
final class Texts {
  /** Ids, numbers, names and addresses. */
  private static final Set<String> NOT_PROSE =
      Set.of(
          "id",
          "day",
          "kind",
          "topics",
          "requires",
          "terms",
          "needs",
          "tools",
          "roles",
          "resources",
          "certifications",
          "source",
          "sources",
          "minutes",
          "accept",
          "tolerance",
          "unit",
          "aliases",
          "synonyms",
          "abbreviations",
          "spellings",
          "confused_with",
          "url",
          "cited_as",
          "level",
          "provider",
          "role",
          "status",
          "sections",
          "background");

  /** What is picked or typed rather than read as a sentence. */
  private static final Set<String> ANSWERS_OF_CHECKS = Set.of("options", "answer");

  private Texts() {}

  /** All that is read, wherever in an entry it stands. */
  static Stream<SeedNode.Scalar> of(SeedNode entry) {
    return switch (entry) {
      case SeedNode.Scalar scalar -> Stream.of(scalar);
      case SeedNode.Sequence sequence -> sequence.values().stream().flatMap(Texts::of);
      case SeedNode.Mapping mapping ->
          mapping.fields().stream()
              .filter(field -> !NOT_PROSE.contains(field.key()))
              .flatMap(field -> of(field.value()));
    };
  }

  /** All that is read, but for the answers to choose from. */
  static Stream<SeedNode.Scalar> withoutAnswers(SeedNode day) {
    Set<SeedNode> answers =
        day.items("checks").stream()
            .flatMap(check -> ANSWERS_OF_CHECKS.stream().flatMap(key -> check.find(key).stream()))
            .flatMap(Texts::of)
            .collect(Collectors.toSet());
    return of(day).filter(text -> !answers.contains(text));
  }
}
