package dev.cairn.database;

import java.nio.file.FileSystemException;
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
    if (told.startsWith("Duplicate property")) {
      return new DatabaseException(
          "the user of the database or their password is said twice and differs, in its URL and in CAIRN_DATABASE_USER and CAIRN_DATABASE_PASSWORD; say it in one place",
          cause);
    }
    // The JDK's own message of a file that cannot be had is often its name and nothing else.
    boolean bare =
        root instanceof FileSystemException file
            && file.getReason() == null
            && told.equals(file.getFile());
    return new DatabaseException(
        "cannot open the database: " + told + (bare ? " cannot be made or written" : ""), cause);
  }
}
