package dev.cairn.platform.discord.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.platform.discord.api.Snowflake;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplyDeadlineTest {
  private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    // gone since the interaction was made, left of 1500; all in ms
    "0, 1500",
    "400, 1100",
    "1000, 500",
    "1400, 500",
    "3600000, 500",
    "-200, 1500"
  })
  void endsSoonerForWhatWasHeardLate(long gone, long left) {
    ReplyDeadline patience = new ReplyDeadline(Duration.ofMillis(1500), () -> NOW);
    long interaction = Snowflake.at(NOW.minusMillis(gone));
    assertThat(patience.left(interaction)).isEqualTo(Duration.ofMillis(left));
  }
}
