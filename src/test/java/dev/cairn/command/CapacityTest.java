package dev.cairn.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Audience;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Beyond what fits, members are told so, and what has begun is not disturbed. */
@Timeout(60)
class CapacityTest {
  private static final int AT_ONCE = 3;
  private static final int RUSH = 6_000;

  private static final References NOBODY =
      new References() {
        @Override
        public Optional<Account> member(String text) {
          return Optional.empty();
        }

        @Override
        public Optional<Value.Channel> channel(String text) {
          return Optional.empty();
        }
      };

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
              try {
                mayFinish.await();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
              running.decrementAndGet();
              return Reply.Card.titled("Done").build();
            });
    return new Dialogue(
        new CommandRouter(
            new CommandRegistry(List.of(slow)), Optional.empty(), CommandObserver.NONE),
        capacity);
  }

  private static Heard heard(int id) {
    Account account = new Account(Platform.LOCAL, "lab", "member-" + id, "Member " + id);
    return new Heard(
        "local:" + id,
        new Input.Line("/slow"),
        () -> new Caller(account, "lab", false, Locale.ENGLISH, null),
        Instant.parse("2026-01-01T09:00:00Z"),
        "general",
        NOBODY);
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
      assertThat(capacity.refused()).isEqualTo(RUSH - AT_ONCE);
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

  @Test
  void whatIsBegunWithinATurnNeedsNoneOfItsOwn() {
    Capacity one = new Capacity(1, 0, Duration.ZERO);
    String done = one.during(() -> one.during(() -> "inner", () -> "refused"), () -> "refused");
    assertThat(done).isEqualTo("inner");
  }

  @Test
  void aTurnThatFailsIsOver() {
    Capacity one = new Capacity(1, 0, Duration.ZERO);
    CompletableFuture<String> failing =
        CompletableFuture.supplyAsync(() ->
            one.during(
                () -> {
                  throw new IllegalStateException("planted");
                },
                () -> "refused"));
    assertThat(failing).failsWithin(Duration.ofSeconds(30));
    assertThat(one.underWay()).isZero();
  }
}
