package dev.cairn.feature.resource;

import dev.cairn.catalog.Resource.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of resources, as they are typed and shown. */
final class Kinds {
  private Kinds() {}

  /** The kind that one of its words names, in the singular or the plural. */
  static Optional<Kind> named(String typed) {
    String word = typed.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(Kind.values())
        .filter(kind -> words(kind).stream().anyMatch(w -> word.equals(w) || word.equals(w + "s")))
        .findFirst();
  }

  static String key(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** What one of the kind is. */
  static String label(Kind kind) {
    return kind.name().charAt(0) + key(kind).substring(1);
  }

  /** What several of the kind are. */
  static String heading(Kind kind) {
    return switch (kind) {
      case COURSE -> "Courses";
      case PLATFORM -> "Platforms";
      case BOOK -> "Books";
      case ARTICLE -> "Articles";
      case PRACTICE -> "Practice";
      case PROJECT -> "Projects";
      case BLOG -> "Blogs and channels";
    };
  }

  /** What people call one of the kind. */
  static List<String> words(Kind kind) {
    return switch (kind) {
      case COURSE -> List.of("course", "class", "lecture");
      case PLATFORM -> List.of("platform", "site");
      case BOOK -> List.of("book");
      case ARTICLE -> List.of("article", "reading", "link");
      case PRACTICE -> List.of("practice", "lab", "exercise");
      case PROJECT -> List.of("project", "capstone");
      case BLOG -> List.of("blog", "channel", "newsletter");
    };
  }
}
