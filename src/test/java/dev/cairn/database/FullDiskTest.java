package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.cairn.TestConversation;
import dev.cairn.config.DatabaseSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A full disk passes: nothing is lost, everybody is told, and it goes on when there is room. */
final class FullDiskTest {
  private static final int COMMANDS = 100;

  /** Fewer than a community has turns for: beyond them a member is told to try again. */
  private static final int AT_ONCE = 20;

  @TempDir private Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  @BeforeEach
  void listen() {
    FullDisk.register();
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    FullDisk.setFull(false);
    root.detachAppender(log);
  }

  private DatabaseSettings settings() {
    return new DatabaseSettings("jdbc:h2:full:" + folder.resolve("cairn"), "", "");
  }

  @Test
  void nobodyIsToldWhatIsNotSoAndItGoesOnByItself() {
    try (Database database = Database.open(settings())) {
      TestConversation lab = new TestConversation(database).at("2026-01-01T09:00:00Z");
      assertThat(lab.facts("asha", "/done")).containsEntry("streak", 1);
      FullDisk.setFull(true);
      lab.say("ben", "/done");
      for (int command = 0; command < COMMANDS; command++) {
        assertThat(lab.text("member-" + command, "/done"))
            .contains("I cannot save anything at the moment, so nothing was changed.");
        assertThat(database.isHealthy()).isFalse();
      }
      assertThat(log.list)
          .filteredOn(event -> !event.getLoggerName().startsWith("com.zaxxer.hikari"))
          .as("what is logged meanwhile; the pool's own words are not shown")
          .hasSizeLessThan(5);
      FullDisk.setFull(false);
      lab.at("2026-01-02T09:00:00Z");
      assertThat(lab.facts("asha", "/done")).containsEntry("streak", 2);
      assertThat(lab.facts("ben", "/done")).containsEntry("counted", true);
      assertThat(lab.facts("member-7", "/streak")).containsEntry("streak", 0);
      await().until(database::isHealthy);
    }
    try (Database database = Database.open(settings())) {
      TestConversation lab = new TestConversation(database).at("2026-01-02T10:00:00Z");
      assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 2);
    }
  }

  @Test
  void healthAloneBringsItBack() {
    try (Database database = Database.open(settings())) {
      TestConversation lab = new TestConversation(database).at("2026-01-01T09:00:00Z");
      FullDisk.setFull(true);
      lab.say("ben", "/done");
      assertThat(database.isHealthy()).isFalse();
      FullDisk.setFull(false);
      // It is tried for a second, which a busy machine may need longer for.
      await().until(database::isHealthy);
      assertThat(database.isUnavailable()).isFalse();
    }
  }

  @Test
  void manyAtOnceComeBack() throws Exception {
    try (Database database = Database.open(settings());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      TestConversation lab = new TestConversation(database).at("2026-01-01T09:00:00Z");
      FullDisk.setFull(true);
      done(threads, lab);
      FullDisk.setFull(false);
      assertThat(done(threads, lab)).containsOnly(1);
    }
  }

  private static List<Object> done(ExecutorService threads, TestConversation lab) throws Exception {
    List<Callable<Object>> members =
        IntStream.range(0, AT_ONCE)
            .<Callable<Object>>mapToObj(number ->
                () -> lab.facts("member-" + number, "/done").getOrDefault("streak", "none"))
            .toList();
    return threads.invokeAll(members).stream().map(Future::resultNow).toList();
  }
}
