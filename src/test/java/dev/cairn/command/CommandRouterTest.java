package dev.cairn.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.Audience;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class CommandRouterTest {
  private static final Instant NOW = Instant.parse("2026-01-01T09:00:00Z");
  private static final CommandSpec OPEN = CommandSpec.open("topic", "A topic");
  private static final CommandSpec MODERATION =
      CommandSpec.moderation("audit", "What moderators did", Audience.CALLER);

  private final List<String> observed = new ArrayList<>();

  private CommandRouter router(
      CommandSpec spec, Command.Handler handler, Optional<RateLimit> limit) {
    return new CommandRouter(
        new CommandRegistry(List.of(new Command(spec, handler))),
        limit,
        (command, platform, problem, took) -> observed.add(command + " " + problem));
  }

  private static Invocation invocation(
      String id, CommandSpec spec, boolean moderator, Invocation.Origin origin) {
    Account account = new Account(Platform.LOCAL, "lab", "asha", "Asha");
    return new Invocation(
        id,
        spec,
        Arguments.NONE,
        new Caller(account, null, moderator, Locale.ENGLISH, null),
        NOW,
        null,
        origin);
  }

  private static Invocation typed(String id, CommandSpec spec) {
    return invocation(id, spec, false, Invocation.Origin.TYPED);
  }

  private static Reply card(String title) {
    return Reply.Card.titled(title).build();
  }

  @Test
  void answersWithWhatTheHandlerReturns() {
    CommandRouter router = router(OPEN, invocation -> card("Day 1"), Optional.empty());
    assertThat(router.answer(typed("1", OPEN))).isEqualTo(card("Day 1"));
    assertThat(observed).containsExactly("topic null");
  }

  @Test
  void refusesWhatIsForModerators() {
    CommandRouter router = router(MODERATION, invocation -> card("Audit"), Optional.empty());
    Reply reply = router.answer(typed("1", MODERATION));
    assertThat(PlainText.of(reply)).contains("/audit is for moderators");
    assertThat(observed).containsExactly("audit NOT_ALLOWED");
    assertThat(router.answer(invocation("2", MODERATION, true, Invocation.Origin.TYPED)))
        .isEqualTo(card("Audit"));
  }

  @Test
  void aRefusalIsAnAnswer() {
    CommandRouter router =
        router(
            OPEN,
            invocation -> {
              throw Refusal.of(Problem.NOT_FOUND, "No such topic.");
            },
            Optional.empty());
    assertThat(router.answer(typed("1", OPEN)))
        .isEqualTo(Reply.Notice.refused(Problem.NOT_FOUND, RichText.of("No such topic.")));
  }

  @Test
  void aFailureIsAnsweredPolitelyAndCountedWithAnId() {
    CommandRouter router =
        router(
            OPEN,
            invocation -> {
              throw new IllegalStateException("secret detail");
            },
            Optional.empty());
    String text = PlainText.of(router.answer(typed("1", OPEN)));
    assertThat(text).containsPattern("this id: [0-9a-f]{8}").doesNotContain("secret");
    assertThat(observed).containsExactly("topic FAILED");
  }

  @Test
  void aRepeatedDeliveryIsAnsweredAsTheFirstTime() {
    AtomicInteger times = new AtomicInteger();
    CommandRouter router =
        router(OPEN, invocation -> card("time " + times.incrementAndGet()), Optional.empty());
    assertThat(router.answer(typed("1", OPEN))).isEqualTo(card("time 1"));
    assertThat(router.answer(typed("1", OPEN))).isEqualTo(card("time 1"));
    assertThat(router.answer(typed("2", OPEN))).isEqualTo(card("time 2"));
  }

  @Test
  void aFailedDeliveryMayBeTriedAgain() {
    AtomicInteger times = new AtomicInteger();
    CommandRouter router =
        router(
            OPEN,
            invocation -> {
              if (times.incrementAndGet() == 1) {
                throw new IllegalStateException("the database is away");
              }
              return card("done");
            },
            Optional.empty());
    assertThat(router.answer(typed("1", OPEN))).isInstanceOf(Reply.Notice.class);
    assertThat(router.answer(typed("1", OPEN))).isEqualTo(card("done"));
  }

  @Test
  void limitsHowManyCommandsAnAccountGives() {
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    RateLimit limit = new RateLimit(new RateLimit.Policy(2, Duration.ofSeconds(10)), now::get);
    CommandRouter router = router(OPEN, invocation -> card("ok"), Optional.of(limit));
    assertThat(router.answer(typed("1", OPEN))).isEqualTo(card("ok"));
    assertThat(router.answer(typed("2", OPEN))).isEqualTo(card("ok"));
    assertThat(PlainText.of(router.answer(typed("3", OPEN))))
        .isEqualTo("That was a lot at once. Try again in 5 seconds.");
    now.set(NOW.plusSeconds(5));
    assertThat(router.answer(typed("4", OPEN))).isEqualTo(card("ok"));
  }

  @Test
  void whoWaitsForARepetitionIsAnsweredThoughNothingCouldBeCounted() {
    CommandRouter router =
        new CommandRouter(
            new CommandRegistry(List.of(new Command(OPEN, invocation -> card("Day 1")))),
            Optional.empty(),
            (command, platform, problem, took) -> {
              throw new IllegalStateException("no meter");
            });
    assertThat(router.answer(typed("1", OPEN))).isEqualTo(card("Day 1"));
    assertThat(router.answer(typed("1", OPEN))).isEqualTo(card("Day 1"));
  }

  @Test
  void aFileIsNotKeptForARepetition() {
    AtomicInteger times = new AtomicInteger();
    CommandRouter router =
        router(
            OPEN,
            invocation ->
                Reply.Card.titled("time " + times.incrementAndGet())
                    .block(new Block.File("my-data.json", "application/json; charset=utf-8", "{}"))
                    .build(),
            Optional.empty());
    router.answer(typed("1", OPEN));
    assertThat(router.answer(typed("1", OPEN)))
        .isInstanceOfSatisfying(
            Reply.Card.class, card -> assertThat(card.title()).isEqualTo("time 2"));
  }
}
