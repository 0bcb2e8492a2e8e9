package dev.cairn.database.statement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.array.SqlArrayType;
import org.jdbi.v3.core.array.SqlArrayTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jspecify.annotations.Nullable;

/**
 * How Jdbi stores and reads types, asked once: each of its statements begins with settings of its
 * own, which have forgotten what earlier statements looked up.
 */
public final class KnownTypes {
  private final Arguments arguments;
  private final SqlArrayTypes arrays;
  private final ColumnMappers columns;
  private final Map<Class<?>, Function<Object, Argument>> storing = new ConcurrentHashMap<>();
  private final Map<Class<?>, SqlArrayType<?>> storingArrays = new ConcurrentHashMap<>();
  private final Map<Class<?>, ColumnMapper<?>> reading = new ConcurrentHashMap<>();

  /** What is registered there by now. */
  public KnownTypes(Jdbi jdbi) {
    arguments = jdbi.getConfig(Arguments.class);
    arrays = jdbi.getConfig(SqlArrayTypes.class);
    columns = jdbi.getConfig(ColumnMappers.class);
  }

  /**
   * A value as it is stored.
   *
   * @throws IllegalArgumentException when nothing is registered that stores it
   */
  public Argument argument(@Nullable Object value) {
    return value == null
        ? arguments.getUntypedNullArgument()
        : storing.computeIfAbsent(value.getClass(), this::storing).apply(value);
  }

  private Function<Object, Argument> storing(Class<?> type) {
    if (Enum.class.isAssignableFrom(type)) {
      // Jdbi would look up for each value that it is stored by its name.
      return value ->
          (position, statement, context) -> statement.setString(position, ((Enum<?>) value).name());
    }
    return arguments
        .prepareFor(type)
        .orElse(value ->
            arguments
                .findFor(type, value)
                .orElseThrow(() -> new IllegalArgumentException("no column stores a " + type)));
  }

  /**
   * Values as an array is stored.
   *
   * @throws IllegalArgumentException when nothing is registered that stores it
   */
  @SuppressWarnings("unchecked")
  public <T> Argument array(Class<T> type, List<T> values) {
    SqlArrayType<T> array =
        (SqlArrayType<T>) storingArrays.computeIfAbsent(type, this::storingArray);
    Object[] stored = values.stream().map(array::convertArrayElement).toArray();
    return (position, statement, context) ->
        statement.setArray(
            position, statement.getConnection().createArrayOf(array.getTypeName(), stored));
  }

  private SqlArrayType<?> storingArray(Class<?> type) {
    return arrays
        .findFor(type)
        .orElseThrow(() -> new IllegalArgumentException("no array stores a " + type));
  }

  /**
   * What reads a column as a type.
   *
   * @throws IllegalArgumentException when nothing is registered that does
   */
  @SuppressWarnings("unchecked")
  public <T> ColumnMapper<T> mapper(Class<T> type) {
    return (ColumnMapper<T>) reading.computeIfAbsent(type, this::reading);
  }

  private ColumnMapper<?> reading(Class<?> type) {
    Optional<? extends ColumnMapper<?>> mapper = columns.findFor(type);
    return mapper.orElseThrow(() -> new IllegalArgumentException("no column holds a " + type));
  }
}
