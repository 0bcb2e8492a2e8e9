package dev.cairn.feature.reward;

import dev.cairn.chat.Account;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.connection.Connections;
import dev.cairn.connection.RewardRoles;
import dev.cairn.connection.RewardRoles.Outcome;
import dev.cairn.connection.Serving;
import dev.cairn.database.Database;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.checkin.DayListener;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.Streaks;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives members the roles that their streaks have earned and takes them away again. What a platform
 * does not do just now is done by the next {@link #refresh}.
 */
public final class Rewards implements DayListener {
  private static final Logger LOG = LoggerFactory.getLogger(Rewards.class);

  private final RewardStore store;
  private final Communities communities;
  private final Members members;
  private final Streaks streaks;
  private final Connections connections;
  private final Database database;
  private final InstantSource clock;
  private final Executor executor;
  private final Lock turn = new ReentrantLock();

  /**
   * @param connections of the platforms that have some
   * @param executor asks the platforms: whoever checks in does not wait for it
   */
  public Rewards(
      RewardStore store,
      Communities communities,
      Members members,
      Streaks streaks,
      Connections connections,
      Database database,
      InstantSource clock,
      Executor executor) {
    this.store = store;
    this.communities = communities;
    this.members = members;
    this.streaks = streaks;
    this.connections = connections;
    this.database = database;
    this.clock = clock;
    this.executor = executor;
  }

  @Override
  public void dayChanged(
      Member member, LocalDate day, int change, Streaks.Change streak, Instant at) {
    if (!store.rewards(member.community().id()).isEmpty()) {
      // A newcomer is not there for anybody else before that.
      database.afterCommit(() -> executor.execute(() -> refresh(member)));
    }
  }

  /** Takes back what a member was given, because everything about them is about to be deleted. */
  public void takeBack(Member member) {
    for (Account account : members.accounts(member)) {
      Set<String> held = store.held(member, account.platform());
      database.afterCommit(() ->
          connections
              .rewardRoles(account.platform())
              .ifPresent(platform -> executor.execute(() -> takeBack(account, platform, held))));
    }
  }

  private static void takeBack(Account account, RewardRoles platform, Set<String> roles) {
    for (String role : roles) {
      Outcome outcome = platform.set(account, role, false);
      if (!(outcome instanceof Outcome.Done)) {
        LOG.warn("role {} of a member who was deleted could not be taken back: {}", role, outcome);
      }
    }
  }

  /** The community's rewards, the shortest streak first. */
  List<Reward> of(Community community) {
    return database.reading(() -> store.rewards(community.id()));
  }

  /** The reward for a streak of so many days on a platform. */
  Optional<Reward> find(Community community, Platform platform, int days) {
    return of(community).stream()
        .filter(reward -> reward.platform() == platform && reward.days() == days)
        .findFirst();
  }

  /** Has no other moderator change the rewards until the transaction under way has ended. */
  void lock(Community community) {
    communities.lock(community);
  }

  /** Sets a reward, and gives the role to whoever has earned it already. */
  void set(Community community, Reward reward) {
    database.transaction(() -> {
      store.set(community.id(), reward);
      refreshAfterwards(community);
    });
  }

  /** Takes a reward back, and its role from whoever holds it; whether there was one. */
  boolean remove(Community community, Platform platform, int days) {
    return database.transaction(() -> {
      refreshAfterwards(community);
      return store.remove(community.id(), platform, days);
    });
  }

  private void refreshAfterwards(Community community) {
    database.afterCommit(() -> executor.execute(() -> refresh(community)));
  }

  /**
   * Brings all roles in line with the streaks, which break by waiting, too, where no other process
   * does. Blocks.
   */
  public void refresh() {
    for (Place place : database.reading(store::places)) {
      if (connections.serving(place) == Serving.ELSEWHERE) {
        continue;
      }
      communities.find(place).ifPresent(this::refresh);
    }
  }

  /** Brings the roles of all members of a community in line with their streaks. Blocks. */
  private void refresh(Community community) {
    boolean off = of(community).isEmpty();
    Set<MemberId> holders = database.reading(() -> store.holders(community.id()));
    for (Member member : members.all(community)) {
      if (!off || holders.contains(member.id())) {
        refresh(member);
      }
    }
  }

  /** Brings one member's roles in line with their streak. Blocks. */
  private void refresh(Member member) {
    // One after the other: whoever comes second must know what the first has given.
    turn.lock();
    try {
      refreshInTurn(member);
    } finally {
      turn.unlock();
    }
  }

  private void refreshInTurn(Member member) {
    // The change that caused this may not be committed yet: its transaction holds the member.
    int streak =
        database.transaction(() -> {
          members.lock(member);
          return streaks.of(member, clock.instant()).length();
        });
    List<Reward> rewards = of(member.community());
    for (Account account : members.accounts(member)) {
      connections
          .rewardRoles(account.platform())
          .ifPresent(
              platform -> refresh(member, account, platform, earned(rewards, account, streak)));
    }
  }

  private static Set<String> earned(List<Reward> rewards, Account account, int streak) {
    return rewards.stream()
        .filter(reward -> reward.platform() == account.platform() && streak >= reward.days())
        .map(Reward::role)
        .collect(Collectors.toSet());
  }

  private void refresh(Member member, Account account, RewardRoles platform, Set<String> earned) {
    Set<String> held = database.reading(() -> store.held(member, account.platform()));
    Set<String> changed = new HashSet<>(earned);
    changed.addAll(held);
    for (String role : changed) {
      if (earned.contains(role) != held.contains(role)) {
        change(member, account, platform, role, earned.contains(role));
      }
    }
  }

  private void change(
      Member member, Account account, RewardRoles platform, String role, boolean earned) {
    switch (platform.set(account, role, earned)) {
      case Outcome.Done() ->
          database.transaction(() -> store.setHeld(member, account.platform(), role, earned));
      case Outcome.Later(String reason) ->
          LOG.info("role {} of member {} has to wait: {}", role, member.id().value(), reason);
      case Outcome.Refused(String reason) ->
          LOG.warn("role {} of member {} stays as it is: {}", role, member.id().value(), reason);
    }
  }
}
