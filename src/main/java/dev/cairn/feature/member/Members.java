package dev.cairn.feature.member;

import dev.cairn.chat.Account;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Place;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.command.Command;
import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.CommunityHold;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Knows the members, and meets new ones. */
public final class Members {
  private static final int LONGEST_NAME = 200;

  private final Communities communities;
  private final MemberStore store;
  private final MemberListener listener;
  private final Database database;
  private BiConsumer<Member, Instant> zoneListener = (member, since) -> {};

  public Members(
      Communities communities, MemberStore store, MemberListener listener, Database database) {
    this.communities = communities;
    this.store = store;
    this.listener = listener;
    this.database = database;
  }

  /**
   * Has somebody told of each member whose zone their platform reports, in the same transaction.
   */
  public void whenZoneIsReported(BiConsumer<Member, Instant> listener) {
    zoneListener = listener;
  }

  /** A command whose handler is told which member gave it; one not known yet is met first. */
  public Command command(CommandSpec spec, Request.Handler handler) {
    return new Command(spec, invocation -> handler.handle(request(invocation)));
  }

  /**
   * The same command, whose forms show how things are for the member who opens them.
   *
   * @param present the values in force, as they would be typed, by the name of their option
   */
  public Command showing(Command command, Function<Request, Map<String, String>> present) {
    return command.showing(invocation -> present.apply(request(invocation)));
  }

  /** A command with the member who gave it; one not known yet is met now. */
  public Request request(Invocation invocation) {
    Member member = findOrCreate(invocation.caller(), invocation.at());
    CommunityHold.found(Place.of(invocation.caller().account()), member.community());
    return new Request(member, invocation);
  }

  /**
   * Whoever speaks; one not known yet is met now, in the zone that their platform reports. Where it
   * could not be had then, it is taken when it can be. Inside a transaction they go on belonging to
   * the same community until it has ended.
   */
  public Member findOrCreate(Caller caller, Instant at) {
    Account account = named(caller.account());
    return store
        .speaking(account)
        .filter(member -> isUpToDate(member, account, caller))
        .orElseGet(() ->
            database.transaction(() -> {
              // Nobody is met in a community that is just being left.
              communities.hold(Place.of(account));
              return store
                  .speaking(account)
                  .map(member -> brought(member, account, caller, at))
                  .orElseGet(() -> met(account, caller, at));
            }));
  }

  private static boolean isUpToDate(Member member, Account account, Caller caller) {
    return member.name().equals(account.name()) && !member.left() && !isWithoutZone(member, caller);
  }

  private static boolean isWithoutZone(Member member, Caller caller) {
    return caller.zone() != null && member.zones().isEmpty();
  }

  /** Brings what is kept of a member up to what their platform tells. */
  private Member brought(Member member, Account account, Caller caller, Instant at) {
    store.rename(member, account.name());
    if (member.left()) {
      back(member, account);
    }
    listener.memberChanged(member);
    ZoneId zone = caller.zone();
    if (zone != null && isWithoutZone(member, caller)) {
      store.setZone(member, at, zone);
      zoneListener.accept(member, at);
    }
    return store.find(member.community(), account).orElseThrow();
  }

  private Member met(Account account, Caller caller, Instant at) {
    Community community = communities.of(caller, at);
    meet(community, account, caller, at);
    return store.find(community, account).orElseThrow();
  }

  private void meet(Community community, Account account, Caller caller, Instant at) {
    store.add(community, account, at);
    ZoneId zone = caller.zone();
    if (zone != null) {
      store.setZone(store.find(community, account).orElseThrow(), at, zone);
    }
  }

  /**
   * Another member of the same community.
   *
   * @throws Refusal when they have never been met
   */
  public Member other(Community community, Account account) {
    return database
        .reading(() -> store.find(community, account))
        .orElseThrow(() ->
            Refusal.of(
                Problem.NOT_FOUND,
                account.name()
                    + " has not said anything to me yet, so I know nothing about them."));
  }

  /** The member of this id, if the community still has them. */
  public Optional<Member> find(Community community, MemberId id) {
    return database.reading(() -> store.find(community, id));
  }

  /** The member of this id in the community that lives at a place. */
  public Optional<Member> find(Place place, MemberId id) {
    return communities.find(place).flatMap(community -> find(community, id));
  }

  /** Other members of the same community, by id. */
  public Map<MemberId, Member> all(Community community, Collection<MemberId> ids) {
    return database.reading(() ->
        store.find(community, ids).stream()
            .collect(Collectors.toMap(Member::id, Function.identity())));
  }

  /**
   * Makes every other transaction that wants to change the member's days wait for the one under
   * way.
   */
  public void lock(Member member) {
    store.lock(member);
  }

  /**
   * Makes every other transaction that wants to add or change anything of the member's wait for the
   * one under way, which deletes them.
   */
  public void claim(Member member) {
    store.claim(member);
  }

  /**
   * The member as they and their community stand now, whose days no other transaction changes until
   * the one under way has ended; empty where they are gone.
   */
  public Optional<Member> locked(CommunityId community, MemberId id) {
    // Whatever is decided later is known to whoever locks them later.
    return store.lock(community, id)
        ? communities.find(community).flatMap(now -> store.find(now, id))
        : Optional.empty();
  }

  /** The member as they stand now. */
  public Member reload(Member member) {
    return database.reading(() -> store.find(member.community(), member.id()).orElseThrow());
  }

  /** The accounts that a member has, on however many platforms. */
  public List<Account> accounts(Member member) {
    return database.reading(() -> store.accounts(member));
  }

  /** Whether an account is the member's, and not that of somebody they were linked with. */
  public boolean has(Member member, Account account) {
    return accounts(member).stream().anyMatch(account::isSameAs);
  }

  /** All members of a community. */
  public List<Member> all(Community community) {
    return database.reading(() -> store.all(community));
  }

  /** The first members of a community after one of them, in the order of their ids. */
  public List<MemberId> after(CommunityId community, MemberId last, int most) {
    return database.reading(() -> store.after(community, last, most));
  }

  /** The time zone that a member last set; empty while they use the community's. */
  public Optional<ZoneId> ownZone(Account account) {
    return database.reading(() ->
        communities
            .find(Place.of(account))
            .flatMap(community -> store.find(community, account))
            .map(Member::zones)
            .flatMap(zones -> Optional.ofNullable(zones.lastEntry()))
            .map(Map.Entry::getValue));
  }

  /** The member lives in this zone from an instant on. */
  public void setZone(Member member, Instant since, ZoneId zone) {
    database.transaction(() -> store.setZone(member, since, zone));
  }

  /** The member left the community, until they speak again. */
  public void leave(Member member, Instant at) {
    database.transaction(() -> {
      store.leave(member, at);
      listener.memberChanged(member);
    });
  }

  /** Everybody whom a community has met at a place of its own. */
  List<MemberStore.Resident> residents(Community community, Place place) {
    return database.reading(() -> store.residents(community, place));
  }

  /**
   * An account is gone from its place. Whoever has no other that is not has left.
   *
   * @return whether the member has left by that
   */
  boolean gone(Community community, MemberStore.Resident resident, Instant at) {
    return database.transaction(() -> {
      Optional<Member> member = store.find(community, resident.member());
      if (!resident.gone()) {
        store.setGone(resident.account(), at);
      }
      boolean leaves =
          member.isPresent() && !member.get().left() && !store.isAnywhere(member.get());
      if (leaves) {
        leave(member.get(), at);
      }
      return leaves;
    });
  }

  /** An account is at its place again, and the member in the community, though they say nothing. */
  void back(Community community, MemberStore.Resident resident) {
    database.transaction(() ->
        store
            .find(community, resident.member())
            .ifPresent(member -> {
              back(member, resident.account());
              listener.memberChanged(member);
            }));
  }

  private void back(Member member, Account account) {
    store.setGone(account, null);
    store.comeBack(member);
  }

  /** Leaves the member out of leaderboards, or takes them back in. */
  public void setHidden(Member member, boolean hidden) {
    database.transaction(() -> {
      store.setHidden(member, hidden);
      listener.memberChanged(member);
    });
  }

  /** Keeps the member's answers out of a review log that is shared, or takes them back in. */
  public void setSharesReviews(Member member, boolean shares) {
    database.transaction(() -> store.setSharesReviews(member, shares));
  }

  private static Account named(Account account) {
    String name = account.name().isBlank() ? account.user() : account.name().strip();
    return new Account(
        account.platform(), account.community(), account.user(), Excerpt.of(name, LONGEST_NAME));
  }
}
