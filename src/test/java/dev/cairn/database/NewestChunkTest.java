package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.config.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the file of an open database is what a crash at that moment would leave. */
class NewestChunkTest {
  private static final int COMMITS = 60;

  @TempDir private static Path folder = Path.of("");

  /** Copies of the file, the nth after n commits. */
  private static final List<Path> CRASHES = new ArrayList<>();

  @BeforeAll
  static void crashAfterEachCommit() throws IOException {
    Path file = folder.resolve("open.mv.db");
    // Space is used again at once, for which H2 otherwise waits 45 s.
    try (Database database = open(url(file) + ";RETENTION_TIME=0")) {
      database.write(
          () ->
              database.with(handle -> handle.execute("create table mark (id int, text varchar)")));
      for (int commit = 1; commit <= COMMITS; commit++) {
        int id = commit;
        database.write(
            () ->
                database.with(
                    handle ->
                        handle.execute(
                            "insert into mark values (?, ?)", id, "x".repeat(id * 97 % 5000))));
        CRASHES.add(Files.copy(file, folder.resolve(commit + ".mv.db")));
      }
    }
  }

  /** When H2 loses none, there is nothing left to mend, and this class can go. */
  @Test
  void h2AloneLosesCommits() throws Exception {
    assertThat(lost(crash -> false)).isNotEmpty();
  }

  @Test
  void noCommitIsLost() throws Exception {
    assertThat(lost(crash -> true)).isEmpty();
  }

  @Test
  void whatIsInOrderIsLeftAlone() throws Exception {
    Path file = folder.resolve("closed.mv.db");
    try (Connection connection = DriverManager.getConnection(url(file), "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute("create table mark (id int)");
      byte[] open = Files.readAllBytes(file);
      NewestChunk.lead(url(file));
      assertThat(Files.readAllBytes(file)).as("open in this process").isEqualTo(open);
    }
    byte[] closed = Files.readAllBytes(file);
    NewestChunk.lead(url(file) + ";WRITE_DELAY=0");
    assertThat(Files.readAllBytes(file)).isEqualTo(closed);
  }

  @Test
  void aFileMayCrashAsSoonAsItIsMade() throws Exception {
    Path file = folder.resolve("young.mv.db");
    String url = url(file) + ";DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0";
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute("create table mark (id int)");
      for (int commit = 1; commit <= COMMITS; commit++) {
        statement.execute("insert into mark values (" + commit + ")");
        statement.execute("checkpoint sync");
        Path crash = Files.copy(file, folder.resolve("young-" + commit + ".mv.db"));
        NewestChunk.lead(url(crash));
        assertThat(newest(crash)).isEqualTo(commit);
      }
    }
  }

  @Test
  void whatIsNoFileOfH2IsLeftAlone() throws Exception {
    NewestChunk.lead("jdbc:h2:mem:lab");
    NewestChunk.lead("jdbc:h2:tcp://localhost/lab");
    NewestChunk.lead(url(folder.resolve("nowhere.mv.db")));
    assertThat(folder.resolve("nowhere.mv.db")).doesNotExist();
    Path text = Files.writeString(folder.resolve("text.mv.db"), "chunk:1,len:ffffff,version:2\n");
    NewestChunk.lead(url(text));
    assertThat(text).hasContent("chunk:1,len:ffffff,version:2\n");
    Path empty = Files.createFile(folder.resolve("empty.mv.db"));
    NewestChunk.lead(url(empty));
    assertThat(empty).isEmptyFile();
  }

  @Test
  void isDoneWheneverADatabaseIsOpened() throws Exception {
    int commits = lost(crash -> false).getFirst();
    Path crash = Files.copy(CRASHES.get(commits - 1), folder.resolve("opened.mv.db"));
    try (Database database = open(url(crash))) {
      assertThat(
              database.<Integer>with(
                  handle ->
                      handle.createQuery("select max(id) from mark").mapTo(Integer.class).one()))
          .isEqualTo(commits);
    }
  }

  private static Database open(String url) {
    return Database.open(new DatabaseSettings(url, "", ""));
  }

  /** The commits after which a crash loses some. */
  private static List<Integer> lost(Predicate<Path> isMended) throws Exception {
    List<Integer> lost = new ArrayList<>();
    for (int commits = 1; commits <= COMMITS; commits++) {
      Path crash = folder.resolve("again.mv.db");
      Files.deleteIfExists(crash);
      Files.copy(CRASHES.get(commits - 1), crash);
      if (isMended.test(crash)) {
        NewestChunk.lead(url(crash));
      }
      if (newest(crash) != commits) {
        lost.add(commits);
      }
    }
    return lost;
  }

  /** The newest commit in a file, none where the table itself was lost. */
  private static int newest(Path file) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url(file) + ";DATABASE_TO_LOWER=TRUE", "sa", "");
        Statement statement = connection.createStatement()) {
      return exists(statement) ? number(statement, "select max(id) from mark") : 0;
    }
  }

  private static boolean exists(Statement statement) throws SQLException {
    return number(
            statement, "select count(*) from information_schema.tables where table_name = 'mark'")
        > 0;
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet one = statement.executeQuery(sql)) {
      one.next();
      return one.getInt(1);
    }
  }

  private static String url(Path file) {
    return "jdbc:h2:file:" + file.toString().replaceFirst("\\.mv\\.db$", "");
  }
}
