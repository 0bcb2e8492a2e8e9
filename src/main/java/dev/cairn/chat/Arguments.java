package dev.cairn.chat;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values given to a command, by option name, each of the type that its option has.
 *
 * @param values in the order they were given
 */
public record Arguments(Map<String, Value> values) {

  public static final Arguments NONE = new Arguments(Map.of());

  public Arguments {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Whether this option was given. */
  public boolean has(String option) {
    return values.containsKey(option);
  }

  /** Whether this option was given. */
  public boolean has(Option<?> option) {
    return has(option.name());
  }

  /** What was given, if anything. */
  public <T> Optional<T> get(Option<T> option) {
    return Optional.ofNullable(values.get(option.name())).map(option.type()::of);
  }

  /** What was given for a required option. */
  public <T> T required(Option<T> option) {
    return get(option)
        .orElseThrow(() -> new IllegalStateException("missing option " + option.name()));
  }

  /** Whether this flag was given as true. */
  public boolean isSet(Option<Boolean> option) {
    return get(option).orElse(false);
  }

  /** The text or choice given, if any. */
  public Optional<String> text(String option) {
    return get(option, Value.Text.class).map(Value.Text::value);
  }

  /** The text or choice of a required option. */
  public String requiredText(String option) {
    return text(option).orElseThrow(() -> new IllegalStateException("missing option " + option));
  }

  /** The whole number given, if any. */
  public Optional<Long> whole(String option) {
    return get(option, Value.Whole.class).map(Value.Whole::value);
  }

  /** Whether this flag was given as true. */
  public boolean flag(String option) {
    return get(option, Value.Flag.class).map(Value.Flag::value).orElse(false);
  }

  /** The date given, if any. */
  public Optional<LocalDate> date(String option) {
    return get(option, Value.Date.class).map(Value.Date::value);
  }

  /** The member given, if any. */
  public Optional<Account> member(String option) {
    return get(option, Value.Member.class).map(Value.Member::account);
  }

  /** The channel given, if any. */
  public Optional<Value.Channel> channel(String option) {
    return get(option, Value.Channel.class);
  }

  /** The role given, if any. */
  public Optional<Value.Role> role(String option) {
    return get(option, Value.Role.class);
  }

  /** The address given, if any. */
  public Optional<URI> url(String option) {
    return get(option, Value.Url.class).map(Value.Url::value);
  }

  private <V extends Value> Optional<V> get(String option, Class<V> type) {
    return Optional.ofNullable(values.get(option)).map(type::cast);
  }
}
