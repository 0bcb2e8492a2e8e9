package dev.cairn.feature.outbox;

import dev.cairn.chat.MessageSender.Address;
import dev.cairn.chat.Platform;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.community.Place;
import dev.cairn.feature.outbox.OutboxMessage.AnnouncementId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps announcements. */
public interface OutboxStore {

  /**
   * Adds one that waits to be sent.
   *
   * @return its id; empty where there is one of this kind and key in this place already
   */
  Optional<AnnouncementId> add(
      CommunityId community,
      String kind,
      String key,
      Platform platform,
      Address address,
      Instant due,
      Instant expires);

  /** The announcement of this id. */
  Optional<OutboxMessage> find(AnnouncementId id);

  /** The announcement of this kind and key in a place. */
  Optional<OutboxMessage> find(CommunityId community, String kind, String key, Place place);

  /** Why those of this kind and key were given up, one for each place where one was. */
  List<String> failures(CommunityId community, String kind, String key);

  /** The one of this kind in a place that was due last. */
  Optional<OutboxMessage> newest(CommunityId community, String kind, Place place);

  /**
   * The announcement of this id, if it is still to be sent, with its row locked until the
   * transaction ends; empty also where another transaction has it locked.
   */
  Optional<OutboxMessage> lockOpen(AnnouncementId id);

  /**
   * Claims it for a sender and counts an attempt.
   *
   * @param by who the sender is
   */
  void claim(AnnouncementId id, String by, Instant until);

  /** Sends it elsewhere from now on. */
  void readdress(AnnouncementId id, Address address);

  /**
   * Gives it back, to be sent later.
   *
   * @param attempt the attempt that failed: where another has been made since, nothing changes
   * @return whether anything changed
   */
  boolean release(AnnouncementId id, int attempt, String reason);

  /**
   * It is there.
   *
   * @return whether it was open until now
   */
  boolean sent(AnnouncementId id, String messageId, Instant at);

  /**
   * It will not be sent any more.
   *
   * @param attempt the attempt that failed: where another has been made since, nothing changes
   * @return whether anything changed
   */
  boolean giveUp(AnnouncementId id, int attempt, String reason, Instant at);

  /** Ends every claim, whoever made it: for a database that only this process can have open. */
  void endClaims();
}
