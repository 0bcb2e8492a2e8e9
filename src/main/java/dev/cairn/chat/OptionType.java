package dev.cairn.chat;

import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What an option takes. Each platform derives its own form of it; {@link Value} is what comes of
 * it.
 *
 * @param <T> what a handler gets of it
 */
public sealed interface OptionType<T> {

  /**
   * The value of such an option as a handler wants it.
   *
   * @throws ClassCastException when it is of an option of another type
   */
  T of(Value value);

  /**
   * Free text.
   *
   * @param maxLength in characters (code points: an emoji is one), at least 1
   */
  record Text(int maxLength) implements OptionType<String> {
    @Override
    public String of(Value value) {
      return ((Value.Text) value).value();
    }
  }

  /** A whole number between two bounds, both inclusive. */
  record Whole(long min, long max) implements OptionType<Long> {
    @Override
    public Long of(Value value) {
      return ((Value.Whole) value).value();
    }
  }

  /** One of a few fixed values. */
  record Choice(List<ChoiceValue> values) implements OptionType<String> {
    public Choice {
      values = List.copyOf(values);
    }

    @Override
    public String of(Value value) {
      return ((Value.Text) value).value();
    }

    /** Choices that are shown as they are written. */
    public static Choice of(String... values) {
      return new Choice(Arrays.stream(values).map(v -> new ChoiceValue(v, v)).toList());
    }
  }

  /** Yes or no. */
  record Flag() implements OptionType<Boolean> {
    @Override
    public Boolean of(Value value) {
      return ((Value.Flag) value).value();
    }
  }

  /** A calendar date, written {@code 2026-01-31}. */
  record Date() implements OptionType<LocalDate> {
    @Override
    public LocalDate of(Value value) {
      return ((Value.Date) value).value();
    }
  }

  /** A member of the community. */
  record Member() implements OptionType<Account> {
    @Override
    public Account of(Value value) {
      return ((Value.Member) value).account();
    }
  }

  /**
   * A channel of the community.
   *
   * @param forums whether a forum will do, too, where the platform has them
   */
  record Channel(boolean forums) implements OptionType<Value.Channel> {
    /** A channel that is read from top to bottom. */
    public Channel() {
      this(false);
    }

    @Override
    public Value.Channel of(Value value) {
      return (Value.Channel) value;
    }
  }

  /** A role that members can have; by its name where the platform has no list to pick from. */
  record Role() implements OptionType<Value.Role> {
    @Override
    public Value.Role of(Value value) {
      return (Value.Role) value;
    }
  }

  /** An http or https address. */
  record Url() implements OptionType<URI> {
    @Override
    public URI of(Value value) {
      return ((Value.Url) value).value();
    }
  }

  /**
   * One value of a {@link Choice}.
   *
   * @param value what is typed and stored
   * @param label what is shown
   */
  record ChoiceValue(String value, String label) {}
}
