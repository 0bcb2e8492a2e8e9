package dev.cairn.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.TestCommunity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done now and then is done by one. */
final class SweepTurnsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration DAY = Duration.ofHours(24);

  @ParameterizedTest
  @EnumSource
  void oneTurnIsTakenInATime(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      TestCommunity lab = new TestCommunity(database);
      CommunityId community = lab.member("asha").community().id();
      SweepTurns turns = new SweepTurns(database);
      assertThat(turns.take(community, "look", NOON, DAY)).isTrue();
      assertThat(turns.take(community, "look", NOON.plus(Duration.ofHours(23)), DAY)).isFalse();
      assertThat(turns.take(community, "another", NOON, DAY)).isTrue();
      assertThat(turns.take(community, "look", NOON.plus(DAY), DAY)).isTrue();
      assertThat(turns.take(community, "look", NOON, DAY)).as("the clock was set back").isTrue();
    }
  }
}
