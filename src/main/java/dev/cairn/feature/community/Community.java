package dev.cairn.feature.community;

import dev.cairn.domain.CommunityId;
import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.StudyClock;
import dev.cairn.domain.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A community, on however many platforms it lives.
 *
 * @param metAt when it was first met
 * @param zones its time zone, by instant
 * @param policy what it decided about streaks, by its own study day
 */
public record Community(
    CommunityId id,
    String name,
    Instant metAt,
    Timeline<Instant, ZoneId> zones,
    Timeline<LocalDate, StreakPolicy> policy) {

  /** The community's own wall clock at an instant. */
  public StudyClock clock(Instant at) {
    return new StudyClock(zones.at(at), policy);
  }

  /** The community's own study day at an instant. */
  public LocalDate today(Instant at) {
    return clock(at).dayAt(at);
  }
}
