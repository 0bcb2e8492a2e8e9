package dev.cairn.feature.member;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.connection.Connections;
import dev.cairn.connection.MembershipLookup.Standing;
import dev.cairn.connection.Serving;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.jobs.SweepTurns;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who has left. The platforms are asked: Discord tells of departureScan only bots that
 * may see all members, which we do not want to.
 */
public final class DepartureScan {
  private static final Logger LOG = LoggerFactory.getLogger(DepartureScan.class);

  private final Connections connections;
  private final Communities communities;

  /** How often a community is looked through. */
  private static final Duration EVERY = Duration.ofHours(23);

  private final Members members;
  private final SweepTurns turns;
  private final InstantSource clock;

  /**
   * @param connections of the platforms that will be connected
   * @param turns who looks through a community, of several processes
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
   * Notes who has left since the last time, in the communities whose turn it is and that no other
   * process serves. Who has several accounts has left when none of them is there. Blocks, for as
   * long as the platforms take, or until the thread is interrupted.
   */
  public void note() {
    for (Platform platform : Platform.values()) {
      if (connections.membershipLookup(platform).isPresent()) {
        communities.on(platform).stream()
            .filter(community -> isOurs(platform, community))
            .forEach(this::note);
      }
    }
  }

  private boolean isOurs(Platform platform, Community community) {
    return communities.places(community).stream()
            .filter(place -> place.platform() == platform)
            .anyMatch(place -> connections.serving(place) != Serving.ELSEWHERE)
        && turns.take(community.id(), "departures " + platform.key(), clock.instant(), EVERY);
  }

  private void note(Community community) {
    for (Member member : members.all(community)) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      if (!member.left() && isGone(member)) {
        members.leave(member, clock.instant());
        LOG.info("member {} has left community {}", member.id(), community.id());
      }
    }
  }

  private boolean isGone(Member member) {
    List<Account> accounts = members.accounts(member);
    return !accounts.isEmpty()
        && accounts.stream().allMatch(account -> standing(account) == Standing.GONE);
  }

  private Standing standing(Account account) {
    return connections
        .membershipLookup(account.platform())
        .map(membershipLookup -> membershipLookup.standing(account))
        .orElse(Standing.UNKNOWN);
  }
}
