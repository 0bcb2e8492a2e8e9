package dev.cairn.feature.member;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.connection.Connections;
import dev.cairn.connection.MembershipLookup;
import dev.cairn.connection.Serving;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.jobs.SweepTurns;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who has left. The platforms are asked: Discord tells of departures only to bots that
 * may see all members, which we do not want to.
 */
public final class DepartureScan {
  private static final Logger LOG = LoggerFactory.getLogger(DepartureScan.class);

  private final Connections connections;
  private final Communities communities;

  /** How often a place is looked through. */
  private static final Duration EVERY = Duration.ofHours(23);

  private final Members members;
  private final SweepTurns turns;
  private final InstantSource clock;

  /**
   * @param connections of the platforms that will be connected
   * @param turns who looks through a place, of several processes
   */
  public DepartureScan(
      Connections connections,
      Communities communities,
      Members members,
      SweepTurns turns,
      InstantSource clock) {
    this.connections = connections;
    this.communities = communities;
    this.members = members;
    this.turns = turns;
    this.clock = clock;
  }

  /**
   * Notes who has left since the last time, and who is back, at the places whose turn it is and
   * that no other process serves. It is kept of each account, because another process may serve the
   * other places of a community: who has several has left when none of them is there. Blocks, for
   * as long as the platforms take, or until the thread is interrupted.
   */
  public void note() {
    for (Platform platform : Platform.values()) {
      connections
          .membershipLookup(platform)
          .ifPresent(lookup ->
              communities
                  .on(platform)
                  .forEach(community ->
                      communities.places(community).stream()
                          .filter(place -> place.platform() == platform)
                          .filter(place -> isOurs(community, place))
                          .forEach(place -> note(community, place, lookup))));
    }
  }

  private boolean isOurs(Community community, Place place) {
    return connections.serving(place) != Serving.ELSEWHERE
        && turns.take(community.id(), "departures " + place.key(), clock.instant(), EVERY);
  }

  private void note(Community community, Place place, MembershipLookup lookup) {
    for (MemberStore.Resident resident : members.residents(community, place)) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      switch (lookup.standing(resident.account())) {
        case GONE -> {
          if ((!resident.gone() || !resident.left())
              && members.gone(community, resident, clock.instant())) {
            LOG.info("member {} has left community {}", resident.member(), community.id());
          }
        }
        case HERE -> {
          if (resident.gone() || resident.left()) {
            members.back(community, resident);
          }
        }
        case UNKNOWN -> {}
      }
    }
  }
}
