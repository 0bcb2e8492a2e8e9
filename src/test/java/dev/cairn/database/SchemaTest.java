package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.config.DatabaseSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged program knows of the tables without asking Flyway. */
final class SchemaTest {
  @TempDir private static Path packaged;
  private static List<String> history = List.of();

  @TempDir private Path folder;

  @BeforeAll
  static void prepare() throws IOException {
    Schema.prepare(packaged.resolve("migrations"), packaged.resolve("database"));
    history = Files.readAllLines(packaged.resolve("migrations"));
  }

  @ParameterizedTest
  @EnumSource
  void knowsTheTablesThatTheMigrationsMake(DatabaseUnderTest kind) throws SQLException {
    try (Database database = kind.open()) {
      assertThat(Schema.history(database.dataSource())).isEqualTo(history);
      assertThat(Schema.versionAfter(history, database.dataSource())).contains(database.version());
    }
  }

  /** Flyway then says what is wrong, or puts it right. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update flyway_schema_history set checksum = checksum + 1 where version = '7'",
        "update flyway_schema_history set checksum = null where version = '7'",
        "update flyway_schema_history set success = false where version = '7'",
        "update flyway_schema_history set script = 'other.sql' where version = '7'",
        "update flyway_schema_history set version = '9999' where version = '7'",
        "delete from flyway_schema_history where version = '7'",
        "delete from flyway_schema_history",
        "insert into flyway_schema_history select 9999, '9999', description, type, script, checksum,"
            + " installed_by, installed_on, execution_time, success from flyway_schema_history where"
            + " version = '7'",
        "drop table flyway_schema_history"
      })
  void leavesAnyOtherHistoryToFlyway(String damage) throws SQLException {
    try (Database database = DatabaseUnderTest.H2.open();
        Connection connection = database.dataSource().getConnection();
        java.sql.Statement statement = connection.createStatement()) {
      statement.execute(damage);

      assertThat(Schema.versionAfter(history, database.dataSource())).isEmpty();
    }
  }

  @Test
  void beginsWithTheTablesThatTheMigrationsMake() throws Exception {
    DatabaseSettings copied = at("copied/folder/cairn");
    begin(copied);
    assertThat(folder.resolve("copied/folder")).isDirectoryContaining("glob:**cairn.mv.db");
    List<String> copy = script(copied);

    assertThat(copy).isEqualTo(script(at("migrated/cairn")));
    assertThat(copy).hasSizeGreaterThan(history.size());
    try (var files = Files.list(folder.resolve("copied/folder"))) {
      assertThat(files).as("nothing is left beside it").hasSize(1);
    }
  }

  @Test
  void aTemporaryOneBeginsWithThemTooAndAnotherOfItsNameDoesNot() throws Exception {
    DatabaseSettings temporary = DatabaseSettings.temporary("begun");
    Files.copy(packaged.resolve("database"), folder.resolve("marked.mv.db"));
    try (Database marked = Database.open(at("marked"))) {
      marked.update("create table of_the_copy (id int)").execute();
    }

    Schema.begin(
        temporary, new ByteArrayInputStream(Files.readAllBytes(folder.resolve("marked.mv.db"))));

    assertThat(script(temporary)).anyMatch(line -> line.contains("of_the_copy"));
    assertThat(script(temporary)).noneMatch(line -> line.contains("of_the_copy"));
  }

  @Test
  void leavesADatabaseAsItIs() throws IOException {
    Files.writeString(folder.resolve("cairn.mv.db"), "of somebody");

    begin(at("cairn"));

    assertThat(folder.resolve("cairn.mv.db")).hasContent("of somebody");
  }

  /** Another user, a password and settings in the URL belong to the making of a database. */
  @Test
  void leavesItToH2WhereThereIsMoreToHeed() throws IOException {
    String url = at("cairn").url();
    for (DatabaseSettings more :
        List.of(
            new DatabaseSettings(url, "someone", ""),
            new DatabaseSettings(url, "", "secret"),
            new DatabaseSettings(url + ";CIPHER=AES", "", ""),
            DatabaseSettings.inMemory("cairn"),
            new DatabaseSettings("jdbc:postgresql://localhost/cairn", "", ""))) {
      begin(more);
    }

    assertThat(folder.resolve("cairn.mv.db")).doesNotExist();
    assertThat(H2File.of(DatabaseSettings.temporary("cairn").url())).isEmpty();
  }

  @Test
  void leavesItToH2ToSayThatAFolderCannotBeMade() throws IOException {
    Files.writeString(folder.resolve("file"), "no folder");

    begin(at("file/cairn"));

    assertThat(folder.resolve("file")).hasContent("no folder");
  }

  private DatabaseSettings at(String name) {
    return new DatabaseSettings("jdbc:h2:file:" + folder.resolve(name), "", "");
  }

  private void begin(DatabaseSettings settings) throws IOException {
    Schema.begin(
        settings, new ByteArrayInputStream(Files.readAllBytes(packaged.resolve("database"))));
  }

  /** All that makes a database again, without when it was made and the names that H2 invents. */
  private static List<String> script(DatabaseSettings settings) throws SQLException {
    try (Database database = Database.open(settings);
        Connection connection = database.dataSource().getConnection();
        java.sql.Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("script")) {
      List<String> script = new ArrayList<>();
      while (row.next()) {
        String line = row.getString(1);
        if (!line.startsWith("CREATE USER")) {
          script.add(
              line.replaceAll("TIMESTAMP '[^']*', [0-9]+, TRUE", "then, TRUE")
                  .replaceAll(
                      "\"(CONSTRAINT|CONSTRAINT_INDEX|PRIMARY_KEY)_[0-9A-F_]+\"", "\"$1\""));
        }
      }
      script.sort(null);
      return script;
    }
  }
}
