package dev.cairn.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.database.Backup;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseException;
import dev.cairn.database.People;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An H2 database whose URL names its user and their password. */
final class PasswordInUrlTest {
  private static final String PASSWORD = "sesame77";

  @TempDir private Path folder;

  private DatabaseSettings settings(String name, String more) {
    return new DatabaseSettings("jdbc:h2:file:" + folder.resolve(name) + more, "", "");
  }

  @Test
  void itIsOpenedBackedUpAndRestored() throws Exception {
    DatabaseSettings named = settings("one", ";USER=keeper;PASSWORD=" + PASSWORD);
    Path backup = folder.resolve("backup");
    for (int opened = 0; opened < 2; opened++) {
      try (Database database = Database.open(named)) {
        new People(database).here("asha" + opened);
      }
    }
    try (Database database = Database.open(named)) {
      assertThat(new Backup(database).write(backup)).isPositive();
    }
    try (Database other = Database.open(settings("other", ";user=keeper;password=" + PASSWORD))) {
      assertThat(new Backup(other).restore(backup)).isPositive();
    }
    // The same may be said twice.
    Database.open(new DatabaseSettings(named.url(), "keeper", PASSWORD)).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:port/cairn?user=keeper&password=sesame77",
        "jdbc:postgresql:/127.0.0.1/cairn?user=keeper&password=sesame77",
        "jdbc:postgres://127.0.0.1/cairn?user=keeper&password=sesame77"
      })
  void aWrongUrlIsNotRepeated(String url) {
    assertThatThrownBy(() -> Database.open(new DatabaseSettings(url, "", "")))
        .isInstanceOf(DatabaseException.class)
        .satisfies(PasswordInUrlTest::assertTellsNoPassword);
  }

  private static void assertTellsNoPassword(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain("sesame77", "wrong77", "other77");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', ;USER=keeper;PASSWORD=wrong77",
    "keeper, other77, ;USER=keeper;PASSWORD=sesame77",
    "somebody, sesame77, ;USER=keeper;PASSWORD=sesame77",
    "'', '', ;USER=keeper;PASSWORD=sesame77;NO_SUCH=1",
    "'', '', ;USER=keeper;PASSWORD=sesame77;nonsense",
    "'', '', ;USER=keeper;PASSWORD=sesame77;PASSWORD=wrong77",
  })
  void whatCannotBeOpenedIsRefusedWithoutThePassword(String user, String password, String more) {
    Database.open(settings("one", ";USER=keeper;PASSWORD=" + PASSWORD)).close();
    DatabaseSettings settings = new DatabaseSettings(settings("one", more).url(), user, password);
    assertThatThrownBy(() -> Database.open(settings))
        .isInstanceOf(DatabaseException.class)
        .satisfies(PasswordInUrlTest::assertTellsNoPassword);
  }
}
