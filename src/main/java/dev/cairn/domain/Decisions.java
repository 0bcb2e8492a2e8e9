package dev.cairn.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a community decided about a value, in the order in which it did. A decision holds from the
 * community's next study day on, but never for a day that has begun for whom it concerns.
 *
 * @param initial what holds before any decision
 * @param made oldest first
 */
public record Decisions<V>(V initial, List<Decision<V>> made) {
  public Decisions {
    made = List.copyOf(made);
  }

  /**
   * A decision.
   *
   * @param at when it was made; null where it holds from {@code from} for everybody
   * @param from the community's next study day then
   */
  public record Decision<V>(@Nullable Instant at, LocalDate from, V value) {}

  /** Nothing decided yet. */
  public static <V> Decisions<V> none(V initial) {
    return new Decisions<>(initial, List.of());
  }

  /** The same decisions, about a part of the value. */
  public <U> Decisions<U> map(Function<V, U> part) {
    return new Decisions<>(
        part.apply(initial),
        made.stream()
            .map(each -> new Decision<>(each.at(), each.from(), part.apply(each.value())))
            .toList());
  }

  /** What was decided last. */
  public V newest() {
    return made.isEmpty() ? initial : made.getLast().value();
  }

  /** What holds for the community itself, by its study day. */
  public Timeline<LocalDate, V> timeline() {
    return timeline((at, before) -> null);
  }

  /**
   * What holds for somebody whose days may be ahead of the community's.
   *
   * @param newestOpen the newest date that had begun for them when a decision was made, by what had
   *     been decided before; null where none had
   */
  public Timeline<LocalDate, V> timeline(
      BiFunction<Instant, Timeline<LocalDate, V>, @Nullable LocalDate> newestOpen) {
    Timeline<LocalDate, V> timeline = Timeline.of(initial);
    for (Decision<V> decision : made) {
      LocalDate from = decision.from();
      LocalDate open = decision.at() == null ? null : newestOpen.apply(decision.at(), timeline);
      if (open != null && !open.isBefore(from)) {
        from = open.plusDays(1);
      }
      timeline = timeline.with(from, decision.value());
    }
    return timeline;
  }
}
