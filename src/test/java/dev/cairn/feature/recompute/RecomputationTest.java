package dev.cairn.feature.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.TestConversation;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RecomputationTest {
  private static final List<String> QUESTIONS =
      List.of(
          "/streak",
          "/leaderboard",
          "/leaderboard period:all",
          "/leaderboard of:groups period:all",
          "/group show",
          "/review show");

  @ParameterizedTest
  @EnumSource
  void whatWasLostOrWrongIsAsItWasAndThenThereIsNothingToDo(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestConversation lab = new TestConversation(database);
      lab.say("asha", "/group create name:Owls");
      lab.say("bo", "/group join name:Owls");
      for (int day = 2; day <= 9; day++) {
        lab.at("2026-01-0%dT09:00:00Z".formatted(day));
        lab.say("asha", "/done day:" + day);
        lab.say("asha", "/blog add url:https://asha.example/" + day);
        if (day % 2 == 0) {
          lab.say("bo", "/done");
        }
      }
      Instant now = Instant.parse("2026-01-10T09:00:00Z");
      lab.at(now);
      List<String> before = QUESTIONS.stream().map(question -> lab.text("asha", question)).toList();
      Recomputation recomputation = lab.cairn().recomputation();
      assertThat(recomputation.run(now).total()).as("all is well").isZero();

      database.update("delete from standing where board = 'ALL'").execute();
      database.update("update standing set score = 40 where board like 'WEEK%'").execute();
      database.update("update streak set streak = 77, longest = 99").execute();
      database.update("update settled_group set streak = 5, present = 1").execute();
      database.update("update post_tally set posts = 0").execute();

      Recomputation.Changes tried = recomputation.tried(now);
      assertThat(recomputation.tried(now)).as("nothing was changed").isEqualTo(tried);
      Recomputation.Changes changes = recomputation.run(now);
      assertThat(tried).isEqualTo(changes);
      assertThat(changes.streaks()).isEqualTo(2);
      assertThat(changes.checkIns()).isPositive();
      assertThat(changes.groups()).isEqualTo(1);
      assertThat(changes.posts()).isEqualTo(1);
      assertThat(QUESTIONS.stream().map(question -> lab.text("asha", question)).toList())
          .isEqualTo(before);
      assertThat(recomputation.run(now).total()).as("a second time").isZero();
    }
  }

  /** On PostgreSQL others go on while somebody looks. */
  @Test
  @Timeout(60)
  void membersGoOnWhileItIsOnlyTried() throws Exception {
    try (Database database = DatabaseUnderTest.POSTGRESQL.open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      TestConversation lab = new TestConversation(database);
      lab.say("asha", "/done");
      lab.say("bo", "/done");
      Instant now = Instant.parse("2026-01-02T09:00:00Z");
      lab.at(now);
      try (Connection other = database.dataSource().getConnection();
          Statement statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("select 1 from member where name = 'bo' for update");
        Future<Recomputation.Changes> looking =
            threads.submit(() -> lab.cairn().recomputation().tried(now));
        await().until(() -> waits(database));
        assertThat(lab.facts("asha", "/done")).containsEntry("streak", 2);
        other.rollback();
        assertThat(looking.get().total()).as("what happened meanwhile is no fault").isZero();
      }
    }
  }

  private static boolean waits(Database database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet waiting =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname ="
                    + " current_database()")) {
      return waiting.next() && waiting.getInt(1) > 0;
    }
  }
}
