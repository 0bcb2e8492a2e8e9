package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** What is logged, where to and in which form. */
final class StandardErrorLogTest {
  private static String logged(LoggerContext context, Runnable work) {
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setErr(before);
      context.stop();
    }
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  void logbackFindsIt() {
    assertThat(ServiceLoader.load(Configurator.class))
        .hasAtLeastOneElementOfType(StandardErrorLog.class);
  }

  @Test
  void oursIsLoggedFromInfoOnAndThatOfLibrariesFromWarningsOn() {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    assertThat(StandardErrorLog.logToStandardError(context))
        .isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
    Logger ours = context.getLogger("dev.cairn.Service");
    Logger library = context.getLogger("org.flywaydb.core.Flyway");
    String logged =
        logged(
            context,
            () -> {
              ours.debug("one");
              ours.info("two");
              library.info("three");
              library.warn("four", new IllegalStateException("five"));
            });
    // Threads of other tests may log meanwhile, so it is not said what stands between the lines.
    assertThat(logged)
        .containsPattern("(?m)^\\d{4}-\\d\\d-\\d\\dT[0-9:.]{12}Z INFO  dev.cairn.Service - two$")
        .containsPattern("(?m) WARN  o.f.core.Flyway - four$")
        .containsPattern("(?m)^java.lang.IllegalStateException: five$")
        .doesNotContain(" - one", " - three");
  }

  @Test
  void whatMembersTypedIsNotLoggedByTheLibraryThatReadsIt() {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    StandardErrorLog.logToStandardError(context);
    String logged =
        logged(
            context,
            () -> {
              for (String name :
                  new String[] {
                    "com.slack.api.bolt.App",
                    "com.slack.api.app_backend.events.EventTypeExtractorImpl",
                    "com.slack.api.methods.SlackApiException",
                    "com.slack.api.util.http.listener.DetailedLoggingListener"
                  }) {
                context.getLogger(name).error("Failed to parse {}", "a secret");
              }
            });
    assertThat(logged).doesNotContain("a secret");
  }

  @Test
  void aFailureThatComesAgainAndAgainIsLoggedOnceAMinute() {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    StandardErrorLog.logToStandardError(context);
    Logger library = context.getLogger("com.github.kagkarlsson.scheduler.Scheduler");
    Logger ours = context.getLogger("dev.cairn.command.CommandRouter");
    String logged =
        logged(
            context,
            () -> {
              for (int second = 0; second < 50; second++) {
                library.error("polling failed", new IllegalStateException("down"));
                ours.error("error {} while answering", second, new IllegalStateException("down"));
                ours.warn("no stack trace");
              }
            });
    assertThat(logged).containsOnlyOnce("polling failed");
    assertThat(logged.split("while answering", -1)).hasSize(51);
    assertThat(logged.split("no stack trace", -1)).hasSize(51);
  }

  @Test
  void thatDiscordCannotBeReachedIsLeftToUsToTell() {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    StandardErrorLog.logToStandardError(context);
    Logger library = context.getLogger("net.dv8tion.jda.api.requests.RestRateLimiter");
    String logged =
        logged(
            context,
            () -> {
              for (int second = 0; second < 50; second++) {
                library.error(
                    "no request", new UncheckedIOException(new ConnectException("refused")));
                library.warn("disconnected for the {} time", second);
                library.error("INTERACTION_CREATE", new RejectedExecutionException("closing"));
                library.error("a fault of its own", new IllegalStateException("odd"));
              }
            });
    assertThat(logged)
        .doesNotContain("no request", "ConnectException", "INTERACTION_CREATE")
        .containsOnlyOnce("disconnected for the")
        .containsOnlyOnce("a fault of its own");
  }

  /** The tests have one, which shows less of a stack trace. */
  @Test
  void itGivesWayToAFile() {
    LoggerContext context = new LoggerContext();
    StandardErrorLog configurator = new StandardErrorLog();
    configurator.setContext(context);
    assertThat(configurator.configure(context))
        .isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
    assertThat(context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stderr"))
        .isInstanceOfSatisfying(
            ConsoleAppender.class,
            appender ->
                assertThat(appender.getEncoder())
                    .isInstanceOfSatisfying(
                        PatternLayoutEncoder.class,
                        encoder -> assertThat(encoder.getPattern()).endsWith("%ex{4}")));
    context.stop();
  }
}
