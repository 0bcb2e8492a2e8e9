package dev.cairn.feature.member;

import dev.cairn.chat.Account;
import dev.cairn.chat.PerPlatform;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Roster;
import dev.cairn.chat.Roster.Standing;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who has left. The platforms are asked: Discord tells of departures only bots that may
 * see all members, which we do not want to.
 */
public final class Departures {
  private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

  private final PerPlatform<Roster> rosters;
  private final Communities communities;
  private final Members members;
  private final InstantSource clock;

  /**
   * @param rosters of the platforms that are connected
   */
  public Departures(
      PerPlatform<Roster> rosters, Communities communities, Members members, InstantSource clock) {
    this.rosters = rosters;
    this.communities = communities;
    this.members = members;
    this.clock = clock;
  }

  /**
   * Notes who has left since the last time. Who has several accounts has left when none of them is
   * there. Blocks, for as long as the platforms take, or until the thread is interrupted.
   */
  public void note() {
    for (Platform platform : Platform.values()) {
      if (rosters.of(platform).isPresent()) {
        communities.on(platform).forEach(this::note);
      }
    }
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
    return rosters
        .of(account.platform())
        .map(roster -> roster.standing(account))
        .orElse(Standing.UNKNOWN);
  }
}
