package dev.cairn.feature.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.blog.PostUrl;
import dev.cairn.feature.TestCommunity;
import dev.cairn.feature.blog.Posts;
import dev.cairn.feature.member.Member;
import dev.cairn.jobs.JobKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transactions that reach a threshold at the same moment. */
final class MilestoneRaceTest {
  private static final int WRITERS = 8;

  @ParameterizedTest
  @EnumSource
  void makeOneMilestoneAndPassNoneOver(DatabaseUnderTest kind) throws Exception {
    try (Database database = kind.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-01T09:00:00Z");
      lab.moderate("/milestone rules posts:none together:+1");
      List<Member> members = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        members.add(lab.member("writer" + writer));
      }
      CyclicBarrier start = new CyclicBarrier(WRITERS);
      try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
        List<Future<Posts.Result>> results = new ArrayList<>();
        for (Member member : members) {
          results.add(
              threads.submit(() -> {
                start.await();
                return lab.posts.add(member, submission("/" + member.name()), lab.now());
              }));
        }
        for (Future<Posts.Result> result : results) {
          assertThat(result.get().counted()).isTrue();
        }
      }
      assertThat(lab.milestones.all(members.getFirst().community()))
          .extracting("threshold")
          .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }
  }

  @ParameterizedTest
  @EnumSource
  void countOnePostOnceThatIsAddedTwiceAtOnce(DatabaseUnderTest kind) throws Exception {
    try (Database database = kind.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-01T09:00:00Z");
      Member member = lab.member("asha");
      CyclicBarrier start = new CyclicBarrier(2);
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        List<Future<Posts.Result>> results = new ArrayList<>();
        for (int twice = 0; twice < 2; twice++) {
          results.add(
              threads.submit(() -> {
                start.await();
                return lab.posts.add(member, submission("/drift"), lab.now());
              }));
        }
        List<Boolean> counted = new ArrayList<>();
        for (Future<Posts.Result> result : results) {
          counted.add(result.get().counted());
          assertThat(result.get().posts()).isEqualTo(1);
        }
        assertThat(counted).containsExactlyInAnyOrder(true, false);
      }
      assertThat(lab.reached()).containsExactly("asha MEMBER_POSTS 1 WAITING");
    }
  }

  @ParameterizedTest
  @EnumSource
  void announceOneMilestoneOnceThatTwoModeratorsPress(DatabaseUnderTest kind) throws Exception {
    try (Database database = kind.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-01T09:00:00Z");
      lab.moderate("/milestone rules channel:#cheers");
      lab.write("asha", 1, 1);
      Member moderator = lab.member("mod");
      long id = lab.milestones.all(moderator.community()).getFirst().id();
      CyclicBarrier start = new CyclicBarrier(2);
      int done = 0;
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        List<Future<Boolean>> results = new ArrayList<>();
        for (int twice = 0; twice < 2; twice++) {
          results.add(
              threads.submit(() -> {
                start.await();
                try {
                  lab.milestones.announce(moderator, id, Optional.empty(), lab.now());
                  return true;
                } catch (dev.cairn.chat.reply.Refusal tooLate) {
                  return false;
                }
              }));
        }
        for (Future<Boolean> result : results) {
          done += result.get() ? 1 : 0;
        }
      }
      assertThat(done).isEqualTo(1);
      lab.runDue();
      assertThat(lab.posted).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void announceWhatIsPlannedInOnePostThoughTwoProcessesDoIt(DatabaseUnderTest kind)
      throws Exception {
    try (Database database = kind.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-01T12:00:00Z");
      lab.moderate("/milestone rules posts:1 together:none channel:#cheers auto:true digest:1");
      for (int writer = 0; writer < WRITERS; writer++) {
        lab.write("writer" + writer, 1, 1);
      }
      lab.runDue();
      assertThat(lab.posted).hasSize(1);
      lab.at("2026-01-02T09:00:00Z");
      CommunityId community = lab.community().id();
      CyclicBarrier start = new CyclicBarrier(WRITERS);
      try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
        List<Future<?>> runs = new ArrayList<>();
        for (int process = 0; process < WRITERS; process++) {
          JobKey job = new JobKey(lab.announcements.kind(), community, "" + (process + 1));
          runs.add(
              threads.submit(() -> {
                start.await();
                lab.announcements.run(job, lab.now());
                return null;
              }));
        }
        for (Future<?> run : runs) {
          run.get();
        }
      }
      lab.runDue();
      assertThat(lab.posted).hasSize(2);
      assertThat(lab.posted.getLast().card().title()).isEqualTo("7 milestones reached");
      assertThat(lab.reached()).hasSize(WRITERS).allMatch(each -> each.endsWith("ANNOUNCED"));
    }
  }

  private static Posts.Submission submission(String path) {
    return new Posts.Submission(
        "test" + path,
        PostUrl.of("https://asha.example" + path).orElseThrow(),
        Optional.empty(),
        Optional.empty());
  }
}
