package dev.cairn.config;

/**
 * The database.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 * @param user empty where the URL says it, or none is needed
 * @param password a secret
 */
public record DatabaseSettings(String url, String user, String password) {

  /** A fresh database in memory, gone when it is closed. */
  public static DatabaseSettings inMemory(String name) {
    return new DatabaseSettings("jdbc:h2:mem:" + name, "", "");
  }

  /** A fresh database in a temporary file, gone when it is closed or the process ends. */
  public static DatabaseSettings temporary(String name) {
    return new DatabaseSettings("jdbc:h2:cairn-temporary:" + name, "", "");
  }

  @Override
  public String toString() {
    // Neither the password nor the URL, which may hold one.
    return "DatabaseSettings[user=" + user + "]";
  }
}
