package dev.cairn.domain.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cairn.domain.recall.Memory.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FSRS-6, held against figures that py-fsrs publishes. */
final class FsrsTest {
  private static final List<Rating> RATINGS = List.of(Rating.values());
  private static final Instant START = Instant.parse("2022-11-29T12:30:00Z");

  @Test
  void growsFallsAndGrowsAgainAsPublished() {
    List<Rating> ratings = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      ratings.add(i == 6 || i == 7 ? Rating.AGAIN : Rating.GOOD);
    }
    Memory memory = Memory.unseen(START);
    List<Long> intervals = new ArrayList<>();
    for (Rating rating : ratings) {
      memory = Fsrs.review(memory, rating, memory.due());
      intervals.add(Fsrs.intervalDays(memory));
    }
    assertThat(intervals)
        .containsExactly(0L, 2L, 11L, 46L, 163L, 498L, 0L, 0L, 2L, 4L, 7L, 12L, 21L);
  }

  @Test
  void reachesThePublishedStabilityAndDifficulty() {
    int[] days = {0, 0, 1, 3, 8, 21};
    Memory memory = Memory.unseen(START);
    Instant at = START;
    for (int i = 0; i < days.length; i++) {
      at = at.plus(Duration.ofDays(days[i]));
      memory = Fsrs.review(memory, i == 0 ? Rating.AGAIN : Rating.GOOD, at);
    }
    assertThat(memory.stability()).isCloseTo(53.62691, within(1e-4));
    assertThat(memory.difficulty()).isCloseTo(6.3574867, within(1e-4));
  }

  @Test
  void becomesAsEasyAsCanBe() {
    Memory memory = Memory.unseen(START);
    for (int i = 0; i < 10; i++) {
      memory = Fsrs.review(memory, Rating.EASY, START.plusNanos(i * 1_000L));
    }
    assertThat(memory.difficulty()).isEqualTo(1.0);
  }

  @ParameterizedTest
  @CsvSource({"AGAIN, 60, LEARNING", "HARD, 330, LEARNING", "GOOD, 600, LEARNING"})
  void asksAgainSoonWhatIsNew(Rating rating, long seconds, Phase phase) {
    Memory memory = Fsrs.review(Memory.unseen(START), rating, START);
    assertThat(Duration.between(START, memory.due()).toSeconds()).isEqualTo(seconds);
    assertThat(memory.phase()).isEqualTo(phase);
  }

  @Test
  void learnsAtOnceWhatIsEasy() {
    Memory memory = Fsrs.review(Memory.unseen(START), Rating.EASY, START);
    assertThat(memory.phase()).isEqualTo(Phase.REVIEW);
    assertThat(Fsrs.intervalDays(memory)).isEqualTo(8);
  }

  @Test
  void relearnsWhatWasForgotten() {
    Memory learned = Fsrs.review(Memory.unseen(START), Rating.EASY, START);
    Memory forgotten = Fsrs.review(learned, Rating.AGAIN, learned.due());
    assertThat(forgotten.phase()).isEqualTo(Phase.RELEARNING);
    assertThat(Duration.between(learned.due(), forgotten.due())).isEqualTo(Duration.ofMinutes(10));
    Memory hard = Fsrs.review(forgotten, Rating.HARD, forgotten.due());
    assertThat(Duration.between(forgotten.due(), hard.due())).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void expectsRecallToFadeToNineInTenByTheDueDay() {
    Memory memory = Fsrs.review(Memory.unseen(START), Rating.EASY, START);
    Instant due = START.plus(Duration.ofDays(Math.round(memory.stability())));
    assertThat(Fsrs.retrievability(memory, START)).isEqualTo(1.0);
    assertThat(Fsrs.retrievability(memory, due)).isCloseTo(0.9, within(0.01));
    assertThat(Fsrs.retrievability(Memory.unseen(START), due)).isZero();
  }

  /** Whatever is answered, and wherever the clock jumps, the figures stay within their bounds. */
  @Test
  void staysWithinItsBounds() {
    long seed = Long.getLong("cairn.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int card = 0; card < 500; card++) {
      Memory memory = Memory.unseen(START);
      Instant at = START;
      for (int i = 0; i < 40; i++) {
        at = at.plusSeconds((long) (random.nextGaussian() * 20 * 86_400));
        memory = Fsrs.review(memory, RATINGS.get(random.nextInt(RATINGS.size())), at);
        assertThat(memory.stability()).as("seed %d", seed).isGreaterThanOrEqualTo(0.001).isFinite();
        assertThat(memory.difficulty()).as("seed %d", seed).isBetween(1.0, 10.0);
        assertThat(memory.due()).as("seed %d", seed).isAfter(at);
        assertThat(memory.lastReview()).as("seed %d", seed).isEqualTo(at);
      }
    }
  }
}
