package dev.cairn.feature.certification;

import dev.cairn.catalog.Certification.Level;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import java.util.Arrays;
import java.util.Locale;

/** The levels of certifications, as they are typed and shown. */
final class Levels {
  private Levels() {}

  static OptionType.Choice choice() {
    return new OptionType.Choice(
        Arrays.stream(Level.values())
            .map(level -> new ChoiceValue(key(level), heading(level)))
            .toList());
  }

  static Level of(String key) {
    return Level.valueOf(key.toUpperCase(Locale.ROOT));
  }

  static String key(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  static String heading(Level level) {
    return switch (level) {
      case BEGINNER -> "Beginner";
      case INTERMEDIATE -> "Intermediate";
      case ADVANCED -> "Advanced";
      case UNRATED -> "Any level";
    };
  }
}
