package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.TestConversation;
import dev.cairn.config.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of H2's file. */
final class H2FileTest {
  private static final int COMMITS = 120;
  private static final int MEMBERS = 100;

  @TempDir private Path folder;

  private static String url(Path file) {
    return "jdbc:h2:file:" + file.toString().replaceFirst("\\.mv\\.db$", "");
  }

  private static Database open(Path file) {
    return Database.open(new DatabaseSettings(url(file), "", ""));
  }

  private static int newest(Path file) {
    try (Database database = open(file)) {
      return database.read(
          handle -> handle.createQuery("select max(id) from mark").mapTo(Integer.class).one());
    }
  }

  private static void mark(Database database, int id) {
    database.write(
        handle -> handle.execute("insert into mark values (?, ?)", id, "x".repeat(id * 97 % 5000)));
  }

  /** How many members can be asked for their streak, and have one. */
  private static int standing(Database database) {
    TestConversation lab = new TestConversation(database).at("2026-01-01T10:00:00Z");
    return (int)
        IntStream.range(0, MEMBERS)
            .filter(member ->
                Integer.valueOf(1).equals(lab.facts("member-" + member, "/streak").get("streak")))
            .count();
  }

  /**
   * A copy of the file of an open database is what a crash at that moment would leave. H2 2.5.252
   * loses some of the commits; one that does is not to be used.
   */
  @Test
  void aCrashLosesNoCommit() throws IOException {
    Path file = folder.resolve("open.mv.db");
    List<Path> crashes = new ArrayList<>();
    // Space is used again at once, for which H2 otherwise waits 45 s.
    try (Database database =
        Database.open(new DatabaseSettings(url(file) + ";RETENTION_TIME=0", "", ""))) {
      database.write(handle -> handle.execute("create table mark (id int, text varchar)"));
      for (int commit = 1; commit <= COMMITS; commit++) {
        mark(database, commit);
        crashes.add(Files.copy(file, folder.resolve(commit + ".mv.db")));
      }
    }
    List<Integer> lost = new ArrayList<>();
    for (int commit = 1; commit <= COMMITS; commit++) {
      if (newest(crashes.get(commit - 1)) != commit) {
        lost.add(commit);
      }
    }
    assertThat(lost).isEmpty();
  }

  /**
   * H2 may leave room behind what it needs; a file that only lost some of that is whole. So each is
   * refused and left as it is, or has everything.
   */
  @Test
  void oneWhoseEndIsMissingIsRefused() throws IOException {
    Path file = folder.resolve("whole.mv.db");
    try (Database database = open(file)) {
      TestConversation lab = new TestConversation(database).at("2026-01-01T09:00:00Z");
      for (int member = 0; member < MEMBERS; member++) {
        lab.say("member-" + member, "/done note:\"" + "x".repeat(1 + member * 9) + "\"");
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    int refused = 0;
    for (int length = 0; length < bytes.length; length += 1 + bytes.length / 40) {
      Path cut = Files.write(folder.resolve("cut.mv.db"), Arrays.copyOf(bytes, length));
      try (Database database = open(cut)) {
        assertThat(standing(database))
            .as("cut to %d of %d", length, bytes.length)
            .isEqualTo(MEMBERS);
      } catch (DatabaseException e) {
        refused++;
        assertThat(e).hasMessageContaining("restore a backup");
        assertThat(Files.size(cut)).as("left as it is").isEqualTo(length);
      }
    }
    assertThat(refused).as("cuts that were refused").isPositive();
    try (Database database = open(file)) {
      assertThat(standing(database)).isEqualTo(MEMBERS);
    }
  }

  /**
   * So is one that crashed before it was cut, unless only its newest moments are missing. What it
   * was when it was last closed in order it still has.
   */
  @Test
  void neitherDoesOneThatCrashedOpenAsAnEmptyOne() throws IOException {
    Path file = folder.resolve("open.mv.db");
    Path crashed = folder.resolve("crashed.mv.db");
    try (Database database = open(file)) {
      database.write(handle -> handle.execute("create table mark (id int, text varchar)"));
      for (int commit = 1; commit <= COMMITS; commit++) {
        mark(database, commit);
      }
    }
    try (Database database = open(file)) {
      for (int commit = COMMITS + 1; commit <= COMMITS * 2; commit++) {
        mark(database, commit);
      }
      Files.copy(file, crashed);
    }
    byte[] bytes = Files.readAllBytes(crashed);
    assertThat(newest(crashed)).isEqualTo(COMMITS * 2);
    for (int length = 0; length < bytes.length; length += 1 + bytes.length / 40) {
      Path cut = Files.write(folder.resolve("cut.mv.db"), Arrays.copyOf(bytes, length));
      try {
        assertThat(newest(cut))
            .as("cut to %d of %d", length, bytes.length)
            .isGreaterThan(COMMITS - 32);
      } catch (DatabaseException refused) {
        assertThat(refused).hasMessageContaining("restore a backup");
      }
    }
  }

  @Test
  void aFileMayCrashAsSoonAsItIsMade() throws IOException {
    Path file = folder.resolve("young.mv.db");
    List<Path> crashes = new ArrayList<>();
    try (Database database = open(file)) {
      for (int commit = 1; commit <= 5; commit++) {
        TestConversation lab = new TestConversation(database).at("2026-01-01T09:00:00Z");
        lab.say("member-" + commit, "/done");
        crashes.add(Files.copy(file, folder.resolve("young-" + commit + ".mv.db")));
      }
    }
    for (Path crash : crashes) {
      open(crash).close();
    }
  }

  @Test
  void whatIsNoFileIsNoneOfItsBusiness() throws IOException {
    H2File.requireWhole("jdbc:h2:mem:lab");
    H2File.requireWhole("jdbc:h2:tcp://localhost/lab");
    H2File.requireWhole(url(folder.resolve("nowhere.mv.db")));
    assertThat(folder.resolve("nowhere.mv.db")).doesNotExist();
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.mv.db"), "a shopping list\n");
    assertThatThrownBy(() -> open(text))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining(text.toString());
    assertThat(text).hasContent("a shopping list\n");
  }
}
