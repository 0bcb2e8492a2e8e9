package dev.cairn.feature.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.TestCommunity;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In whatever order posts come, go and come back: each threshold is announced at most once. */
final class MilestonePropertyTest {
  private static final List<Integer> THRESHOLDS = List.of(2, 3, 5, 8);
  private static final int ADDRESSES = 9;
  private static final int STEPS = 120;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void eachThresholdIsAnnouncedAtMostOnce(long seed) {
    Random random = new Random(seed);
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-01T09:00:00Z");
      lab.moderate("/milestone rules posts:2,3,5,8 together:none auto:true channel:#cheers");
      TreeSet<Integer> present = new TreeSet<>();
      int most = 0;
      for (int step = 0; step < STEPS; step++) {
        int address = random.nextInt(ADDRESSES);
        if (random.nextInt(5) < 3) {
          lab.say("asha", "/blog add https://asha.example/" + address);
          present.add(address);
        } else {
          lab.say("asha", "/blog remove https://asha.example/" + address);
          present.remove(address);
        }
        most = Math.max(most, present.size());
        if (random.nextBoolean()) {
          lab.runDue();
        }
      }
      lab.runDue();
      int reached = most;
      assertThat(lab.posted.stream().map(OutgoingMessage::card).map(card -> card.title()))
          .as("seed " + seed)
          .containsExactlyInAnyOrderElementsOf(
              THRESHOLDS.stream()
                  .filter(threshold -> threshold <= reached)
                  .map(threshold -> "asha: " + threshold + " posts")
                  .toList());
      assertThat(lab.facts("asha", "/blog list")).containsEntry("total", present.size());
    }
  }
}
