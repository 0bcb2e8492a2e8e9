package dev.cairn.feature.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.CairnApp;
import dev.cairn.TestCairn;
import dev.cairn.chat.Platform;
import dev.cairn.connection.Connections;
import dev.cairn.connection.MessageSender;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.Statements;
import dev.cairn.jobs.SteppedJobRunner;
import dev.cairn.platform.local.LocalCommunity;
import dev.cairn.platform.local.LocalConversation;
import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A channel is asked, members answer, and the process ends at any statement of it; the platform
 * delivers again what was not acknowledged, and another process goes on.
 */
final class OpenQuizOnceTest {
  private static final int ROUNDS = 30;
  private static final String ID = "tool:mlflow";

  private Instant now = Instant.parse("2026-03-01T08:00:00Z");
  private final List<MessageSender.OutgoingMessage> channel = new ArrayList<>();
  private final Set<Integer> killedAt = new HashSet<>();

  /** The process ends here. */
  private static final class Killed extends Error {
    Killed() {
      super("killed", null, false, false);
    }
  }

  /** A server process, which may end before or after any statement and any message. */
  private final class Server implements MessageSender {
    private final int until;
    private final LocalConversation conversation;
    private final SteppedJobRunner stepper;
    private int steps;

    Server(Database database, int until) {
      this.until = until;
      // Whoever was there before is dead, and does not count steps any more.
      Statements.around(database, () -> {});
      Connections senders = new Connections();
      senders.connect(this);
      CairnApp cairn = TestCairn.of(database, () -> now, senders);
      stepper =
          cairn.stepper((at, work) -> {
            now = at.isAfter(now) ? at : now;
            work.run();
          });
      conversation = new LocalConversation(cairn.dialogue(), LocalCommunity.open("lab"));
      Statements.around(database, this::step);
    }

    private void step() {
      if (steps >= until) {
        killedAt.add(until);
        throw new Killed();
      }
      steps++;
    }

    /** What is answered, or empty where the process did not live to answer. */
    Optional<Turn> say(String member, String text, String id) {
      Turn turn = conversation.say(LocalMember.named(member), text, now, id);
      return steps < until ? Optional.of(turn) : Optional.empty();
    }

    /** False where the process did not live to do it all. */
    boolean work(Duration time) {
      try {
        stepper.runThrough(now.plus(time));
        now = now.plus(time);
        return true;
      } catch (Killed killed) {
        return false;
      }
    }

    @Override
    public Platform platform() {
      return Platform.LOCAL;
    }

    @Override
    public Delivery send(OutgoingMessage message) {
      step();
      channel.add(message);
      step();
      return new Delivery.Sent(message.nonce());
    }

    @Override
    public Search find(Address address, String nonce, Window tried) {
      return Search.of(
          channel.stream()
              .filter(message -> message.nonce().equals(nonce))
              .map(message -> new Delivery.Sent(nonce))
              .findFirst());
    }
  }

  /** Says it again and again, as platforms do, until a process lives to answer. */
  private Server said(
      Server process, Database database, Random random, String member, String text, String id) {
    Server living = process;
    for (int deaths = 0; living.say(member, text, id).isEmpty(); deaths++) {
      living = new Server(database, deaths > 2 ? Integer.MAX_VALUE : random.nextInt(40));
    }
    return living;
  }

  @ParameterizedTest
  @EnumSource
  void whereverTheProcessEndsTheChannelHearsEachResultOnceAndEveryAnswerCountsOnce(
      DatabaseUnderTest kind) {
    try (Database database = kind.open()) {
      for (int round = 0; round < ROUNDS; round++) {
        Random random = new Random(round);
        channel.clear();
        Server process = new Server(database, random.nextInt(60));
        process =
            said(
                process, database, random, "asha", "/quiz open:true about:mlflow", "open-" + round);
        for (String member : List.of("ben", "chiara", "dev")) {
          String text = "/quiz id:" + ID + " answer:" + "ABCD".charAt(random.nextInt(4));
          process = said(process, database, random, member, text, member + "-" + round);
        }
        for (int deaths = 0; !process.work(Duration.ofMinutes(5)); deaths++) {
          process = new Server(database, deaths > 2 ? Integer.MAX_VALUE : random.nextInt(30));
        }
        new Server(database, Integer.MAX_VALUE).work(Duration.ofMinutes(30));
        assertThat(channel).as("round %d", round).hasSize(1);
        assertThat(channel.getFirst().card().facts().values())
            .as("round %d", round)
            .containsEntry("id", ID)
            .containsEntry("answers", 3);
      }
      assertThat(new Server(database, Integer.MAX_VALUE).say("ben", "/quiz score", "score"))
          .hasValueSatisfying(
              turn -> assertThat(turn.reply().facts().values()).containsEntry("answered", ROUNDS));
    }
    assertThat(killedAt).as("steps at which a process was killed").hasSizeGreaterThan(10);
  }
}
