package dev.cairn.domain.buddy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.MemberId;
import dev.cairn.domain.Property;
import dev.cairn.domain.buddy.BuddyMatching.Candidate;
import dev.cairn.domain.buddy.BuddyMatching.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BuddyMatchingTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static Candidate candidate(long id, int hour, int pace, int daysAgo) {
    return new Candidate(
        new MemberId(id), NOW.minus(Duration.ofDays(daysAgo)), new StudyHabit(hour * 60, pace));
  }

  private static List<String> matched(Candidate... waiting) {
    return matched((one, other) -> false, waiting);
  }

  private static List<String> matched(BiPredicate<MemberId, MemberId> apart, Candidate... waiting) {
    return BuddyMatching.match(List.of(waiting), apart, NOW).stream()
        .map(pair -> pair.one().member().value() + "+" + pair.other().member().value())
        .toList();
  }

  @Test
  void theClosestHourIsPreferred() {
    assertThat(matched(candidate(1, 9, 80, 0), candidate(2, 11, 80, 0), candidate(3, 10, 80, 0)))
        .containsExactly("1+3");
  }

  @Test
  void midnightIsNoBorder() {
    assertThat(matched(candidate(1, 23, 50, 0), candidate(2, 1, 50, 0))).containsExactly("1+2");
  }

  @Test
  void amongEqualHoursThePaceDecides() {
    assertThat(matched(candidate(1, 9, 90, 0), candidate(2, 9, 20, 0), candidate(3, 9, 85, 0)))
        .containsExactly("1+3");
  }

  @Test
  void hoursThatAreFarApartNeedTime() {
    assertThat(matched(candidate(1, 6, 50, 0), candidate(2, 18, 50, 0))).isEmpty();
    assertThat(matched(candidate(1, 6, 50, 8), candidate(2, 18, 50, 0))).isEmpty();
    assertThat(matched(candidate(1, 6, 50, 9), candidate(2, 18, 50, 0))).containsExactly("1+2");
  }

  @Test
  void whoeverHasWaitedLongestIsServedFirst() {
    assertThat(matched(candidate(1, 9, 50, 0), candidate(2, 9, 50, 0), candidate(3, 9, 50, 5)))
        .containsExactly("3+1");
  }

  @Test
  void whoIsToStayApartStaysApart() {
    assertThat(
            matched(
                (one, other) -> one.value() + other.value() == 3,
                candidate(1, 9, 50, 9),
                candidate(2, 9, 50, 9)))
        .isEmpty();
  }

  @Test
  void theUsualHourIsTheOneInTheMiddle() {
    assertThat(
            StudyHabit.usualMinute(
                Stream.of("22:50", "23:10", "23:30", "00:20", "12:00")
                    .map(time -> Instant.parse("2026-01-05T" + time + ":00Z"))
                    .toList()))
        .hasValue(23 * 60 + 10);
    assertThat(StudyHabit.usualMinute(List.of())).isEmpty();
  }

  @Test
  void nobodyIsPairedTwiceAndTheOrderOfTheListMakesNoDifference() {
    Property.forAll(
        200,
        random -> {
          List<Candidate> waiting = new ArrayList<>();
          for (int id = 1; id <= random.nextInt(12); id++) {
            waiting.add(
                new Candidate(
                    new MemberId(id),
                    NOW.minus(Duration.ofHours(random.nextInt(300))),
                    new StudyHabit(random.nextInt(1440), random.nextInt(101))));
          }
          BiPredicate<MemberId, MemberId> apart =
              (one, other) -> (one.value() * other.value()) % 5 == 0;
          List<Pair> pairs = BuddyMatching.match(waiting, apart, NOW);
          Set<MemberId> seen = new HashSet<>();
          for (Pair pair : pairs) {
            assertThat(seen.add(pair.one().member())).isTrue();
            assertThat(seen.add(pair.other().member())).isTrue();
            assertThat(apart.test(pair.one().member(), pair.other().member())).isFalse();
          }
          List<Candidate> shuffled = new ArrayList<>(waiting);
          Collections.shuffle(shuffled, new Random(random.nextLong()));
          assertThat(BuddyMatching.match(shuffled, apart, NOW)).isEqualTo(pairs);
          waiting.removeIf(candidate -> seen.contains(candidate.member()));
          assertThat(BuddyMatching.match(waiting, apart, NOW))
              .as("whoever could be paired was")
              .isEmpty();
        });
  }
}
