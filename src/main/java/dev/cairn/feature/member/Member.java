package dev.cairn.feature.member;

import dev.cairn.domain.MemberId;
import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.Timeline;
import dev.cairn.domain.day.StudyDays;
import dev.cairn.domain.day.ZoneHistory;
import dev.cairn.feature.community.Community;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A member of a community, with all their accounts.
 *
 * @param name what they are called, as their platform last told; never markup
 * @param hidden whether they chose to be left out of leaderboards
 * @param sharesReviews whether their answers are in a review log that the community shares
 * @param left whether they have left the community
 * @param zones the time zones that they chose, each from an instant on; before the first, the
 *     community's holds
 * @param metAt when they were first met
 */
public record Member(
    Community community,
    MemberId id,
    String name,
    boolean hidden,
    boolean sharesReviews,
    boolean left,
    NavigableMap<Instant, ZoneId> zones,
    Instant metAt) {

  /**
   * The zones that hold for the member, since they were first met: the community's until they chose
   * their own.
   */
  public ZoneHistory zoneHistory() {
    Timeline<Instant, ZoneId> community = community().zones().timeline();
    NavigableMap<Instant, ZoneId> changes =
        new TreeMap<>(community.changes().tailMap(metAt, false));
    ZoneId initial = community.at(metAt);
    for (Map.Entry<Instant, ZoneId> chosen : zones.entrySet()) {
      if (chosen.getKey().isAfter(metAt)) {
        changes.tailMap(chosen.getKey(), true).clear();
        changes.put(chosen.getKey(), chosen.getValue());
      } else {
        changes.clear();
        initial = chosen.getValue();
      }
    }
    return new ZoneHistory(new Timeline<>(initial, changes), community().zones().keepsDaysFrom());
  }

  /** What holds about streaks, by the member's study day. */
  public Timeline<LocalDate, StreakPolicy> policy() {
    ZoneHistory history = zoneHistory();
    return community
        .decisions()
        .timeline(
            (at, before) -> at.isBefore(metAt) ? null : new StudyDays(history, before).today(at));
  }

  /** The member's study days. */
  public StudyDays days() {
    return new StudyDays(zoneHistory(), policy());
  }

  /** The zone that holds for the member at an instant. */
  public ZoneId zoneAt(Instant at) {
    return zoneHistory().at(at);
  }
}
