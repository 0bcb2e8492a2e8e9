package dev.cairn.database.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits longest for a connection gets the next. */
final class FairPoolTest {
  /** The shortest that HikariCP lets one wait. */
  private static final int SHORT_MILLIS = 250;

  private final FairPool pool = new FairPool(oneConnection(), new Availability(_ -> false));

  private static HikariConfig oneConnection() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("narrow");
    config.setJdbcUrl("jdbc:h2:mem:fair-" + UUID.randomUUID());
    config.setMaximumPoolSize(1);
    return config;
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private Callable<Void> use(String name, ConcurrentLinkedQueue<String> served) {
    return () -> {
      try (Connection _ = pool.getConnection()) {
        served.add(name);
      }
      return null;
    };
  }

  @Test
  void aThreadThatWantsAnotherConnectionQueuesBehindThoseWhoWait()
      throws SQLException, InterruptedException, ExecutionException {
    ConcurrentLinkedQueue<String> served = new ConcurrentLinkedQueue<>();
    List<String> waiters = List.of("first", "second", "third");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Void>> waiting = new ArrayList<>();
      try (Connection _ = pool.getConnection()) {
        for (String name : waiters) {
          waiting.add(threads.submit(use(name, served)));
          await().until(() -> pool.waiting() == waiting.size());
        }
      }
      try (Connection _ = pool.getConnection()) {
        assertThat(served).containsExactlyElementsOf(waiters);
      }
      for (Future<Void> each : waiting) {
        each.get();
      }
    }
  }

  @Test
  void whoWaitsTooLongIsToldAndTakesNothing() throws SQLException {
    pool.getHikariConfigMXBean().setConnectionTimeout(SHORT_MILLIS);
    try (Connection _ = pool.getConnection()) {
      assertThatThrownBy(pool::getConnection)
          .isInstanceOf(SQLTransientConnectionException.class)
          .hasMessage("narrow: no connection came free within 250 ms, 0 wait");
    }
    try (Connection again = pool.getConnection()) {
      assertThat(again.isValid(1)).isTrue();
    }
  }

  @Test
  void aConnectionClosedTwiceGivesOneTurnBack() throws SQLException {
    pool.getHikariConfigMXBean().setConnectionTimeout(SHORT_MILLIS);
    Connection first = pool.getConnection();
    first.close();
    first.close();
    try (Connection _ = pool.getConnection()) {
      assertThatThrownBy(pool::getConnection).hasMessageStartingWith("narrow: no connection");
    }
  }

  @Test
  void aFailureOfTheDatabaseReachesTheCallerAsItIs() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      assertThatThrownBy(() -> connection.prepareStatement("select from nowhere"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("select from");
    }
  }
}
