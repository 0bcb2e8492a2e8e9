package dev.cairn.feature.member;

import dev.cairn.domain.MemberId;
import dev.cairn.domain.Timeline;
import dev.cairn.feature.community.Community;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.NavigableMap;

/**
 * A member of a community, with all their accounts.
 *
 * @param name what they are called, as their platform last told; never markup
 * @param hidden whether they chose to be left out of leaderboards
 * @param left whether they have left the community
 * @param zones the time zones that they chose, each from an instant on; before the first, the
 *     community's holds
 */
public record Member(
    Community community,
    MemberId id,
    String name,
    boolean hidden,
    boolean left,
    NavigableMap<Instant, ZoneId> zones) {

  /** The zone that holds for the member, by instant: the community's until they chose their own. */
  public Timeline<Instant, ZoneId> zoneTimeline() {
    Timeline<Instant, ZoneId> timeline = community.zones();
    for (Map.Entry<Instant, ZoneId> chosen : zones.entrySet()) {
      timeline = timeline.with(chosen.getKey(), chosen.getValue());
    }
    return timeline;
  }

  /** The zone that holds for the member at an instant. */
  public ZoneId zoneAt(Instant at) {
    return zoneTimeline().at(at);
  }
}
