package dev.cairn.feature.group;

import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.day.Period;
import dev.cairn.domain.group.GroupScore;
import dev.cairn.domain.group.GroupStanding;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how groups stand on boards, and reads boards off it. How a group stands is derived anew
 * when something has changed that it hangs on, and before the time has passed for which it is
 * known: now and then for all, and at the latest by whoever looks at a board.
 */
public final class GroupStandings {
  /** How many groups are held at once, and for how short a time. */
  private static final int AT_ONCE = 50;

  private final GroupStandingStore store;
  private final GroupStore groups;
  private final GroupChangeStore changes;
  private final GroupScores scores;
  private final Communities communities;
  private final Database database;

  public GroupStandings(
      GroupStandingStore store,
      GroupStore groups,
      GroupChangeStore changes,
      GroupScores scores,
      Communities communities,
      Database database) {
    this.store = store;
    this.groups = groups;
    this.changes = changes;
    this.scores = scores;
    this.communities = communities;
    this.database = database;
  }

  /**
   * A page of a board.
   *
   * @param number from 1
   * @param pages at least 1
   * @param own where one group stands, on whichever page; null where it stands nowhere
   */
  public record Page(int number, int pages, List<Placed> groups, @Nullable Placed own) {
    public Page {
      groups = List.copyOf(groups);
    }
  }

  /**
   * A line of a board.
   *
   * @param place from 1, shared by equal percentages; null where the group is not ranked
   */
  public record Placed(@Nullable Integer place, GroupStanding standing) {}

  /**
   * A page of the board of the period that the community's today lies in.
   *
   * @param page from 1; the last where it is past that
   * @param size how many lines a page has
   * @param own a group that is told wherever it stands
   */
  public Page page(
      Community community, Period period, int page, int size, Optional<GroupId> own, Instant now) {
    return holding(community.id(), now, () -> read(community.id(), period, page, size, own, now));
  }

  private Page read(
      CommunityId community,
      Period period,
      int page,
      int size,
      Optional<GroupId> own,
      Instant now) {
    int pages = Math.max(1, (store.count(community) + size - 1) / size);
    int number = Math.min(page, pages);
    int offset = (number - 1) * size;
    List<Placed> placed = new ArrayList<>();
    for (GroupStanding standing : store.list(community, period, now, offset, size)) {
      placed.add(new Placed(place(community, period, now, standing, placed, offset), standing));
    }
    return new Page(
        number,
        pages,
        placed,
        own.flatMap(group -> store.find(community, period, group, now))
            .map(standing -> new Placed(place(community, period, now, standing), standing))
            .orElse(null));
  }

  /** Of a line that follows others on its page. */
  private @Nullable Integer place(
      CommunityId community,
      Period period,
      Instant now,
      GroupStanding standing,
      List<Placed> before,
      int offset) {
    if (!standing.score().ranked()) {
      return null;
    }
    if (before.isEmpty()) {
      return offset == 0 ? Integer.valueOf(1) : place(community, period, now, standing);
    }
    Placed last = before.getLast();
    boolean shared = GroupScore.BY_RATIO.compare(last.standing().score(), standing.score()) == 0;
    return shared ? last.place() : Integer.valueOf(offset + before.size() + 1);
  }

  private @Nullable Integer place(
      CommunityId community, Period period, Instant now, GroupStanding standing) {
    return standing.score().ranked()
        ? Integer.valueOf(store.above(community, period, standing, now) + 1)
        : null;
  }

  /** Reads when it is kept of all groups of a community how they stand. */
  private <T> T holding(CommunityId community, Instant now, Supplier<T> read) {
    Optional<T> known =
        database.reading(
            () -> store.holds(community, now) ? Optional.of(read.get()) : Optional.empty());
    return known.orElseGet(() -> {
      derive(community, store.lapsed(community, now), now);
      return database.transaction(() -> {
        // What has changed meanwhile.
        deriveHeld(community, store.lapsed(community, now), now);
        return read.get();
      });
    });
  }

  /**
   * Derives anew how groups stand that have changed, or of which it is known for one more day only.
   * Done now and then, so that whoever looks at a board need not.
   */
  public void renew(Instant now) {
    Map<CommunityId, Set<GroupId>> ending;
    do {
      ending = database.reading(() -> store.ending(now, AT_ONCE));
      ending.forEach((community, some) -> derive(community, some, now));
    } while (!ending.isEmpty() && !Thread.currentThread().isInterrupted());
  }

  /**
   * Derives everything about the groups of a community anew.
   *
   * @return how many of them did not stand as they do now
   */
  public int recompute(Community community, Instant now) {
    Set<GroupStandingStore.Kept> kept = store.kept(community.id(), now);
    Set<GroupId> unknown = store.lapsed(community.id(), now);
    Set<GroupId> wrong = new HashSet<>(scores.recompute(community, now));
    database.transaction(() -> changes.noteAll(community.id()));
    derive(community.id(), store.lapsed(community.id(), now), now);
    for (GroupStandingStore.Kept right : store.kept(community.id(), now)) {
      GroupId group = right.standing().group();
      if (!kept.contains(right) && !unknown.contains(group)) {
        wrong.add(group);
      }
    }
    return wrong.size();
  }

  /** A few at a time, so that those who join and leave do not wait for long. */
  private void derive(CommunityId community, Collection<GroupId> some, Instant now) {
    List<GroupId> all = some.stream().sorted().toList();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<GroupId> next = all.subList(from, Math.min(from + AT_ONCE, all.size()));
      database.transaction(() -> deriveHeld(community, next, now));
    }
  }

  private void deriveHeld(CommunityId id, Collection<GroupId> some, Instant now) {
    if (some.isEmpty()) {
      return;
    }
    List<Group> locked = groups.lock(id, some);
    // Another may have derived some while this waited for them.
    Set<GroupId> due = store.due(id, some, now);
    // First, so that what changes from here on is noted still when this is done.
    changes.take(id, due);
    store.forget(id, due);
    List<Group> held = locked.stream().filter(group -> due.contains(group.id())).toList();
    if (!held.isEmpty()) {
      // As it is now: whoever asks may have read it before it was changed.
      Community community = communities.find(id).orElseThrow();
      store.add(scores.held(community, held, now));
    }
  }
}
