package dev.cairn.feature.topic;

import dev.cairn.catalog.JourneyDay;
import dev.cairn.chat.Action;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import java.util.Arrays;
import java.util.Locale;

/** A part of a day that opens on request. */
enum DayPart {
  EXPLAIN("Explain"),
  STEPS("Steps"),
  HINT("Hint"),
  DISCUSS("Discuss");

  /** One of them by its key. */
  static final OptionType.Choice TYPE =
      new OptionType.Choice(
          Arrays.stream(values()).map(part -> new ChoiceValue(part.key(), part.label)).toList());

  private final String label;

  DayPart(String label) {
    this.label = label;
  }

  /** The part with this key. */
  static DayPart ofKey(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  String label() {
    return label;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Opens it. */
  Action of(JourneyDay day) {
    return Action.of("topic").with("day", day.day()).with("part", key());
  }

  boolean isIn(JourneyDay day) {
    return switch (this) {
      case EXPLAIN -> day.explain() != null;
      case STEPS -> !day.steps().isEmpty();
      case HINT -> !day.hints().isEmpty();
      case DISCUSS -> true;
    };
  }
}
