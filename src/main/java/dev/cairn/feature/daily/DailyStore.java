package dev.cairn.feature.daily;

import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.Place;
import java.time.ZoneId;
import java.util.Optional;

/** Keeps where and when communities have their topics posted. */
public interface DailyStore {

  /** What a community set at a place of its own. */
  Optional<DailyPostSettings> find(Community community, Place place);

  /** Sets it, in place of what was set before. */
  void save(DailyPostSettings daily);

  /** Gives a zone to whatever of the community's has none of its own. */
  void keepZone(Community community, ZoneId zone);

  /** Ends it. */
  void remove(DailyPostSettings daily);
}
