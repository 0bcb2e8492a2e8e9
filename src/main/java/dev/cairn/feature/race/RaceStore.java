package dev.cairn.feature.race;

import dev.cairn.domain.CommunityId;
import dev.cairn.domain.RaceDates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps races, and the final standing of those that have ended. */
public interface RaceStore {

  /** Makes every other transaction that wants to change the community's races wait for this one. */
  void lock(CommunityId community);

  /** Adds a race that has not ended, under whatever id it is given. */
  Race add(CommunityId community, Race race, Instant at);

  /** The races of a community, the newest first. */
  List<Race> all(CommunityId community);

  /** The race of this id. */
  Optional<Race> find(CommunityId community, long id);

  /** The race has ended, with this standing. */
  void end(CommunityId community, Race race, RaceDates.State how, List<Race.Row> rows, Instant at);

  /** The final standing of a race that has ended, in its order. */
  List<Race.Row> rows(CommunityId community, Race race);

  /** This group was told to lead. */
  void setLeader(CommunityId community, Race race, String leader);
}
