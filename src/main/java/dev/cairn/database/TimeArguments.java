package dev.cairn.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jspecify.annotations.Nullable;

/**
 * Moments and dates as java.time all the way: going through java.sql types would read them in the
 * machine's own zone.
 */
final class TimeArguments {
  static final ColumnMapper<Instant> INSTANT =
      (row, column, context) -> {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
      };
  static final ColumnMapper<LocalDate> LOCAL_DATE =
      (row, column, context) -> row.getObject(column, LocalDate.class);

  private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

  private TimeArguments() {}

  /** The date, or the earliest that both databases know: {@link LocalDate#MIN} is beyond either. */
  static LocalDate storable(LocalDate date) {
    return date.isBefore(EARLIEST) ? EARLIEST : date;
  }

  /** A moment that is never null. */
  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** A moment that may be null. */
  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** A date that is never null. */
  static LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(position, value.atOffset(ZoneOffset.UTC));
    }
  }

  static final class LocalDateArgument extends AbstractArgumentFactory<LocalDate> {
    LocalDateArgument() {
      super(Types.DATE);
    }

    @Override
    protected Argument build(LocalDate value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, value);
    }
  }
}
