package dev.cairn.platform.discord.answer;

import dev.cairn.chat.Account;
import dev.cairn.chat.Audience;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Answer;
import dev.cairn.command.Rehearsal;
import dev.cairn.platform.discord.render.DiscordRenderer;
import dev.cairn.platform.discord.render.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws the answers of a rehearsal as they would be sent, again and again, until they cost what
 * they will cost from then on. They are sent to nobody.
 */
public final class AnswersToNobody {
  private static final Logger LOG = LoggerFactory.getLogger(AnswersToNobody.class);

  /** By then an answer takes what it takes from a process that has answered for a minute. */
  private static final int ROUNDS = 60;

  private final Rehearsal rehearsal;
  private final DiscordRenderer renderer;
  private final InstantSource clock;

  public AnswersToNobody(Rehearsal rehearsal, DiscordRenderer renderer, InstantSource clock) {
    this.rehearsal = rehearsal;
    this.renderer = renderer;
    this.clock = clock;
  }

  /**
   * Does all of it, on this thread.
   *
   * @param name that no other process uses: two that change the same would wait for each other
   * @param pause waits a little, so that whoever answers members meanwhile is not held up; whether
   *     to go on
   */
  public void draw(String name, BooleanSupplier pause) {
    Account nobody = new Account(Platform.DISCORD, name, name, "Nobody");
    try {
      for (int round = 0; round < ROUNDS && (round == 0 || pause.getAsBoolean()); round++) {
        // A day of its own each, so that there is a picture to draw.
        Instant at = clock.instant().minus(Duration.ofDays(round));
        for (Reply reply : rehearsal.answers(nobody, at)) {
          draw(reply, nobody);
        }
      }
    } catch (RuntimeException failure) {
      LOG.info("the first members will wait a little longer: {}", failure.toString());
    }
  }

  private void draw(Reply reply, Account nobody) {
    Answer answer = new Answer.Said(null, reply, Audience.CALLER, false);
    DrawnAnswer drawn = new DrawnAnswer(renderer, answer, Recipient.caller(nobody.user())).drawn();
    Callbacks.reply(drawn.message(), drawn.isPrivate(), json -> {});
  }
}
