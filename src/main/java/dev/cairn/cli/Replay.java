package dev.cairn.cli;

import dev.cairn.CairnApp;
import dev.cairn.catalog.Catalog;
import dev.cairn.command.CommandObserver;
import dev.cairn.command.CommandRegistry;
import dev.cairn.connection.Connections;
import dev.cairn.database.Database;
import dev.cairn.jobs.SteppedJobRunner;
import dev.cairn.platform.local.LocalCommunity;
import dev.cairn.platform.local.LocalConversation;
import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.Occasion;
import dev.cairn.platform.local.Turn;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Plays a conversation on a clock of its own: the time is what the newest line says. */
final class Replay {
  private final CairnApp cairn;
  private final SteppedJobRunner stepper;
  private final BiConsumer<Turn, CommandRegistry> answered;
  private final Map<String, LocalConversation> conversations = new HashMap<>();
  private Instant now = Instant.MIN;

  /**
   * @param answered takes each answer, in order
   * @param posted takes what is posted unasked, in its place among the answers
   */
  Replay(
      Database database,
      Catalog catalog,
      BiConsumer<Turn, CommandRegistry> answered,
      BiConsumer<Scheduled, CommandRegistry> posted) {
    InstantSource clock = () -> now;
    Connections connections = new Connections();
    connections.connect(new ReplaySender(clock, scheduled -> posted.accept(scheduled, registry())));
    this.cairn =
        new CairnApp(database, catalog, clock, Optional.empty(), CommandObserver.NONE, connections);
    this.stepper = cairn.stepper(this::during);
    this.answered = answered;
  }

  private CommandRegistry registry() {
    return cairn.dialogue().registry();
  }

  private void during(Instant at, Runnable work) {
    now = at;
    work.run();
  }

  /**
   * Plays all lines, and before each what falls due until then. Blank ones are passed over; where
   * there is no other, nothing happens.
   *
   * @throws FailureException that names the line, at the first that cannot be played
   */
  void run(TextLines lines) throws IOException {
    try (cairn) {
      playAll(lines);
    }
  }

  private void playAll(TextLines lines) throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        play(ReplayLine.parse(lines.number(), line));
      }
    }
    if (now.isAfter(Instant.MIN)) {
      stepper.runThrough(now);
    }
  }

  private void play(ReplayLine line) {
    if (line.at().isBefore(now)) {
      throw new FailureException(
          "line %d: time runs backwards: %s after %s".formatted(line.number(), line.at(), now));
    }
    stepper.runThrough(line.at());
    now = line.at();
    LocalConversation conversation =
        conversations.computeIfAbsent(
            line.community(),
            name -> new LocalConversation(cairn.dialogue(), LocalCommunity.open(name)));
    LocalMember member = new LocalMember(line.member(), line.moderator());
    String id = line.id() == null ? Occasion.newId() : line.id();
    answered.accept(
        line.press() == null
            ? conversation.say(member, String.valueOf(line.text()), now, id)
            : conversation.press(member, line.press(), now, id),
        registry());
  }
}
