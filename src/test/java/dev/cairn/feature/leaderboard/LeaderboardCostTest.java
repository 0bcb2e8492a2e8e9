package dev.cairn.feature.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.day.Period;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.checkin.CheckInDetails;
import dev.cairn.feature.member.Member;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a leaderboard costs does not grow with the check-ins there are: the same members' boards
 * after ten times as many read as few rows. PostgreSQL counts every row that a transaction reads.
 */
final class LeaderboardCostTest {
  private static final List<String> NAMES = List.of("asha", "ben", "chen", "dia");

  @Test
  void noBoardReadsMoreRowsAfterTenTimesTheCheckIns() {
    try (Database database = DatabaseUnderTest.POSTGRESQL.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-05T09:00:00Z");
      lab.text("asha", "/group create name:Owls");
      NAMES.stream().skip(1).forEach(name -> lab.text(name, "/group join name:Owls"));

      study(lab, 10);
      Reads few = Reads.of(database, lab);
      study(lab, 9 * 10);
      Reads many = Reads.of(database, lab);

      assertThat(many.checkIns()).isEqualTo(10 * few.checkIns());
      // Not to the row: PostgreSQL now and then passes by an old version of one.
      assertThat(many.byMembers()).isPositive().isLessThan(2 * few.byMembers());
      assertThat(many.byGroups()).isPositive().isLessThan(2 * few.byGroups());
    }
  }

  private static void study(TestCommunity lab, int days) {
    List<Member> members = NAMES.stream().map(lab::member).toList();
    for (int day = 0; day < days; day++) {
      lab.at(lab.now().plus(Duration.ofDays(1)));
      for (Member member : members) {
        lab.checkIns.checkIn(member, lab.now() + member.name(), lab.now(), CheckInDetails.NONE);
      }
    }
    // What is settled once a day, and summed up once in so many check-ins, is so before anything is
    // counted.
    boards(lab, Board.Of.GROUPS);
    LeaderboardStore store = new LeaderboardStore(lab.database);
    Member asha = lab.member("asha");
    LocalDate today = asha.community().today(lab.now());
    Stream.concat(
            Stream.of(Measure.STREAK), Stream.of(Period.values()).map(each -> each.key(today)))
        .forEach(board -> store.sumUp(asha.community().id(), board));
    // Where PostgreSQL does not know how many rows there are, any index is as good as another to
    // it.
    lab.database.update("analyze").execute();
  }

  private static void boards(TestCommunity lab, Board.Of of) {
    Member asha = lab.member("asha");
    List<Board> boards =
        switch (of) {
          case MEMBERS ->
              Stream.concat(
                      Stream.of(lab.leaderboards.byStreak(asha, 1, lab.now())),
                      Stream.of(Period.values())
                          .map(each -> lab.leaderboards.byCheckIns(asha, each, 1, lab.now())))
                  .toList();
          case GROUPS ->
              Stream.of(Period.values())
                  .map(each -> lab.leaderboards.groups(asha, each, 1, lab.now()))
                  .toList();
        };
    assertThat(boards).allSatisfy(board -> assertThat(board.rows()).isNotEmpty());
  }

  /** How many check-ins there are, and how many rows of all tables the boards read. */
  private record Reads(long checkIns, long byMembers, long byGroups) {

    static Reads of(Database database, TestCommunity lab) {
      return new Reads(
          number(database, "select count(*) from check_in"),
          rowsRead(database, lab, Board.Of.MEMBERS),
          rowsRead(database, lab, Board.Of.GROUPS));
    }

    private static long rowsRead(Database database, TestCommunity lab, Board.Of of) {
      // In a transaction, to which the setting and the count belong.
      return database.transaction(() -> {
        // A table of some hundred rows is read whole rather than by its index, unless told not
        // to:
        // where there is no index to read by, it still is.
        database.query("select set_config('enable_seqscan', 'off', true)").one(String.class);
        long before = rowsReadSoFar(database);
        boards(lab, of);
        return rowsReadSoFar(database) - before;
      });
    }

    private static long rowsReadSoFar(Database database) {
      return number(
          database,
          "select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_user_tables");
    }

    private static long number(Database database, String sql) {
      return database.query(sql).one(Long.class);
    }
  }
}
