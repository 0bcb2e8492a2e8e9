package dev.cairn.feature.audit;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an action can be undone, as it is kept with it.
 *
 * @param kind of action: names the {@link Undoer}
 * @param detail what the undoer has to know of it, such as what there was before
 */
public record Undo(String kind, Map<String, String> detail) {
  private static final String NEVER = "never";
  private static final String WHY = "why";

  public Undo {
    detail = Collections.unmodifiableMap(new TreeMap<>(detail));
  }

  /** An action of this kind. */
  public static Undo of(String kind) {
    return new Undo(kind, Map.of());
  }

  /**
   * An action that cannot be undone.
   *
   * @param why a sentence that tells why, and what can be done instead
   */
  public static Undo never(String why) {
    return of(NEVER).with(WHY, why);
  }

  /** The same with one more detail; null leaves it out. */
  public Undo with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    Map<String, String> more = new TreeMap<>(detail);
    more.put(name, value.toString());
    return new Undo(kind, more);
  }

  /** The same with more details, each name beginning with this. */
  public Undo with(String prefix, Map<String, String> details) {
    Map<String, String> more = new TreeMap<>(detail);
    details.forEach((name, value) -> more.put(prefix + name, value));
    return new Undo(kind, more);
  }

  /** A detail. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(detail.get(name));
  }

  /** A detail that is always there. */
  public String get(String name) {
    return find(name).orElseThrow();
  }

  /** The details whose names begin with this, without it. */
  public Map<String, String> under(String prefix) {
    Map<String, String> found = new TreeMap<>();
    detail.forEach((name, value) -> {
      if (name.startsWith(prefix)) {
        found.put(name.substring(prefix.length()), value);
      }
    });
    return found;
  }

  /** Why it can never be undone; empty where it can. */
  Optional<String> neverBecause() {
    return kind.equals(NEVER) ? find(WHY) : Optional.empty();
  }
}
