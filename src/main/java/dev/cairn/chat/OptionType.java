package dev.cairn.chat;

import java.util.List;

/**
 * What an option takes. Each platform derives its own form of it; {@link Value} is what comes of
 * it.
 */
public sealed interface OptionType {

  /**
   * Free text.
   *
   * @param maxLength in characters (UTF-16), at least 1
   */
  record Text(int maxLength) implements OptionType {}

  /** A whole number between two bounds, both inclusive. */
  record Whole(long min, long max) implements OptionType {}

  /** One of a few fixed values. */
  record Choice(List<ChoiceValue> values) implements OptionType {
    public Choice {
      values = List.copyOf(values);
    }

    /** Choices that are shown as they are written. */
    public static Choice of(String... values) {
      return new Choice(java.util.Arrays.stream(values).map(v -> new ChoiceValue(v, v)).toList());
    }
  }

  /** Yes or no. */
  record Flag() implements OptionType {}

  /** A calendar date, written {@code 2026-01-31}. */
  record Date() implements OptionType {}

  /** A member of the community. */
  record Member() implements OptionType {}

  /** A channel of the community. */
  record Channel() implements OptionType {}

  /** A role that members can have; by its name where the platform has no list to pick from. */
  record Role() implements OptionType {}

  /** An http or https address. */
  record Url() implements OptionType {}

  /**
   * One value of a {@link Choice}.
   *
   * @param value what is typed and stored
   * @param label what is shown
   */
  record ChoiceValue(String value, String label) {}
}
