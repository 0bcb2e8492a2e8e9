package dev.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StreakFoldTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");

  @Test
  void aWeekEarnsAFreezeThatBridgesADay() {
    MemberHistory.Builder facts = MemberHistory.in(ZoneOffset.UTC);
    for (int i = 0; i < 7; i++) {
      facts.checkIn(MONDAY.plusDays(i));
    }
    MemberHistory history = facts.build();

    Streak streak = StreakFold.fold(history, Instant.parse("2026-01-13T12:00:00Z"));

    assertThat(streak.streak()).isEqualTo(7);
    assertThat(streak.freezes()).isZero();
    assertThat(streak.status()).isEqualTo(Streak.Status.AT_RISK);
    assertThat(StreakFold.breaksAt(history, Instant.parse("2026-01-13T12:00:00Z")))
        .isEqualTo(Instant.parse("2026-01-14T04:00:00Z"));
    assertThat(Ledger.of(history, Instant.parse("2026-01-13T12:00:00Z")).entries().get(7).verdict())
        .isEqualTo(new Verdict.Frozen(MONDAY.plusDays(6)));
  }
}
