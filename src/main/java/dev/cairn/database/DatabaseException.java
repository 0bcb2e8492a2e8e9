package dev.cairn.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used. The message is one line that says what to do. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DatabaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static DatabaseException unreachable(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String told = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    if (told.contains("locked") || String.valueOf(cause.getMessage()).contains("already in use")) {
      return new DatabaseException(
          "the database is in use by another process; stop that one, or use PostgreSQL for several",
          cause);
    }
    return new DatabaseException("cannot open the database: " + told, cause);
  }
}
