package dev.cairn.feature.outbox;

import dev.cairn.chat.Account;
import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Place;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.outbox.OutboxMessage.AnnouncementId;
import dev.cairn.jobs.JobQueue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Cairn says without being asked. A message is decided on here, in the transaction that finds
 * a reason for it, and sent afterwards by {@link OutboxSender}, which asks the {@link
 * MessageComposer} of its kind for the words. However often it is decided on, it is said once in
 * each place.
 */
public final class Outbox {
  private final OutboxStore store;
  private final JobQueue jobs;
  private final Database database;

  public Outbox(OutboxStore store, JobQueue jobs, Database database) {
    this.store = store;
    this.jobs = jobs;
    this.database = database;
  }

  /**
   * Has something said in a channel, once.
   *
   * @param kind the {@link MessageComposer#kind()} that finds the words
   * @param key which one of its kind; at most 120 characters
   * @param due when it is to be said; in the past for at once
   * @param expires when it is worth saying no longer
   * @return whether it is new: false if it had been decided on before, whatever the outcome
   */
  public boolean announce(
      CommunityId community,
      String kind,
      String key,
      ChannelRef channel,
      Instant due,
      Instant expires) {
    return announce(community, kind, key, new Address.Channel(channel), due, expires);
  }

  /** Has something said to a member in private, once. */
  public boolean tell(
      CommunityId community,
      String kind,
      String key,
      Account account,
      Instant due,
      Instant expires) {
    return announce(community, kind, key, new Address.Direct(account), due, expires);
  }

  private boolean announce(
      CommunityId community,
      String kind,
      String key,
      Address address,
      Instant due,
      Instant expires) {
    return database.transaction(() -> {
      Optional<AnnouncementId> added = store.add(community, kind, key, address, due, expires);
      added.ifPresent(id -> jobs.plan(OutboxSender.job(id), due));
      return added.isPresent();
    });
  }

  /** Has what is there already, of this kind and key, say what it would say now. */
  public void update(CommunityId community, String kind, String key, Instant at) {
    jobs.plan(OutboxUpdate.job(community, kind, key), at);
  }

  /** The outcome of an announcement. */
  public Optional<OutboxMessage> find(CommunityId community, String kind, String key, Place place) {
    return database.reading(() -> store.find(community, kind, key, place));
  }

  /** Why this was given up, once for each place where it was. */
  public List<String> failures(CommunityId community, String kind, String key) {
    return database.reading(() -> store.failures(community, kind, key));
  }

  /** The announcements of a kind that are there in a place, the newest first. */
  public List<OutboxMessage> sent(CommunityId community, String kind, Place place, int most) {
    return database.reading(() -> store.sent(community, kind, place, most));
  }

  /** The announcement of a kind that was due last in a channel. */
  public Optional<OutboxMessage> newest(CommunityId community, String kind, ChannelRef channel) {
    return database.reading(() -> store.newest(community, kind, channel));
  }
}
