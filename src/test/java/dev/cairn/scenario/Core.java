package dev.cairn.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.CairnApp;
import dev.cairn.TestCairn;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Command;
import dev.cairn.command.CommandObserver;
import dev.cairn.command.CommandRegistry;
import dev.cairn.command.CommandRouter;
import dev.cairn.command.Dialogue;
import dev.cairn.connection.Connections;
import dev.cairn.connection.Installations;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.installation.InstallationStore;
import dev.cairn.jobs.SteppedJobRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The whole of Cairn on a clock of its own, with an ear on the facts of every reply. */
final class Core implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database = DatabaseUnderTest.H2.open();
  private final Connections senders = new Connections();
  private final CairnApp cairn;
  private final Dialogue dialogue;
  private final SteppedJobRunner stepper;
  private volatile Instant now;
  private volatile @Nullable Map<String, @Nullable Object> facts;

  Core(Instant start) {
    now = start;
    cairn = TestCairn.of(database, () -> now, senders);
    CommandRegistry registry = cairn.dialogue().registry();
    List<Command> overheard =
        registry.specs().stream()
            .map(spec -> overheard(registry.find(spec.name()).orElseThrow()))
            .toList();
    dialogue =
        new Dialogue(
            new CommandRouter(
                new CommandRegistry(overheard), Optional.empty(), CommandObserver.NONE));
    stepper = cairn.stepper(this::during);
  }

  private Command overheard(Command command) {
    return new Command(
        command.spec(),
        invocation -> {
          try {
            return noted(command.handler().handle(invocation));
          } catch (Refusal refusal) {
            noted(refusal.notice());
            throw refusal;
          }
        });
  }

  private Reply noted(Reply reply) {
    facts = reply.facts().values();
    return reply;
  }

  /** The parts. */
  CairnApp cairn() {
    return cairn;
  }

  /** Answers whatever members do. */
  Dialogue dialogue() {
    return dialogue;
  }

  /** Where Slack's workspaces are kept. */
  Installations installations() {
    return new InstallationStore(database);
  }

  /** Where platforms are connected. */
  Connections senders() {
    return senders;
  }

  /** The clock. */
  InstantSource clock() {
    return () -> now;
  }

  /** Moves the clock, and does what falls due until then. */
  void moveTo(Instant to) {
    stepper.runThrough(to);
    now = to;
  }

  private void during(Instant at, Runnable work) {
    now = at;
    work.run();
  }

  /** The facts of the newest reply as JSON, once; {@code null} where no command was run since. */
  String takeFacts() {
    Map<String, @Nullable Object> taken = facts;
    facts = null;
    try {
      return JSON.writeValueAsString(taken);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
