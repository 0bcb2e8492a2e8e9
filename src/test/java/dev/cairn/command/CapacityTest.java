package dev.cairn.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Audience;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Beyond what fits, members are told so, and what has begun is not disturbed. */
@Timeout(60)
class CapacityTest {
  private static final int AT_ONCE = 3;
  private static final int RUSH = 6_000;

  private static final Place LAB = new Place(Platform.LOCAL, "lab");

  private final CountDownLatch begun = new CountDownLatch(AT_ONCE);
  private final CountDownLatch mayFinish = new CountDownLatch(1);
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  private Dialogue dialogue(Capacity capacity) {
    Command slow =
        new Command(
            CommandSpec.open("slow", "Waits"),
            invocation -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              begun.countDown();
              await(mayFinish);
              running.decrementAndGet();
              return Reply.Card.titled("Done").build();
            });
    return new Dialogue(
        new CommandRouter(
            new CommandRegistry(List.of(slow)), Optional.empty(), CommandObserver.NONE),
        capacity);
  }

  /** A member of a community that nobody else here is of. */
  private static Heard heard(int id) {
    return heard("lab-" + id, id);
  }

  private static Heard heard(String community, int id) {
    Account account = new Account(Platform.LOCAL, community, "member-" + id, "Member " + id);
    return new Heard(
        "local:" + community + ":" + id,
        Place.of(account),
        new Input.Line("/slow"),
        () -> new Caller(account, community, false, Locale.ENGLISH, null),
        Instant.parse("2026-01-01T09:00:00Z"),
        "general",
        References.NONE);
  }

  @Test
  void ofARushAFewAreAnsweredAndTheOthersAreToldPolitely() throws Exception {
    Capacity capacity = new Capacity(AT_ONCE, 0, Duration.ZERO);
    Dialogue dialogue = dialogue(capacity);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> first = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        int id = i;
        first.add(threads.submit(() -> dialogue.answer(heard(id))));
      }
      begun.await();
      List<Future<Answer>> rush = new ArrayList<>();
      for (int i = AT_ONCE; i < RUSH; i++) {
        int id = i;
        rush.add(threads.submit(() -> dialogue.answer(heard(id))));
      }
      for (Future<Answer> answer : rush) {
        assertThat(answer.get().audience()).isEqualTo(Audience.CALLER);
        assertThat(answer.get().reply())
            .isInstanceOfSatisfying(
                Reply.Notice.class,
                notice -> {
                  assertThat(notice.problem()).isEqualTo(Problem.FAILED);
                  assertThat(PlainText.of(notice))
                      .isEqualTo(
                          "I am swamped, and nothing was changed. Please try again in a moment.");
                });
      }
      assertThat(capacity.refused(Capacity.Limit.PROCESS)).isEqualTo(RUSH - AT_ONCE);
      mayFinish.countDown();
      for (Future<Answer> answer : first) {
        assertThat(answer.get().reply()).isInstanceOf(Reply.Card.class);
      }
    }
    assertThat(most).hasValue(AT_ONCE);
    assertThat(capacity.underWay()).isZero();
    assertThat(dialogue.answer(heard(0)).reply())
        .as("when there is room again")
        .isInstanceOf(Reply.Card.class);
  }

  @Test
  void whoeverStandsInLineIsAnsweredWhenTheirTurnComes() throws Exception {
    Dialogue dialogue = dialogue(new Capacity(AT_ONCE, RUSH, Duration.ofMinutes(1)));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> all = new ArrayList<>();
      for (int i = 0; i < 10 * AT_ONCE; i++) {
        int id = i;
        all.add(threads.submit(() -> dialogue.answer(heard(id))));
      }
      begun.await();
      mayFinish.countDown();
      for (Future<Answer> answer : all) {
        assertThat(answer.get().reply()).isInstanceOf(Reply.Card.class);
      }
    }
    assertThat(most).hasValue(AT_ONCE);
  }

  /** So many of a community come at once. */
  private static List<Future<String>> flood(
      ExecutorService threads, Capacity capacity, Place flooding, Runnable work) {
    return IntStream.range(0, RUSH)
        .mapToObj(each ->
            threads.submit(() ->
                capacity.during(
                    flooding,
                    () -> {
                      work.run();
                      return "answered";
                    },
                    full -> "refused for the " + full)))
        .toList();
  }

  private static List<String> said(List<Future<String>> flood) throws Exception {
    List<String> said = new ArrayList<>();
    for (Future<String> one : flood) {
      said.add(one.get());
    }
    return said;
  }

  @Test
  void aCommunityThatFloodsKeepsThreeQuartersBusyAndOthersAreAnsweredAtOnce() throws Exception {
    int share = 6;
    Capacity capacity = new Capacity(8, 4, Duration.ofMinutes(1));
    CountDownLatch busy = new CountDownLatch(share);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Place flooding = new Place(Platform.LOCAL, "flooding");
    Place quiet = new Place(Platform.LOCAL, "quiet");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> flood =
          flood(
              threads,
              capacity,
              flooding,
              () -> {
                busy.countDown();
                await(mayEnd);
              });
      busy.await();
      assertThat(capacity.underWay()).isEqualTo(share);
      for (int i = 0; i < RUSH; i++) {
        assertThat(capacity.during(quiet, () -> "answered", full -> "refused for the " + full))
            .isEqualTo("answered");
      }
      // Those in line are answered when there is room; nothing but the community's part was full.
      int refused = RUSH - share - 3;
      while (capacity.refused(Capacity.Limit.COMMUNITY) < refused) {
        Thread.onSpinWait();
      }
      mayEnd.countDown();
      List<String> said = said(flood);
      assertThat(said).filteredOn("answered"::equals).hasSize(share + 3);
      assertThat(said).filteredOn("refused for the COMMUNITY"::equals).hasSize(refused);
    }
    assertThat(capacity.refused(Capacity.Limit.PROCESS)).isZero();
    assertThat(capacity.underWay()).isZero();
  }

  /** Two that come one after the other leave a quarter of a quarter; the first has most of it. */
  @Test
  void twoCommunitiesThatFloodTogetherLeaveRoomForOthers() throws Exception {
    Capacity capacity = new Capacity(16, 16, Duration.ofMinutes(1));
    CountDownLatch mayEnd = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> flood = new ArrayList<>();
      long refused = 0;
      for (String name : List.of("first", "second")) {
        Place flooding = new Place(Platform.LOCAL, name);
        int share = name.equals("first") ? 24 : 6;
        flood.addAll(flood(threads, capacity, flooding, () -> await(mayEnd)));
        refused += RUSH - share;
        while (capacity.refused(Capacity.Limit.COMMUNITY) < refused) {
          Thread.onSpinWait();
        }
      }
      Place quiet = new Place(Platform.LOCAL, "quiet");
      Future<String> other =
          threads.submit(
              () -> capacity.during(quiet, () -> "answered", full -> "refused for the " + full));
      mayEnd.countDown();
      assertThat(other.get()).isEqualTo("answered");
      List<String> said = said(flood);
      assertThat(said).filteredOn("answered"::equals).hasSize(24 + 6);
    }
    assertThat(capacity.refused(Capacity.Limit.PROCESS)).isZero();
    assertThat(capacity.underWay()).isZero();
  }

  @Test
  void whoseCommunityFloodsIsToldSo() throws Exception {
    Dialogue dialogue = dialogue(new Capacity(4, 0, Duration.ZERO));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> first = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        int id = i;
        first.add(threads.submit(() -> dialogue.answer(heard("lab", id))));
      }
      begun.await();
      assertThat(PlainText.of(dialogue.answer(heard("lab", 9)).reply()))
          .isEqualTo(
              "I am swamped by so many of your community at once, and nothing was changed. Please"
                  + " try again in a moment.");
      Future<Answer> other = threads.submit(() -> dialogue.answer(heard("other", 9)));
      mayFinish.countDown();
      assertThat(other.get().reply()).isInstanceOf(Reply.Card.class);
      for (Future<Answer> answer : first) {
        assertThat(answer.get().reply()).isInstanceOf(Reply.Card.class);
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatIsBegunWithinATurnNeedsNoneOfItsOwn() {
    Capacity one = new Capacity(1, 0, Duration.ZERO);
    String done =
        one.during(LAB, () -> one.during(LAB, () -> "inner", full -> "refused"), full -> "refused");
    assertThat(done).isEqualTo("inner");
  }

  @Test
  void aTurnThatFailsIsOver() {
    Capacity one = new Capacity(1, 0, Duration.ZERO);
    CompletableFuture<String> failing =
        CompletableFuture.supplyAsync(() ->
            one.during(
                LAB,
                () -> {
                  throw new IllegalStateException("planted");
                },
                full -> "refused"));
    assertThat(failing).failsWithin(Duration.ofSeconds(30));
    assertThat(one.underWay()).isZero();
  }
}
