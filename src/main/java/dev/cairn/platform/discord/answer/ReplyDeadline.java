package dev.cairn.platform.discord.answer;

import dev.cairn.platform.discord.api.Snowflake;
import dev.cairn.platform.discord.render.DiscordLimits;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How long an answer may take before its interaction is acknowledged without it. Discord counts
 * from when the interaction was made: what it took to reach us, and to get its turn in a process
 * that has just started, is gone already.
 *
 * @param whole for an interaction that is heard at once; well under {@link
 *     DiscordLimits#FIRST_ANSWER}
 * @param clock tells how long ago an interaction was made
 */
public record ReplyDeadline(Duration whole, InstantSource clock) {
  /** How exactly it is kept. */
  Duration round() {
    return whole.dividedBy(10);
  }

  /** How long ago an interaction was made; nothing where the clocks disagree. */
  Duration age(long interaction) {
    Duration age = Duration.between(Snowflake.instant(interaction), clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }

  /**
   * What is left for this interaction: at least a third, so that a clock of ours that is wrong
   * makes us hasty at worst.
   *
   * @param interaction its id
   */
  Duration left(long interaction) {
    Duration gone = Duration.between(Snowflake.instant(interaction), clock.instant());
    if (gone.isNegative()) {
      return whole;
    }
    Duration least = whole.dividedBy(3);
    Duration left = whole.minus(gone);
    return left.compareTo(least) < 0 ? least : left;
  }
}
