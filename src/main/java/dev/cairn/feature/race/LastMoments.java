package dev.cairn.feature.race;

import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.group.RaceDates;
import dev.cairn.feature.checkin.DayListener;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.group.GroupScores;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.streak.Streaks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/**
 * Has what arrived before a race was over count in it, also where it is kept only after somebody
 * has seen that the race is over. Whatever arrives later changes streaks, not the race.
 */
public final class LastMoments implements DayListener {
  /** How long a change may take from here on until it is kept. */
  private static final Duration UNTIL_KEPT = Duration.ofSeconds(30);

  private final RaceStore store;
  private final GroupScores scores;
  private final Communities communities;
  private final Database database;
  private final InstantSource clock;

  /**
   * @param clock tells when something is kept, which may be later than it arrived
   */
  public LastMoments(
      RaceStore store,
      GroupScores scores,
      Communities communities,
      Database database,
      InstantSource clock) {
    this.store = store;
    this.scores = scores;
    this.communities = communities;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public void dayChanged(
      Member member, LocalDate day, int change, Streaks.Change streak, Instant at) {
    Instant now = clock.instant();
    // No race ends but with a quarter of an hour.
    if (change != 0 && Races.quarter(at) != Races.quarter(now.plus(UNTIL_KEPT))) {
      add(member.community(), day, at, now);
    }
  }

  private void add(Community community, LocalDate day, Instant at, Instant now) {
    if (races(community.id(), day).isEmpty()) {
      return;
    }
    // Whoever ends a race does so before this is kept or after it, and not meanwhile.
    communities.lock(community);
    for (Race race : races(community.id(), day)) {
      Instant endedAt = race.endedAt();
      if (race.ended() == RaceDates.State.OVER && endedAt != null && at.isBefore(endedAt)) {
        List<GroupId> racing =
            store.rows(community.id(), race).stream().map(row -> new GroupId(row.group())).toList();
        store.replace(
            community.id(),
            race,
            Races.rows(scores.atTheEnd(community, race.dates(), racing, now)));
      }
    }
  }

  private List<Race> races(CommunityId community, LocalDate day) {
    return database.reading(() ->
        store.all(community).stream().filter(race -> race.dates().range().contains(day)).toList());
  }
}
