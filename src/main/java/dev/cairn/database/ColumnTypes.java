package dev.cairn.database;

import dev.cairn.domain.CommunityId;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.MemberId;
import java.lang.reflect.Type;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.array.SqlArrayType;
import org.jdbi.v3.core.array.SqlArrayTypeFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/**
 * How our types are stored, said once.
 *
 * <p>Moments and dates go as java.time all the way: through the java.sql types they would be read
 * in the machine's own zone. Moments are cut off at the microsecond, which databases would round. A
 * date before the year 1, {@link LocalDate#MIN} for example, is stored as the first that both
 * databases know.
 */
final class ColumnTypes {
  private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

  private static final String NUL = "\0";

  private ColumnTypes() {}

  static Jdbi registerOn(Jdbi jdbi) {
    id(jdbi, CommunityId.class, CommunityId::value, CommunityId::new);
    id(jdbi, MemberId.class, MemberId::value, MemberId::new);
    id(jdbi, GroupId.class, GroupId::value, GroupId::new);
    return jdbi.registerArgument(
            argument(Instant.class, Types.TIMESTAMP_WITH_TIMEZONE, ColumnTypes::stored))
        .registerArgument(argument(LocalDate.class, Types.DATE, ColumnTypes::stored))
        .registerArgument(argument(String.class, Types.VARCHAR, ColumnTypes::storable))
        .registerArgument(argument(ZoneId.class, Types.VARCHAR, ZoneId::getId))
        .registerColumnMapper(
            Instant.class,
            (row, column, context) -> {
              OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
              return value == null ? null : value.toInstant();
            })
        .registerColumnMapper(
            LocalDate.class, (row, column, context) -> row.getObject(column, LocalDate.class))
        .registerColumnMapper(
            LocalTime.class, (row, column, context) -> row.getObject(column, LocalTime.class))
        .registerColumnMapper(
            ZoneId.class,
            (row, column, context) -> {
              String value = row.getString(column);
              return value == null ? null : ZoneId.of(value);
            });
  }

  /** A text as either database keeps it: without the character NUL, which PostgreSQL refuses. */
  static String storable(String text) {
    return text.replace(NUL, "");
  }

  private static OffsetDateTime stored(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static LocalDate stored(LocalDate date) {
    return date.isBefore(EARLIEST) ? EARLIEST : date;
  }

  private static <T> void id(
      Jdbi jdbi, Class<T> type, ToLongFunction<T> value, LongFunction<T> reader) {
    SqlArrayTypeFactory array =
        (element, config) ->
            element == type
                ? Optional.of(SqlArrayType.of("bigint", (T id) -> value.applyAsLong(id)))
                : Optional.empty();
    jdbi.registerArgument(argument(type, Types.BIGINT, value::applyAsLong))
        .registerArrayType(array)
        .registerColumnMapper(
            type,
            (row, column, context) -> {
              long stored = row.getLong(column);
              return row.wasNull() ? null : reader.apply(stored);
            });
  }

  private static <T> ArgumentFactory argument(
      Class<T> type, int sqlType, Function<T, Object> stored) {
    return new StoredAs<>(type, sqlType, stored);
  }

  /**
   * Stores every value of a type, those of its subtypes included, as another type. It is of the
   * kind that Jdbi asks before its own.
   */
  private record StoredAs<T>(Class<T> type, int sqlType, Function<T, Object> stored)
      implements ArgumentFactory.Preparable {

    @Override
    public Optional<Function<Object, Argument>> prepare(Type declared, ConfigRegistry config) {
      return declared instanceof Class<?> given && type.isAssignableFrom(given)
          ? Optional.of(this::argument)
          : Optional.empty();
    }

    private Argument argument(@Nullable Object value) {
      return value == null
          ? (position, statement, context) -> statement.setNull(position, sqlType)
          : (position, statement, context) ->
              statement.setObject(position, stored.apply(type.cast(value)));
    }
  }
}
