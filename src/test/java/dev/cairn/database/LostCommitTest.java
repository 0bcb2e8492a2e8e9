package dev.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import com.zaxxer.hikari.HikariConfig;
import dev.cairn.TestConversation;
import dev.cairn.database.pool.Availability;
import dev.cairn.database.pool.FairPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mockito.MockMakers;

/** Who is told that nothing was changed can rely on it. */
final class LostCommitTest {
  /** How a commit ends. */
  private enum Commit {
    GOES_WELL {
      @Override
      void end(Connection connection) throws SQLException {
        connection.commit();
      }
    },
    /** It is done, and the answer to it never arrives. */
    IS_NOT_ANSWERED {
      @Override
      void end(Connection connection) throws SQLException {
        connection.commit();
        throw new SQLException("the connection was lost", "08006");
      }
    },
    DOES_NOT_ARRIVE {
      @Override
      void end(Connection connection) throws SQLException {
        connection.rollback();
        throw new SQLException("the connection was lost", "08006");
      }
    };

    abstract void end(Connection connection) throws SQLException;
  }

  private Commit next = Commit.GOES_WELL;
  private final AtomicInteger commits = new AtomicInteger();

  /** Connections whose commits of what was written end as the test says. */
  private final class Pool extends FairPool {
    private Pool(HikariConfig config, Availability availability) {
      super(config, availability);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection real = super.getConnection();
      Connection connection =
          mock(
              Connection.class,
              withSettings().mockMaker(MockMakers.PROXY).defaultAnswer(delegatesTo(real)));
      AtomicBoolean reads = new AtomicBoolean();
      doAnswer(
              call -> {
                reads.set(call.getArgument(0));
                return null;
              })
          .when(connection)
          .setReadOnly(anyBoolean());
      doAnswer(
              call -> {
                if (reads.get()) {
                  real.commit();
                } else {
                  commits.incrementAndGet();
                  next.end(real);
                }
                return null;
              })
          .when(connection)
          .commit();
      return connection;
    }
  }

  private Database open() {
    return Database.open(DatabaseUnderTest.H2.settings(), Pool::new);
  }

  @Test
  void aCommitWhoseAnswerIsLostIsToldAsUnsure() {
    try (Database database = open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-01T09:00:00Z");
      lab.say("asha", "/streak");
      int before = commits.get();
      next = Commit.IS_NOT_ANSWERED;
      assertThat(lab.text("asha", "/done"))
          .contains("I could not make sure whether that was saved: /streak tells")
          .doesNotContain("nothing was changed");
      assertThat(commits.get()).isGreaterThan(before);
      next = Commit.GOES_WELL;
      assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 1);
    }
  }

  @Test
  void oneThatDoesNotArriveIsUnsureToo() {
    try (Database database = open()) {
      TestConversation lab = new TestConversation(database).at("2026-01-01T09:00:00Z");
      lab.say("asha", "/streak");
      next = Commit.DOES_NOT_ARRIVE;
      assertThat(lab.text("asha", "/done")).contains("could not make sure");
      next = Commit.GOES_WELL;
      assertThat(lab.facts("asha", "/streak")).containsEntry("streak", 0);
    }
  }

  /** The connection is refused before anything was written: then it can be told for sure. */
  @Test
  void whatFailsBeforeAnyCommitChangedNothing() {
    Database database = open();
    TestConversation lab = new TestConversation(database).at("2026-01-01T09:00:00Z");
    lab.say("asha", "/streak");
    database.close();
    assertThat(lab.text("asha", "/done"))
        .contains("nothing was changed")
        .doesNotContain("make sure");
  }
}
