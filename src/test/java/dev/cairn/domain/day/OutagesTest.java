package dev.cairn.domain.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.Property;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutagesTest {
  private static final Instant END = Instant.parse("2026-01-02T04:00:00Z");

  @Test
  void coverADayWhenAnHourOfItsLastFourIsLost() {
    assertThat(lost(240, 180).cover(END)).isTrue();
    assertThat(lost(240, 181).cover(END)).isFalse();
    assertThat(lost(300, 180).cover(END)).isTrue();
    assertThat(lost(300, 181).cover(END)).isFalse();
    assertThat(lost(60, -90).cover(END)).isTrue();
    assertThat(lost(59, -90).cover(END)).isFalse();
    assertThat(lost(500, -500).cover(END)).isTrue();
    assertThat(Outages.NONE.cover(END)).isFalse();
  }

  @Test
  void addUp() {
    assertThat(lost(200, 170).and(before(100), before(70)).cover(END)).isTrue();
    assertThat(lost(200, 170).and(before(180), before(150)).cover(END)).isFalse();
  }

  @Test
  void areMergedWhereTheyTouch() {
    assertThat(
            lost(200, 170).and(before(170), before(150)).and(before(200), before(190)).intervals())
        .containsExactly(Map.entry(before(200), before(150)));
    assertThat(lost(100, 100).and(before(90), before(95)).intervals()).isEmpty();
  }

  @Test
  void areNearTheDaysThatTheyMayTouchInAnyZone() {
    LocalDate day = LocalDate.parse("2026-01-10");
    Outages outages =
        Outages.NONE.and(
            Instant.parse("2026-01-10T12:00:00Z"), Instant.parse("2026-01-10T13:00:00Z"));

    assertThat(List.of(day.minusDays(2), day.minusDays(1), day, day.plusDays(1)))
        .allMatch(outages::near);
    assertThat(List.of(day.minusDays(3), day.plusDays(2))).noneMatch(outages::near);
  }

  @Test
  void loseEachMinuteOnce() {
    Property.forAll(
        1000,
        random -> {
          Outages outages = Outages.NONE;
          BitSet minutes = new BitSet();
          for (int i = random.nextInt(6); i > 0; i--) {
            int from = random.nextInt(600);
            int until = from + random.nextInt(120);
            outages =
                outages.and(
                    END.plus(Duration.ofMinutes(from)), END.plus(Duration.ofMinutes(until)));
            minutes.set(from, until);
          }
          int from = random.nextInt(600);
          int until = from + random.nextInt(300);
          assertThat(
                  outages.lostBetween(
                      END.plus(Duration.ofMinutes(from)), END.plus(Duration.ofMinutes(until))))
              .isEqualTo(Duration.ofMinutes(minutes.get(from, until).cardinality()));
        });
  }

  private static Outages lost(int from, int until) {
    return Outages.NONE.and(before(from), before(until));
  }

  private static Instant before(int minutes) {
    return END.minus(Duration.ofMinutes(minutes));
  }
}
