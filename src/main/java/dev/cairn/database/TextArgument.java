package dev.cairn.database;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Texts without the character NUL, which H2 keeps and PostgreSQL refuses. */
final class TextArgument extends AbstractArgumentFactory<String> {
  private static final String NUL = "\0";

  TextArgument() {
    super(Types.VARCHAR);
  }

  /** The text as either database keeps it. */
  static String storable(String text) {
    return text.replace(NUL, "");
  }

  @Override
  protected Argument build(String value, ConfigRegistry config) {
    return (position, statement, context) -> statement.setString(position, storable(value));
  }
}
