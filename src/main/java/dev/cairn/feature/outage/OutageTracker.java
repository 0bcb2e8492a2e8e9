package dev.cairn.feature.outage;

import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.domain.day.Outages;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.group.GroupScores;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.Streaks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Knows when each platform was in reach. Whoever runs us tells so every {@link #BEAT} while one is;
 * a silence, whether the line or the program was down, is an outage.
 */
public final class OutageTracker {
  /** How often to tell that a platform is in reach. */
  public static final Duration BEAT = Duration.ofMinutes(1);

  /** The shortest silence that is an outage; a beat or two may come late. */
  public static final Duration SILENCE = Duration.ofMinutes(5);

  private final OutageStore store;
  private final Communities communities;
  private final Members members;
  private final Streaks streaks;
  private final GroupScores scores;
  private final Database database;

  public OutageTracker(
      OutageStore store,
      Communities communities,
      Members members,
      Streaks streaks,
      GroupScores scores,
      Database database) {
    this.store = store;
    this.communities = communities;
    this.members = members;
    this.streaks = streaks;
    this.scores = scores;
    this.database = database;
  }

  /** A platform can be reached; if it could not be for a while, that was an outage. */
  public void reached(Platform platform, Instant at) {
    database.transaction(() -> {
      silence(platform, at).ifPresent(this::record);
      store.setReached(platform, at);
    });
    // Kept apart, and taken up again after a crash: a large community must not hold all its rows
    // locked.
    database.reading(() -> store.unreckoned(platform)).forEach(outage -> reckon(outage, at));
  }

  private Optional<Outage> silence(Platform platform, Instant at) {
    return store
        .lastReached(platform)
        .filter(last -> Duration.between(last, at).compareTo(SILENCE) >= 0)
        .map(last -> new Outage(platform, last, at));
  }

  private void record(Outage outage) {
    store.add(outage);
    scores.outageKnown(outage.from());
  }

  private void reckon(Outage outage, Instant now) {
    if (mayCoverADay(outage)) {
      for (Community community : communities.on(outage.platform())) {
        for (Member member : members.all(community)) {
          streaks.outageKnown(member, outage.from(), now);
        }
      }
    }
    database.transaction(() -> store.setReckoned(outage));
  }

  /** Several short outages in a day's last hours add up. */
  private boolean mayCoverADay(Outage outage) {
    Instant from = outage.from().minus(Outages.LAST_HOURS);
    Outages recent = Outages.NONE;
    for (Outage each : database.reading(() -> store.since(outage.platform(), from))) {
      recent = recent.and(each.from(), each.until());
    }
    return recent.lostBetween(from, outage.until()).compareTo(Outages.ENOUGH) >= 0;
  }
}
