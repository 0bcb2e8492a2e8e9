package dev.cairn.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Permission;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers an invocation: permission, rate, handler. Whatever happens, there is an answer; a failure
 * of ours bears an id that the log bears too.
 */
public final class CommandRouter {
  private static final Logger LOG = LoggerFactory.getLogger(CommandRouter.class);

  /**
   * Platforms repeat a delivery within minutes; check-ins and posts are deduplicated for good by
   * the database.
   */
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  /** What a large answer takes, about. */
  private static final int ANSWER_BYTES = 8 << 10;

  /** A small heap gives less. */
  private static final long REMEMBERED_ANSWERS =
      Math.min(1000, Runtime.getRuntime().maxMemory() / 16 / ANSWER_BYTES);

  private static final SecureRandom RANDOM = new SecureRandom();

  private final CommandRegistry registry;
  private final Optional<RateLimit> rateLimit;
  private final CommandObserver observer;
  private final CommitTracker commits;
  private final Cache<String, CompletableFuture<Reply>> answers =
      Caffeine.newBuilder().maximumSize(REMEMBERED_ANSWERS).expireAfterWrite(REMEMBERED).build();

  /**
   * Routes to these commands.
   *
   * @param rateLimit empty where nobody can flood us, as in a replay
   */
  public CommandRouter(
      CommandRegistry registry, Optional<RateLimit> rateLimit, CommandObserver observer) {
    this(registry, rateLimit, observer, CommitTracker.NONE);
  }

  /**
   * Routes to these commands.
   *
   * @param rateLimit empty where nobody can flood us, as in a replay
   * @param commits tells after a failure whether anything was kept
   */
  public CommandRouter(
      CommandRegistry registry,
      Optional<RateLimit> rateLimit,
      CommandObserver observer,
      CommitTracker commits) {
    this.registry = registry;
    this.rateLimit = rateLimit;
    this.observer = observer;
    this.commits = commits;
  }

  /** The commands that are answered here. */
  public CommandRegistry registry() {
    return registry;
  }

  /**
   * Answers, always. Runs on the caller's thread, which is expected to be a virtual one. A delivery
   * that the platform repeats is answered as the first time, and waits for it where it is under
   * way.
   */
  public Reply answer(Invocation invocation) {
    CompletableFuture<Reply> mine = new CompletableFuture<>();
    CompletableFuture<Reply> first = answers.asMap().putIfAbsent(invocation.id(), mine);
    if (first != null) {
      return first.join();
    }
    Reply reply = answerOnce(invocation);
    if (problemOf(reply) == Problem.FAILED || holdsFile(reply)) {
      answers.invalidate(invocation.id());
    }
    mine.complete(reply);
    return reply;
  }

  /**
   * Gives commands one after the other, and undoes whatever they change. Nothing of it is counted,
   * limited or remembered.
   *
   * @throws RuntimeException where one of them would be answered with a failure
   */
  List<Reply> rehearse(List<Invocation> invocations) {
    return commits.undone(() ->
        invocations.stream()
            .map(invocation ->
                registry.find(invocation.spec().name()).orElseThrow().handler().handle(invocation))
            .toList());
  }

  /** A file can be larger than all else that is remembered; whoever asks again gets it anew. */
  private static boolean holdsFile(Reply reply) {
    return reply instanceof Reply.Card card
        && card.blocks().stream().anyMatch(Block.File.class::isInstance);
  }

  private Reply answerOnce(Invocation invocation) {
    long start = System.nanoTime();
    Reply reply = handled(invocation);
    try {
      observer.answered(
          invocation.spec().name(),
          invocation.caller().account().platform(),
          problemOf(reply),
          Duration.ofNanos(System.nanoTime() - start));
    } catch (RuntimeException | Error uncounted) {
      // The command was given all the same, and whoever waits for its answer must have it.
      LOG.error("/{} was answered and not counted", invocation.spec().name(), uncounted);
    }
    return reply;
  }

  /**
   * Turns a failure outside a handler (a line that could not be read, say) into an answer.
   *
   * @param during what was being done, for the log
   */
  public Reply.Notice failure(String during, Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return refusal.notice();
    }
    if (commits.isUnavailable()) {
      return Reply.Notice.refused(
          Problem.FAILED,
          RichText.of(
              "I cannot save anything at the moment, so nothing was changed. Please try again in a"
                  + " few minutes."));
    }
    String id = errorId();
    LOG.error("error {} while {}", id, during, failure);
    return Reply.Notice.refused(
        Problem.FAILED,
        RichText.of(
                "Something went wrong on our side, and nothing was changed. Please try again; if it"
                    + " stays, tell a moderator this id: ")
            .code(id));
  }

  /** Whether a command may wait without end. */
  boolean mayHang() {
    return commits.mayHang();
  }

  /** What somebody is told now whose command waits for what does not answer; else empty. */
  Optional<Reply.Notice> hanging() {
    if (commits.answers()) {
      return Optional.empty();
    }
    LOG.warn("a member is told that the database does not answer");
    return Optional.of(
        Reply.Notice.refused(
            Problem.FAILED,
            RichText.of(
                    "The database does not answer at the moment, and I could not make sure whether"
                        + " that was saved. Please try again in a few minutes; ")
                .command("streak")
                .plain(" tells.")));
  }

  private Reply handled(Invocation invocation) {
    CommandName name = invocation.spec().name();
    AtomicBoolean committed = new AtomicBoolean();
    try {
      Command command =
          registry
              .find(name)
              .orElseThrow(() -> Refusal.of(Problem.UNKNOWN_COMMAND, "There is no such command."));
      checkPermission(command.spec(), invocation.caller());
      checkRate(invocation);
      return commits.track(committed, () -> command.handler().handle(invocation));
    } catch (Refusal refusal) {
      return refusal.notice();
    } catch (RuntimeException | Error failure) {
      String during = "answering /" + name + " (" + invocation.id() + ")";
      return committed.get() ? unsure(during, failure) : failure(during, failure);
    }
  }

  /** Something was kept before it failed, or the answer to a commit was lost. */
  private static Reply.Notice unsure(String during, Throwable failure) {
    String id = errorId();
    LOG.error("error {} while {}, which may have been kept", id, during, failure);
    return Reply.Notice.refused(
        Problem.FAILED,
        RichText.of(
                "Something went wrong on our side, and I could not make sure whether that was"
                    + " saved: ")
            .command("streak")
            .plain(
                " tells. If it is not, please try again; if it stays so, tell a moderator this id:"
                    + " ")
            .code(id));
  }

  /**
   * Checks that somebody may give a command, as before it is given, so before a form for it is
   * shown.
   *
   * @throws Refusal when it is not for them
   */
  static void checkPermission(CommandSpec spec, Caller caller) {
    if (spec.permission() == Permission.MODERATOR && !caller.moderator()) {
      throw Refusal.of(
          Problem.NOT_ALLOWED,
          RichText.EMPTY
              .command(spec.name().toString())
              .plain(" is for moderators. Ask one of yours to do it."));
    }
  }

  private void checkRate(Invocation invocation) {
    Duration wait =
        rateLimit.map(limit -> limit.take(invocation.caller().account())).orElse(Duration.ZERO);
    if (wait.isPositive()) {
      long seconds = wait.plusMillis(999).toSeconds();
      throw Refusal.of(
          Problem.NOT_ALLOWED,
          "That was a lot at once. Try again in "
              + seconds
              + (seconds == 1 ? " second." : " seconds."));
    }
  }

  private static @Nullable Problem problemOf(Reply reply) {
    return reply instanceof Reply.Notice notice ? notice.problem() : null;
  }

  private static String errorId() {
    byte[] bytes = new byte[4];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
