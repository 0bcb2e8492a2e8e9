package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.database.Database;
import dev.cairn.database.FaultyLine;
import dev.cairn.platform.local.Turn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the database does not answer, members hear so soon, and it mends by itself. */
@Timeout(180)
class FaultyDatabaseTest {
  /** Whatever else the machine does meanwhile; without a bound it were half a minute and more. */
  private static final Duration AT_LEAST = Duration.ofSeconds(15);

  /**
   * What members are promised, and whoever asks for our health: the best of a few tries keeps it.
   */
  private static final Duration PROMISED = Duration.ofSeconds(3);

  private static final Duration HEALTH_PROMISED = Duration.ofSeconds(2);
  private static final int TRIES = 5;

  private static final Duration AFTERWARDS = Duration.ofSeconds(90);

  private FaultyLine line;
  private Database database;
  private TestConversation lab;

  @BeforeEach
  void open() throws Exception {
    line = FaultyLine.toPostgres();
    database = Database.open(line.settings());
    lab = new TestConversation(database);
    assertThat(lab.say("asha", "/done").problem()).isNull();
  }

  @AfterEach
  void close() throws Exception {
    line.mend();
    database.close();
    line.close();
  }

  private Turn soon(String text) {
    AtomicReference<Turn> turn = new AtomicReference<>();
    assertThat(took(() -> turn.set(lab.say("asha", text)))).isLessThan(AT_LEAST);
    return Objects.requireNonNull(turn.get());
  }

  private static Duration took(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static Duration best(Runnable work) {
    return IntStream.range(0, TRIES)
        .mapToObj(attempt -> took(work))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private void isTold(Turn turn) {
    assertThat(turn.problem()).isEqualTo(Problem.FAILED);
    DatabaseProbe probe = new DatabaseProbe(database);
    assertThat(best(() -> assertThat(probe.isUp()).isFalse())).isLessThan(HEALTH_PROMISED);
  }

  private void itMends() {
    await().atMost(AFTERWARDS).until(database::isHealthy);
    await().atMost(AFTERWARDS).until(() -> lab.say("asha", "/done").problem() == null);
    assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 1);
  }

  @Test
  void oneThatIsPausedIsToldAndGoesOn() {
    line.hold();
    Turn told = soon("/done");
    isTold(told);
    assertThat(PlainText.of(told.reply()))
        .contains("does not answer", "could not make sure", "/streak tells")
        .doesNotContain("nothing was changed");
    isTold(soon("/streak"));
    assertThat(best(() -> soon("/streak"))).as("a member hears").isLessThan(PROMISED);
    line.mend();
    itMends();
  }

  @Test
  void oneThatIsGoneIsToldAndFoundAgain() throws Exception {
    line.cut();
    soon("/done");
    isTold(soon("/streak"));
    assertThat(best(() -> soon("/streak"))).as("a member hears").isLessThan(PROMISED);
    line.mend();
    itMends();
  }

  @Test
  void oneWithoutAFreeConnectionIsToldAndGoesOn() throws Exception {
    List<Connection> taken = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      taken.add(database.dataSource().getConnection());
    }
    isTold(soon("/done"));
    assertThat(best(() -> soon("/streak"))).as("a member hears").isLessThan(PROMISED);
    for (Connection connection : taken) {
      connection.close();
    }
    itMends();
  }

  /** As a standby is after a change of roles, or a server that protects a full disk. */
  @Test
  void oneThatCannotBeWrittenToIsReadAndToldAndGoesOn() throws Exception {
    readOnly(true);
    lab.at("2026-01-02T09:00:00Z");
    await()
        .atMost(AFTERWARDS)
        .until(() -> lab.facts("asha", "/streak").getOrDefault("streak", 0).equals(1));
    Turn told = soon("/done");
    assertThat(told.problem()).isEqualTo(Problem.FAILED);
    assertThat(PlainText.of(told.reply())).contains("nothing was changed");
    readOnly(false);
    await().atMost(AFTERWARDS).until(() -> lab.say("asha", "/done").problem() == null);
    assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 2);
  }

  /** For every connection from now on; those that are open are closed. */
  private void readOnly(boolean only) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet name = statement.executeQuery("select current_database()")) {
      name.next();
      String itself = name.getString(1);
      statement.execute("set session characteristics as transaction read write");
      statement.execute(
          "alter database \"" + itself + "\" set default_transaction_read_only = " + only);
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
              + " current_database() and pid <> pg_backend_pid()");
      statement.execute("select pg_terminate_backend(pg_backend_pid())");
    } catch (SQLException closed) {
      // The last one closes itself, as it was told.
      assertThat(closed.getSQLState()).isIn("57P01", "08006");
    }
  }
}
