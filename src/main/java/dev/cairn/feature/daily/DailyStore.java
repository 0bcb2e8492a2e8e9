package dev.cairn.feature.daily;

import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.Place;
import java.util.Optional;

/** Keeps where and when communities have their topics posted. */
public interface DailyStore {

  /** What a community set at a place of its own. */
  Optional<Daily> find(Community community, Place place);

  /** Sets it, in place of what was set before. */
  void save(Daily daily);

  /** Ends it. */
  void remove(Daily daily);
}
