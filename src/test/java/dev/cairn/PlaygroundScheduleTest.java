package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.connection.Connections;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.jobs.SteppedJobRunner;
import dev.cairn.platform.local.playground.Channel;
import dev.cairn.platform.local.playground.Message;
import dev.cairn.platform.local.playground.Playground;
import dev.cairn.platform.local.playground.PlaygroundClock;
import dev.cairn.platform.local.playground.PlaygroundCommunity;
import dev.cairn.platform.local.playground.Viewpoint;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What falls due while the playground's clock is moved. */
final class PlaygroundScheduleTest {

  @Test
  void movingTheClockToTomorrowPostsTheTopicAtItsHour() {
    PlaygroundClock clock = new PlaygroundClock(() -> Instant.parse("2026-01-01T09:00:00Z"));
    Connections senders = new Connections();
    try (Database database = DatabaseUnderTest.H2.open()) {
      CairnApp cairn = TestCairn.of(database, clock, senders);
      PlaygroundCommunity community = PlaygroundCommunity.usual();
      Playground playground = new Playground(cairn.dialogue(), clock, community);
      senders.connect(playground.sender());
      SteppedJobRunner stepper = cairn.stepper(clock::during);
      clock.onMove(stepper::runThrough);
      Channel channel = community.channel("daily").orElseThrow();
      Viewpoint mod = new Viewpoint(community.member("mod").orElseThrow(), channel);
      playground.say(mod, "/daily set channel:#daily hour:08:00");

      playground.advanceToTomorrow(mod);

      List<Message> posts =
          playground.timeline().look(mod).stream()
              .filter(message -> message.body() instanceof Message.Post)
              .toList();
      assertThat(posts).hasSize(1);
      assertThat(posts.getFirst().at()).isEqualTo("2026-01-02T08:00:00Z");
      assertThat(((Message.Post) posts.getFirst().body()).thread()).startsWith("Day 2: ");
      assertThat(clock.instant()).isEqualTo("2026-01-02T09:00:00Z");
    }
  }
}
