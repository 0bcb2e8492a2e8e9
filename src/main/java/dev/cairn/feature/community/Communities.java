package dev.cairn.feature.community;

import dev.cairn.chat.Caller;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.Decisions;
import dev.cairn.domain.StreakPolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Knows the communities, and meets new ones. */
public final class Communities {
  /** The zone of a community until a moderator sets another. */
  public static final ZoneId FIRST_ZONE = ZoneId.of("UTC");

  private final CommunityStore store;
  private final Database database;

  public Communities(CommunityStore store, Database database) {
    this.store = store;
    this.database = database;
  }

  /** The community that the caller speaks in; one not known yet is met now. */
  public Community of(Caller caller, Instant at) {
    Place place = Place.of(caller.account());
    Optional<Community> known = find(place);
    if (known.isPresent()) {
      return known.get();
    }
    String name = caller.communityName() == null ? place.id() : caller.communityName();
    database.transaction(() -> store.add(place, name, at, FIRST_ZONE));
    return find(place).orElseThrow();
  }

  /** Has the community at a place live there until the transaction under way has ended. */
  public void hold(Place place) {
    store.hold(place);
  }

  /**
   * Has no command change anything in a community until the transaction under way has ended, which
   * makes it a part of another. Those that are doing so are waited for.
   *
   * @param arriving the community that nothing is changed in
   * @param settled the other, which goes on
   */
  public void claim(Community arriving, Community settled) {
    // The younger one first, always, so that no two transactions wait for each other.
    if (!store.claim(arriving.id()) || !store.hold(settled.id())) {
      throw new MovedException();
    }
  }

  /** The community of this id. */
  public Optional<Community> find(CommunityId id) {
    return database.reading(() -> store.find(id));
  }

  /**
   * Makes every other transaction that locks the community wait for the one under way: of two that
   * decide something for it, the second one sees what the first has left.
   */
  public void lock(Community community) {
    store.lock(community.id());
  }

  /** The community as it stands now, {@link #lock locked}. */
  public Community locked(Community community) {
    lock(community);
    return again(community);
  }

  /** The community as it stands now. */
  public Community again(Community community) {
    return database.reading(() -> store.find(community.id()).orElseThrow());
  }

  /** Where the community lives. */
  public List<Place> places(Community community) {
    return database.reading(() -> store.places(community.id()));
  }

  /** The community's zone from an instant on. */
  public void setZone(Community community, Instant since, ZoneId zone) {
    database.transaction(() -> store.setZone(community.id(), since, zone));
  }

  /** Says whether moderators can have the community's review log. */
  public void setSharesReviews(Community community, boolean shares) {
    database.transaction(() -> store.setSharesReviews(community.id(), shares));
  }

  /** Decides the community's policy from its next study day on. */
  public void decide(Community community, StreakPolicy policy, Instant at) {
    database.transaction(() ->
        store.decide(
            community.id(), new Decisions.Decision<>(at, community.today(at).plusDays(1), policy)));
  }

  /** All communities. */
  public List<Community> all() {
    return database.reading(store::all);
  }

  /** The communities that live on a platform. */
  public List<Community> on(Platform platform) {
    return database.reading(() -> store.on(platform));
  }

  /** The community that lives at a place. */
  public Optional<Community> find(Place place) {
    return database.reading(() -> store.find(place));
  }
}
