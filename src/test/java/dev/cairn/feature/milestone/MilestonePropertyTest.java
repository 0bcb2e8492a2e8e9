package dev.cairn.feature.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.connection.MessageSender.OutgoingMessage;
import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.feature.TestCommunity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** Also where some are told together, others are planned, and moderators take part. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void eachIsToldInOnePostAtMostWhereManyBecomeOne(long seed) {
    Random random = new Random(seed);
    try (Database database = DatabaseUnderTest.H2.open()) {
      TestCommunity lab = new TestCommunity(database).at("2026-01-01T09:00:00Z");
      lab.moderate("/milestone rules posts:2,3,5,8 together:+3 streak:none channel:#cheers");
      for (int step = 0; step < STEPS; step++) {
        int address = random.nextInt(ADDRESSES);
        int id = 1 + random.nextInt(6);
        switch (random.nextInt(12)) {
          case 0, 1, 2, 3, 4 -> lab.say("asha", "/blog add https://asha.example/" + address);
          case 5, 6 -> lab.say("asha", "/blog remove https://asha.example/" + address);
          case 7 -> lab.moderate("/milestone announce " + id + " at:18:00");
          case 8 -> lab.moderate("/milestone announce all:true");
          case 9 -> lab.moderate("/milestone announce " + id);
          case 10 ->
              lab.moderate("/milestone rules auto:%s digest:1".formatted(random.nextBoolean()));
          default -> lab.after(Duration.ofHours(7));
        }
        if (random.nextBoolean()) {
          lab.runDue();
        }
      }
      lab.after(Duration.ofDays(2));
      List<Object> told = new ArrayList<>();
      for (OutgoingMessage post : lab.posted) {
        Map<String, ?> facts = post.card().facts().values();
        if (facts.containsKey("milestones")) {
          for (Object each : (List<?>) Objects.requireNonNull(facts.get("milestones"))) {
            told.add(Objects.requireNonNull(((Map<?, ?>) each).get("id")));
          }
        } else {
          told.add(Objects.requireNonNull(facts.get("id")));
        }
      }
      assertThat(told).as("seed " + seed).doesNotHaveDuplicates().isNotEmpty();
      assertThat(told)
          .as("seed " + seed)
          .hasSize((int) lab.reached().stream().filter(each -> each.endsWith("ANNOUNCED")).count());
    }
  }
}
