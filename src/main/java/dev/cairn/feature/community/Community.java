package dev.cairn.feature.community;

import dev.cairn.domain.CommunityId;
import dev.cairn.domain.Decisions;
import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.Timeline;
import dev.cairn.domain.day.StudyDays;
import dev.cairn.domain.day.ZoneHistory;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A community, on however many platforms it lives.
 *
 * @param metAt when it was first met
 * @param zones its time zones
 * @param decisions what it decided about streaks
 * @param sharesReviews whether its moderators can have the review log, without who is who
 */
public record Community(
    CommunityId id,
    String name,
    Instant metAt,
    ZoneHistory zones,
    Decisions<StreakPolicy> decisions,
    boolean sharesReviews) {

  /** What holds about streaks, by the community's own study day. */
  public Timeline<LocalDate, StreakPolicy> policy() {
    return decisions.timeline();
  }

  /** The community's own study days. */
  public StudyDays days() {
    return new StudyDays(zones, policy());
  }

  /** The community's own study day at an instant. */
  public LocalDate today(Instant at) {
    return days().today(at);
  }
}
