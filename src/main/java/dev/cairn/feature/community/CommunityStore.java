package dev.cairn.feature.community;

import dev.cairn.chat.Platform;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.Decisions;
import dev.cairn.domain.StreakPolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Keeps communities. */
public interface CommunityStore {

  /** The community that lives at a place. */
  Optional<Community> find(Platform platform, String place);

  /** The community of this id. */
  Optional<Community> find(CommunityId id);

  /** Where a community lives, in the order of the platforms. */
  List<Place> places(CommunityId id);

  /** The communities that live on a platform. */
  List<Community> on(Platform platform);

  /**
   * Adds a community at a place where none lives yet; where one has come to live meanwhile, does
   * nothing.
   *
   * @param place the platform's own id of it
   */
  void add(Platform platform, String place, String name, Instant metAt, ZoneId zone);

  /** The community is called so from now on. */
  void rename(CommunityId id, String name);

  /** The community's zone from an instant on. */
  void setZone(CommunityId id, Instant since, ZoneId zone);

  /** A decision about the community's policy, after all that there are. */
  void decide(CommunityId id, Decisions.Decision<StreakPolicy> decision);
}
