package dev.cairn.database.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.database.FullDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file in which rows are changed again and again. */
final class CompactionTest {
  private static final int ROWS = 1_000;
  private static final int COMMITS = 1_500;
  private static final int CHANGES = 100;
  private static final long SMALL = 256 << 10;
  private static final int MOST_STEPS = 1_000;

  @TempDir private Path folder;

  /** Space is used again at once, for which H2 otherwise waits 45 s. */
  private DataSource source(String scheme, String name) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:%s:%s;RETENTION_TIME=0;WRITE_DELAY=0;MAX_COMPACT_TIME=0"
            .formatted(scheme, folder.resolve(name)));
    return source;
  }

  private Path file(String name) {
    return folder.resolve(name + ".mv.db");
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long sum(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet sum = statement.executeQuery("select sum(changes) from page")) {
      assertThat(sum.next()).isTrue();
      return sum.getLong(1);
    }
  }

  private static void fill(DataSource source) throws SQLException {
    execute(source, "create table page (id int primary key, changes int, words varchar)");
    execute(
        source,
        "insert into page select x, 0, repeat('w', 500) from system_range(1, %d)".formatted(ROWS));
  }

  /** Somebody changes a row, in a transaction of its own. */
  private static void change(DataSource source, Random random) throws SQLException {
    execute(
        source, "update page set changes = changes + 1 where id = " + (1 + random.nextInt(ROWS)));
  }

  private static void fillAndChange(DataSource source) throws SQLException {
    fill(source);
    Random random = new Random(7);
    for (int commit = 0; commit < CHANGES; commit++) {
      change(source, random);
    }
  }

  private static void stepThrough(Compaction compaction) throws SQLException {
    int steps = 0;
    while (compaction.step()) {
      steps++;
      assertThat(steps).as("steps, of which each moves something").isLessThan(MOST_STEPS);
    }
  }

  private long sizeAfter(DataSource source, String name, Compaction compaction)
      throws SQLException, IOException {
    long size;
    try (Connection open = source.getConnection()) {
      Random random = new Random(7);
      fill(source);
      for (int commit = 1; commit <= COMMITS; commit++) {
        change(source, random);
        if (commit % 10 == 0) {
          compaction.step();
        }
      }
      assertThat(open.isValid(1)).isTrue();
      assertThat(sum(source)).isEqualTo(COMMITS);
      size = Files.size(file(name));
    }
    assertThat(sum(source)).as("after it was opened again").isEqualTo(COMMITS);
    return size;
  }

  @Test
  void theFileStaysSmall() throws Exception {
    DataSource left = source("file", "left");
    // One for which every file is small does nothing.
    long without = sizeAfter(left, "left", new Compaction(left, Long.MAX_VALUE));
    DataSource kept = source("file", "kept");
    long with = sizeAfter(kept, "kept", new Compaction(kept, SMALL));
    assertThat(with).isLessThan(without / 2);
  }

  @Test
  void aSmallFileIsLeftAsItIs() throws Exception {
    DataSource source = source("file", "small");
    try (Connection open = source.getConnection()) {
      fillAndChange(source);
      assertThat(new Compaction(source).step()).isFalse();
      assertThat(new Compaction(source, 1).step()).isTrue();
      assertThat(open.isValid(1)).isTrue();
    }
  }

  /** A copy of the file is what a crash at that moment would leave. */
  @Test
  void aCrashMeanwhileLosesNothing() throws Exception {
    DataSource source = source("file", "open");
    Compaction compaction = new Compaction(source, 1);
    List<String> crashes = new ArrayList<>();
    try (Connection open = source.getConnection()) {
      fill(source);
      Random random = new Random(7);
      for (int commit = 1; commit <= 300; commit++) {
        change(source, random);
        if (commit % 10 == 0 && compaction.step()) {
          Files.copy(file("open"), file("crash" + commit));
          crashes.add("crash" + commit);
        }
      }
      assertThat(open.isValid(1)).isTrue();
    }
    assertThat(crashes).hasSizeGreaterThan(10);
    for (String crash : crashes) {
      assertThat(sum(source("file", crash)))
          .isEqualTo(Long.parseLong(crash.substring("crash".length())));
    }
  }

  @Test
  void aFullDiskTakesNothingAway() throws Exception {
    FullDisk.register();
    DataSource source = source("full", "disk");
    Compaction compaction = new Compaction(source, 1);
    try (Connection open = source.getConnection()) {
      fillAndChange(source);
      FullDisk.setFull(true);
      assertThatThrownBy(() -> stepThrough(compaction)).isInstanceOf(SQLException.class);
      // H2 has closed itself, though its connection does not say so.
      assertThat(open.isClosed()).isFalse();
    } finally {
      FullDisk.setFull(false);
    }
    assertThat(sum(source)).isEqualTo(CHANGES);
    try (Connection open = source.getConnection()) {
      stepThrough(compaction);
      assertThat(open.isValid(1)).isTrue();
    }
    assertThat(sum(source)).isEqualTo(CHANGES);
  }
}
