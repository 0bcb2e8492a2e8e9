package dev.cairn.database;

import dev.cairn.chat.Account;
import dev.cairn.chat.Caller;
import dev.cairn.chat.Platform;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.CommunityStore;
import dev.cairn.feature.leaderboard.LeaderboardStore;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.MemberStore;
import dev.cairn.feature.member.Members;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** People of two communities, for stores that only need somebody to be there. */
public final class People {
  public static final Instant MET = Instant.parse("2026-03-01T09:00:00Z");

  private final Communities communities;
  private final Members members;

  public People(Database database) {
    communities = new Communities(new CommunityStore(database), database);
    members =
        new Members(
            communities,
            new MemberStore(database),
            new LeaderboardStore(database)::refresh,
            database);
  }

  /** A member of the community that a test is about. */
  public Member here(String name) {
    return member("here", name);
  }

  /** A member of another community in the same database. */
  public Member elsewhere(String name) {
    return member("elsewhere", name);
  }

  /** The community that a test is about. */
  public Community here() {
    return here("somebody").community();
  }

  /** Another community in the same database. */
  public Community elsewhere() {
    return elsewhere("somebody").community();
  }

  private Member member(String community, String name) {
    Account account = new Account(Platform.LOCAL, community, name, name);
    return members.findOrCreate(new Caller(account, community, false, Locale.ENGLISH, null), MET);
  }

  /** A community that nobody ever met. */
  public static CommunityId nowhere() {
    return new CommunityId(-1);
  }

  /** What several threads answer that begin at once, each told its number. */
  public static <T> List<T> atOnce(int threads, IntFunction<Callable<T>> work)
      throws InterruptedException, ExecutionException {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> answers = new ArrayList<>();
      for (Future<T> each :
          executor.invokeAll(IntStream.range(0, threads).mapToObj(work).toList())) {
        answers.add(each.get());
      }
      return answers;
    }
  }

  /** Does something in several transactions that begin at once, each told its number. */
  public static void writeAtOnce(Database database, int threads, IntConsumer work)
      throws InterruptedException, ExecutionException {
    atOnce(
        threads,
        thread ->
            () ->
                database.transaction(() -> {
                  work.accept(thread);
                  return true;
                }));
  }
}
