package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.config.BackupSettings;
import dev.cairn.database.upkeep.DatabaseMove;
import dev.cairn.database.upkeep.ScheduledBackups;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ScheduledBackupsTest {
  private static final int QUESTIONS = 60;

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-03-01T03:00:00Z");

  private ScheduledBackups backups(Database database) {
    return new ScheduledBackups(
        database, new BackupSettings(folder.resolve("kept"), Duration.ofHours(24), 3), () -> now);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasBackedUpByTheClockIsRestoredIntoEitherDatabase(DatabaseUnderTest under)
      throws IOException {
    try (Database lived = under.open()) {
      RandomConversation conversation = new RandomConversation(lived, new Random(3));
      conversation.run(200);
      Path backup = backups(lived).run().orElseThrow();
      List<String> before = RandomConversation.answers(lived, conversation.now(), QUESTIONS, 4);
      for (DatabaseUnderTest other : DatabaseUnderTest.values()) {
        try (Database restored = other.open()) {
          new Backup(restored).restore(backup);
          assertThat(RandomConversation.answers(restored, conversation.now(), QUESTIONS, 4))
              .isEqualTo(before);
          assertThat(new Backup(restored).orphans()).isEmpty();
        }
      }
    }
  }

  @Test
  void oneIsMadeADayAndTheNewestAreKept() throws IOException {
    try (Database database = DatabaseUnderTest.H2.open()) {
      ScheduledBackups backups = backups(database);
      assertThat(backups.run()).isPresent();
      now = now.plus(Duration.ofHours(23));
      assertThat(backups.run()).as("not due").isEmpty();
      for (int day = 0; day < 4; day++) {
        now = now.plus(Duration.ofHours(24));
        assertThat(backups.run()).isPresent();
      }
      Files.writeString(folder.resolve("kept/cairn-notes.jsonl.gz"), "somebody's own");
      now = now.plus(Duration.ofHours(24));
      assertThat(backups(database).run()).as("after a restart, too").isPresent();
      assertThat(files())
          .containsExactly(
              "cairn-2026-03-05T02-00-00Z.jsonl.gz",
              "cairn-2026-03-06T02-00-00Z.jsonl.gz",
              "cairn-2026-03-07T02-00-00Z.jsonl.gz",
              "cairn-notes.jsonl.gz");
    }
  }

  @Test
  void oneThatWasInterruptedIsNoBackupAndDoesNotStandInTheWay() throws IOException {
    try (Database database = DatabaseUnderTest.H2.open()) {
      Files.createDirectories(folder.resolve("kept"));
      Files.writeString(
          folder.resolve("kept/cairn-2026-03-01T03-00-00Z.jsonl.gz.unfinished"), "half");
      assertThat(backups(database).run()).isPresent();
      assertThat(files()).containsExactly("cairn-2026-03-01T03-00-00Z.jsonl.gz");
    }
  }

  @Test
  void whatAProcessLeftThatEndedWhileItWroteIsClearedLater() throws IOException {
    try (Database database = DatabaseUnderTest.H2.open()) {
      Files.createDirectories(folder.resolve("kept"));
      Files.writeString(
          folder.resolve("kept/cairn-2026-02-27T03-00-00Z.jsonl.gz.unfinished"), "half");
      Files.writeString(folder.resolve("kept/novel.unfinished"), "somebody's own");
      assertThat(backups(database).run()).isPresent();
      assertThat(files())
          .containsExactly("cairn-2026-03-01T03-00-00Z.jsonl.gz", "novel.unfinished");
    }
  }

  @Test
  void aClockThatWasPutBackEndsNoBackups() throws IOException {
    try (Database database = DatabaseUnderTest.H2.open()) {
      Instant today = now;
      ScheduledBackups backups = backups(database);
      now = today.plus(Duration.ofDays(4000));
      for (int day = 0; day < 3; day++) {
        now = now.plus(Duration.ofHours(24));
        assertThat(backups.run()).isPresent();
      }

      now = today;
      assertThat(backups.run()).isPresent();
      assertThat(backups.newest()).contains(today);
      now = now.plus(Duration.ofHours(1));
      assertThat(backups.run()).as("not due").isEmpty();
      for (int day = 0; day < 2; day++) {
        now = now.plus(Duration.ofHours(24));
        assertThat(backups.run()).isPresent();
      }
      assertThat(files())
          .as("those of the future give way first")
          .containsExactly(
              "cairn-2026-03-01T03-00-00Z.jsonl.gz",
              "cairn-2026-03-02T04-00-00Z.jsonl.gz",
              "cairn-2026-03-03T04-00-00Z.jsonl.gz");
    }
  }

  @Test
  void aFolderThatCannotBeWrittenToIsTold() throws IOException {
    Files.writeString(folder.resolve("kept"), "a file");
    try (Database database = DatabaseUnderTest.H2.open()) {
      ScheduledBackups backups = backups(database);
      assertThatThrownBy(backups::run).isInstanceOf(UncheckedIOException.class);
      assertThat(backups.failures()).isEqualTo(1);
      assertThat(backups.newest()).isEmpty();

      Files.delete(folder.resolve("kept"));
      assertThat(backups.run()).isPresent();
      assertThat(backups.failures()).isEqualTo(1);
      assertThat(backups.newest()).contains(now);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMoveComparesWhatArrived(DatabaseUnderTest under) throws IOException {
    DatabaseUnderTest other =
        under == DatabaseUnderTest.H2 ? DatabaseUnderTest.POSTGRESQL : DatabaseUnderTest.H2;
    try (Database from = under.open();
        Database to = other.open()) {
      RandomConversation conversation = new RandomConversation(from, new Random(5));
      conversation.run(150);
      RandomRows.addTo(from, new Random(6));
      Map<String, Backup.Sum> sums = new DatabaseMove(from, to).run();
      assertThat(sums).isEqualTo(new Backup(to).sums());
      assertThat(sums.values()).extracting(Backup.Sum::rows).anyMatch(rows -> rows > 0);
      to.update(
              "update member set name = 'another' where member_id = (select min(member_id) from"
                  + " member)")
          .execute();
      assertThat(new Backup(to).sums().get("member")).isNotEqualTo(sums.get("member"));
      assertThat(new Backup(to).sums().get("check_in")).isEqualTo(sums.get("check_in"));
      assertThatThrownBy(() -> new DatabaseMove(from, to).run())
          .as("into one that is not empty")
          .isInstanceOf(DatabaseException.class);
    }
  }
}
