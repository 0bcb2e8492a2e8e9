package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.day.Period;
import dev.cairn.feature.checkin.CheckInDetails;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.leaderboard.Board;
import dev.cairn.feature.member.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many check in at the same moment: nobody is counted twice, nobody is forgotten, nobody waits. */
final class ConcurrentCheckInTest {
  private static final int THREADS = 64;
  private static final int MEMBERS = 10_000;

  private static Member member(TestCommunity lab, int number) {
    String name = "member-" + number;
    return lab.members.findOrCreate(
        new Caller(
            new Account(Platform.LOCAL, "lab", name, name), "lab", false, Locale.ENGLISH, null),
        lab.now());
  }

  /** Lets threads run tasks that all begin at once, and fails as soon as one of them failed. */
  private static <T> List<T> atOnce(int tasks, IntFunction<Callable<T>> task)
      throws InterruptedException, ExecutionException {
    try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < tasks; i++) {
        Callable<T> each = task.apply(i);
        futures.add(
            executor.submit(() -> {
              start.await();
              return each.call();
            }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneMemberIsCountedOnceHoweverManyThreadsCheckThemIn(DatabaseUnderTest under)
      throws InterruptedException, ExecutionException {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      Member asha = lab.member("asha");
      List<CheckIns.Result> results =
          atOnce(
              THREADS,
              i -> () -> lab.checkIns.checkIn(asha, "press-" + i, lab.now(), CheckInDetails.NONE));
      assertThat(results).filteredOn(result -> result.entry().counted()).hasSize(1);
      assertThat(results).allMatch(result -> result.streak().length() == 1);
      assertThat(lab.leaderboards.byCheckIns(asha, Period.ALL, 1, lab.now()).rows())
          .singleElement()
          .extracting(Board.Row::value)
          .isEqualTo(1L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneInteractionDeliveredToManyThreadsIsOne(DatabaseUnderTest under)
      throws InterruptedException, ExecutionException {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      Member asha = lab.member("asha");
      List<CheckIns.Result> results =
          atOnce(
              THREADS,
              i -> () -> lab.checkIns.checkIn(asha, "once", lab.now(), CheckInDetails.NONE));
      assertThat(results).allMatch(result -> result.entry().counted());
      assertThat(lab.leaderboards.byCheckIns(asha, Period.ALL, 1, lab.now()).rows())
          .singleElement()
          .extracting(Board.Row::value)
          .isEqualTo(1L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tenThousandMembersMetAndCheckedInByManyThreadsAreAllCounted(DatabaseUnderTest under)
      throws InterruptedException, ExecutionException {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      Member first = lab.member("first");
      List<CheckIns.Result> results =
          atOnce(
              MEMBERS,
              i ->
                  () ->
                      lab.checkIns.checkIn(
                          member(lab, i), "press-" + i, lab.now(), CheckInDetails.NONE));
      assertThat(results)
          .hasSize(MEMBERS)
          .allMatch(result -> result.entry().counted() && result.streak().length() == 1);

      Board board = lab.leaderboards.byStreak(first, MEMBERS, lab.now());
      assertThat(board.pages()).isEqualTo(MEMBERS / Board.ROWS_A_PAGE);
      assertThat(board.rows()).hasSize(Board.ROWS_A_PAGE).allMatch(row -> row.value() == 1);
      assertThat(
              Stream.of(Period.values())
                  .map(period -> lab.leaderboards.byCheckIns(first, period, 1, lab.now()).pages()))
          .containsOnly(MEMBERS / Board.ROWS_A_PAGE);
    }
  }
}
