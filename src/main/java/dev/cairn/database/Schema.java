package dev.cairn.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/** The tables, and the migrations that made them. */
final class Schema {
  private Schema() {}

  /** Brings the tables up to date and tells their version. */
  static String migrate(DataSource pool) {
    try {
      Flyway flyway =
          Flyway.configure(Schema.class.getClassLoader())
              .dataSource(pool)
              .locations("classpath:db/migration")
              .failOnMissingLocations(true)
              .load();
      MigrateResult migrated = flyway.migrate();
      return migrated.targetSchemaVersion == null
          ? migrated.initialSchemaVersion
          : migrated.targetSchemaVersion;
    } catch (FlywayException e) {
      String told = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new DatabaseException("cannot bring the database up to date: " + told, e);
    }
  }
}
