package dev.cairn.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.DefaultJoranConfigurator;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;

/**
 * Logs to standard error, so that standard output holds only what was asked for. It gives way to
 * the file that {@code logback.configurationFile} names, and to a {@code logback.xml} on the class
 * path.
 *
 * <p>It is code because reading it from XML would load 490 more classes at every start.
 */
public final class StandardErrorLog extends ContextAwareBase implements Configurator {
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger{20} - %msg%n%ex";

  /** For Logback, which finds it as a service. */
  public StandardErrorLog() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    // Logback asks us before it looks for files of its own accord.
    Configurator files = new DefaultJoranConfigurator();
    files.setContext(context);
    return files.configure(context) == ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY
        ? ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY
        : logToStandardError(context);
  }

  static ExecutionStatus logToStandardError(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    ConsoleAppender<ILoggingEvent> standardError = new ConsoleAppender<>();
    standardError.setContext(context);
    standardError.setName("stderr");
    standardError.setTarget("System.err");
    standardError.setEncoder(encoder);
    RepeatFilter repeats = new RepeatFilter();
    repeats.start();
    standardError.addFilter(repeats);
    standardError.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(standardError);
    context.getLogger("dev.cairn").setLevel(Level.INFO);
    // What these have to say of a failure is thrown as well, and told once by us.
    context.getLogger("com.zaxxer.hikari").setLevel(Level.OFF);
    context.getLogger("io.javalin.Javalin").setLevel(Level.OFF);
    // These write what members typed, and tokens, into what they have to say of a failure.
    for (String library : List.of("app_backend", "bolt", "methods", "util")) {
      context.getLogger("com.slack.api." + library).setLevel(Level.OFF);
    }
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
