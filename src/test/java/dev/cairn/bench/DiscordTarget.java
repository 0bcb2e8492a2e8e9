package dev.cairn.bench;

import dev.cairn.platform.discord.standin.DiscordStandIn;
import dev.cairn.platform.discord.standin.RestRequest;
import dev.cairn.platform.discord.standin.UserInteraction;
import dev.cairn.platform.discord.standin.UserInteraction.Slash;
import dev.cairn.platform.discord.standin.UserInteraction.Typing;
import dev.cairn.platform.discord.standin.World;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bot on Discord. An interaction is answered when the first message with content is there. */
final class DiscordTarget implements Target {
  private static final Pattern ANSWER =
      Pattern.compile("/(?:interactions|webhooks)/[0-9]+/([^/]+).*");
  private static final int DEFERRED = 5;
  private static final int PATIENCE_SECONDS = 120;
  private static final int FIRST_USER = 100_000;
  private static final int LAST_NAME = 999_999;

  private final DiscordStandIn discord;
  private final Map<String, Exchange> waiting = new ConcurrentHashMap<>();
  private final AtomicLong calls = new AtomicLong();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Program program;
  private final double startMillis;

  private DiscordTarget(DiscordStandIn discord, Function<DiscordStandIn, Program> start)
      throws InterruptedException {
    this.discord = discord;
    discord.watch(this::told);
    program = start.apply(discord);
    if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      String said = program.lastWords();
      close();
      throw new IllegalStateException("the program registered no commands: " + said);
    }
    startMillis = program.age();
  }

  /** Starts a program and waits until it has registered its commands. */
  static DiscordTarget start(Function<DiscordStandIn, Program> start)
      throws IOException, InterruptedException {
    return new DiscordTarget(DiscordStandIn.open(), start);
  }

  private void told(RestRequest request) {
    calls.incrementAndGet();
    Matcher answer = ANSWER.matcher(request.path());
    if (answer.matches()) {
      if (request.body().path("type").asInt() != DEFERRED) {
        Exchange exchange = waiting.remove(answer.group(1));
        if (exchange != null) {
          exchange.answeredAt(request.arrivedNanos());
        }
      }
    } else if (request.method().equals("PUT") && request.path().endsWith("/commands")) {
      ready.countDown();
    }
  }

  @Override
  public void send(BenchStep step, int user, Exchange exchange) {
    discord.interact(
        interaction(step, user),
        token -> {
          waiting.put(token, exchange);
          exchange.sentNow();
        });
  }

  private static UserInteraction interaction(BenchStep step, int user) {
    // Who comes later stands further up where all else is equal.
    World.User by =
        new World.User(
            Integer.toString(FIRST_USER + user),
            "Member %06d".formatted(LAST_NAME - user),
            List.of());
    return switch (step) {
      case COMPLETION -> new Typing(by, "role", "name", "ml");
      case ROLE -> new Slash(by, "role", Map.of("name", "mlops engineer"));
      case SEARCH -> new Slash(by, "search", Map.of("query", "drift"));
      default -> new Slash(by, step.command(), Map.of());
    };
  }

  @Override
  public long calls() {
    return calls.get();
  }

  @Override
  public Program program() {
    return program;
  }

  @Override
  public double startMillis() {
    return startMillis;
  }

  @Override
  public void close() {
    program.close();
    discord.close();
  }
}
