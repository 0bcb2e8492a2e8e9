package dev.cairn.database;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMappers;

/**
 * How Jdbi stores and reads types, asked once: each of its statements begins with settings of its
 * own, which have forgotten what earlier statements looked up.
 */
final class KnownTypes {
  private final Arguments arguments;
  private final ColumnMappers columns;
  private final Map<Class<?>, Function<Object, Argument>> storing = new ConcurrentHashMap<>();
  private final Map<Class<?>, ColumnMapper<?>> reading = new ConcurrentHashMap<>();

  /** What is registered there by now. */
  KnownTypes(Jdbi jdbi) {
    arguments = jdbi.getConfig(Arguments.class);
    columns = jdbi.getConfig(ColumnMappers.class);
  }

  /**
   * A value as it is stored.
   *
   * @throws IllegalArgumentException when nothing is registered that stores it
   */
  Argument argument(Object value) {
    return storing.computeIfAbsent(value.getClass(), this::storing).apply(value);
  }

  private Function<Object, Argument> storing(Class<?> type) {
    return arguments
        .prepareFor(type)
        .orElse(value ->
            arguments
                .findFor(type, value)
                .orElseThrow(() -> new IllegalArgumentException("no column stores a " + type)));
  }

  /**
   * What reads a column as a type.
   *
   * @throws IllegalArgumentException when nothing is registered that does
   */
  @SuppressWarnings("unchecked")
  <T> ColumnMapper<T> mapper(Class<T> type) {
    return (ColumnMapper<T>) reading.computeIfAbsent(type, this::reading);
  }

  private ColumnMapper<?> reading(Class<?> type) {
    Optional<? extends ColumnMapper<?>> mapper = columns.findFor(type);
    return mapper.orElseThrow(() -> new IllegalArgumentException("no column holds a " + type));
  }
}
