package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.database.Database;
import dev.cairn.database.FaultyLine;
import dev.cairn.platform.local.Turn;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the database does not answer, members hear so soon, and it mends by itself. */
@Timeout(180)
class FaultyDatabaseTest {
  /** Three seconds on a machine of one's own; without a bound it were half a minute and more. */
  private static final Duration SOON = Duration.ofSeconds(15);

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
    long start = System.nanoTime();
    Turn turn = lab.say("asha", text);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    return turn;
  }

  private void isTold(Turn turn) {
    assertThat(turn.problem()).isEqualTo(Problem.FAILED);
    long start = System.nanoTime();
    assertThat(database.isHealthy()).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
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
    line.mend();
    itMends();
  }

  @Test
  void oneThatIsGoneIsToldAndFoundAgain() throws Exception {
    line.cut();
    soon("/done");
    isTold(soon("/streak"));
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
    for (Connection connection : taken) {
      connection.close();
    }
    itMends();
  }
}
