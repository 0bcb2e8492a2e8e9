package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.TestConversation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackupTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"H2,H2", "H2,POSTGRESQL", "POSTGRESQL,H2", "POSTGRESQL,POSTGRESQL"})
  void movesEverythingToAnotherDatabase(DatabaseUnderTest from, DatabaseUnderTest to)
      throws IOException {
    Path file = folder.resolve("backup.gz");
    long written;
    try (Database database = from.open()) {
      TestConversation conversation = new TestConversation(database);
      conversation.at("2026-01-01T09:00:00Z").say("asha", "/done note:\"line\nbreak ☃\" minutes:5");
      conversation.say("asha", "/settings timezone:Asia/Kolkata rest:sat,sun");
      conversation.say("asha", "/pause until:2026-01-05");
      conversation.moderate("mod", "/journey start 2026-01-01 without:sun");
      written = new Backup(database).write(file);
    }
    try (Database database = to.open()) {
      assertThat(new Backup(database).restore(file)).isEqualTo(written);
      TestConversation conversation = new TestConversation(database);
      conversation.at("2026-01-06T09:00:00Z");
      assertThat(conversation.facts("asha", "/done")).containsEntry("streak", 2);
      assertThat(conversation.facts("ben", "/done")).containsEntry("streak", 1);
      assertThat(conversation.facts("asha", "/journey show")).containsEntry("day", 5);
    }
  }

  @Test
  void neitherOverwritesAFileNorFillsADatabaseInUse() throws IOException {
    Path file = folder.resolve("backup.gz");
    try (Database database = DatabaseUnderTest.H2.open()) {
      new TestConversation(database).at("2026-01-01T09:00:00Z").say("asha", "/done");
      Backup backup = new Backup(database);
      backup.write(file);
      assertThatThrownBy(() -> backup.write(file))
          .isInstanceOf(java.nio.file.FileAlreadyExistsException.class);
      assertThatThrownBy(() -> backup.restore(file))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("not empty");
    }
  }

  @Test
  void refusesWhatIsNoBackup() throws IOException {
    Path file = Files.writeString(folder.resolve("other.txt"), "hello");
    try (Database database = DatabaseUnderTest.H2.open()) {
      assertThatThrownBy(() -> new Backup(database).restore(file))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("not a backup");
    }
  }

  @Test
  void oneThatWasCutOffIsRefusedAndNothingRestored() throws IOException {
    byte[] bytes = Files.readAllBytes(backup());
    List<Path> cut = new ArrayList<>();
    for (int length = 0; length < bytes.length; length += 1 + bytes.length / 40) {
      cut.add(Files.write(folder.resolve(length + ".gz"), Arrays.copyOf(bytes, length)));
    }
    assertRefused(cut);
  }

  @Test
  void oneThatLacksALineOrHasAnotherIsRefused() throws IOException {
    List<String> lines;
    try (var in = new GZIPInputStream(Files.newInputStream(backup()))) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    List<Path> changed = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      List<String> others = new ArrayList<>(lines);
      String removed = others.remove(line);
      changed.add(write(others, "without-" + line));
      others.add(line, removed.replace("asha", "Asha").replace("2026", "2025"));
      if (!others.equals(lines)) {
        changed.add(write(others, "with-another-" + line));
      }
    }
    assertRefused(changed);
  }

  private Path backup() throws IOException {
    Path file = folder.resolve("whole.gz");
    try (Database database = DatabaseUnderTest.H2.open()) {
      new TestConversation(database).at("2026-01-01T09:00:00Z").say("asha", "/done");
      new Backup(database).write(file);
    }
    return file;
  }

  private Path write(List<String> lines, String name) throws IOException {
    Path file = folder.resolve(name);
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static void assertRefused(List<Path> files) {
    try (Database database = DatabaseUnderTest.H2.open()) {
      Backup backup = new Backup(database);
      for (Path file : files) {
        assertThatThrownBy(() -> backup.restore(file))
            .as(file.toString())
            .isInstanceOf(DatabaseException.class)
            .hasMessageMatching("(?s).*(not a backup|damaged|cut off).*");
      }
      TestConversation conversation = new TestConversation(database).at("2026-01-01T09:00:00Z");
      assertThat(conversation.facts("asha", "/done")).containsEntry("streak", 1);
    }
  }

  @Test
  void leavesNoFileBehindThatCouldNotBeFinished() throws IOException {
    Path file = folder.resolve("backup.gz");
    Database database = DatabaseUnderTest.H2.open();
    database.close();
    assertThatThrownBy(() -> new Backup(database).write(file)).isInstanceOf(Exception.class);
    assertThat(file).doesNotExist();
  }
}
