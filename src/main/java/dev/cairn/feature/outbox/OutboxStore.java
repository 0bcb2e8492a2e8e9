package dev.cairn.feature.outbox;

import dev.cairn.chat.Account;
import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.connection.MessageSender.Address;
import dev.cairn.connection.MessageSender.Window;
import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.database.Statement;
import dev.cairn.database.Update;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.outbox.OutboxMessage.AnnouncementId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps announcements. */
public final class OutboxStore {
  private static final String SELECT =
      """
      select community_id, announcement_id, kind, announcement_key, platform, external_community_id,
        external_channel_id, external_user_id, nonce, due_at, expires_at, state, attempts, claimed_until,
        tried_from, tried_until, message_id, closed_at, reason
      from announcement
      """;
  private static final String IT = " where community_id = :community and announcement_id = :id";

  /** How an announcement stands, from first to last. */
  public static final List<String> STATES = List.of("WAITING", "CLAIMED", "SENT", "GIVEN_UP");

  private static final String OPEN = " and state in ('WAITING', 'CLAIMED')";

  private final Database database;

  public OutboxStore(Database database) {
    this.database = database;
  }

  /**
   * Adds one that waits to be sent.
   *
   * @return its id; empty where there is one of this kind and key in this place already
   */
  public Optional<AnnouncementId> add(
      CommunityId community,
      String kind,
      String key,
      Address address,
      Instant due,
      Instant expires) {
    return database.transaction(() -> {
      int added =
          bind(
                  database.update(
                      """
                      insert into announcement (community_id, kind, announcement_key, platform,
                        external_community_id, external_channel_id, external_user_id, nonce, due_at,
                        expires_at, state, attempts)
                      values (:community, :kind, :key, :platform, :place, :channel, :user, :nonce, :due,
                        :expires, 'WAITING', 0)
                      on conflict do nothing
                      """),
                  address)
              .bind("community", community)
              .bind("kind", kind)
              .bind("key", key)
              .bind("platform", address.place().platform().key())
              .bind("nonce", OutboxMessage.nonce(kind, key, address))
              .bind("due", due)
              .bind("expires", expires)
              .execute();
      return added == 0
          ? Optional.empty()
          : find(community, kind, key, address.place()).map(OutboxMessage::id);
    });
  }

  private static Update bind(Update update, Address address) {
    return switch (address) {
      case Address.Channel(ChannelRef to) ->
          update.bind("place", to.place().id()).bind("channel", to.channel()).bind("user", null);
      case Address.Direct(Account account) ->
          update
              .bind("place", account.community())
              .bind("channel", null)
              .bind("user", account.user());
    };
  }

  /** The announcement of this id. */
  public Optional<OutboxMessage> find(AnnouncementId id) {
    return one(it(database.query(SELECT + IT), id));
  }

  /** The announcement of this kind and key in a place. */
  public Optional<OutboxMessage> find(CommunityId community, String kind, String key, Place place) {
    return one(
        at(
                database.query(
                    SELECT
                        + """
                        where community_id = :community and kind = :kind and announcement_key = :key
                          and platform = :platform and external_community_id = :place
                        """),
                community,
                kind,
                place)
            .bind("key", key));
  }

  /** Why those of this kind and key were given up, one for each place where one was. */
  public List<String> failures(CommunityId community, String kind, String key) {
    return database
        .query(
            """
            select reason from announcement
            where community_id = :community and kind = :kind and announcement_key = :key
              and state = 'GIVEN_UP'
            order by announcement_id
            """)
        .bind("community", community)
        .bind("kind", kind)
        .bind("key", key)
        .list(String.class);
  }

  /** The one of this kind in a channel that was due last. */
  public Optional<OutboxMessage> newest(CommunityId community, String kind, ChannelRef channel) {
    return one(
        at(
                database.query(
                    SELECT
                        + """
                        where community_id = :community and kind = :kind
                          and platform = :platform and external_community_id = :place
                          and external_channel_id = :channel
                        order by due_at desc, announcement_id desc limit 1
                        """),
                community,
                kind,
                channel.place())
            .bind("channel", channel.channel()));
  }

  /** Those of this kind and key that are there, in each place. */
  public List<OutboxMessage> sent(CommunityId community, String kind, String key) {
    return database
        .query(
            SELECT
                + """
                where community_id = :community and kind = :kind and announcement_key = :key
                  and state = 'SENT'
                order by announcement_id
                """)
        .bind("community", community)
        .bind("kind", kind)
        .bind("key", key)
        .list(OutboxStore::announcement);
  }

  /** Those of this kind in a place that are there, the newest first. */
  public List<OutboxMessage> sent(CommunityId community, String kind, Place place, int most) {
    return at(
            database.query(
                SELECT
                    + """
                    where community_id = :community and kind = :kind
                      and platform = :platform and external_community_id = :place
                      and state = 'SENT'
                    order by due_at desc, announcement_id desc limit :most
                    """),
            community,
            kind,
            place)
        .bind("most", most)
        .list(OutboxStore::announcement);
  }

  private static Query at(Query query, CommunityId community, String kind, Place place) {
    return query
        .bind("community", community)
        .bind("kind", kind)
        .bind("platform", place.platform().key())
        .bind("place", place.id());
  }

  /**
   * The announcement of this id, if it is still to be sent, with its row locked until the
   * transaction ends; empty also where another transaction has it locked.
   */
  public Optional<OutboxMessage> lockOpen(AnnouncementId id) {
    return one(it(database.query(SELECT + IT + OPEN + " for update skip locked"), id));
  }

  /**
   * Claims it for a sender and counts an attempt: from now on it may have been sent.
   *
   * @param by who the sender is
   * @param tried when it may have been sent, all attempts taken together
   */
  public void claim(AnnouncementId id, String by, Instant until, Window tried) {
    it(
            database.update(
                """
                update announcement
                set state = 'CLAIMED', attempts = attempts + 1, claimed_by = :by, claimed_until = :until,
                  tried_from = :triedFrom, tried_until = :triedUntil
                """
                    + IT
                    + OPEN),
            id)
        .bind("by", by)
        .bind("until", until)
        .bind("triedFrom", tried.from())
        .bind("triedUntil", tried.until())
        .execute();
  }

  /**
   * It is known when it may have been sent, and when not.
   *
   * @param attempt the attempt that found out: where another has been made since, nothing changes
   */
  public void tried(AnnouncementId id, int attempt, Window tried) {
    it(
            database.update(
                "update announcement set tried_from = :from, tried_until = :until"
                    + IT
                    + OPEN
                    + " and attempts = :attempt"),
            id)
        .bind("from", tried.from())
        .bind("until", tried.until())
        .bind("attempt", attempt)
        .execute();
  }

  /** The message is there; what goes along with it may not be yet. */
  public void there(AnnouncementId id, String messageId) {
    it(database.update("update announcement set message_id = :message" + IT + OPEN), id)
        .bind("message", messageId)
        .execute();
  }

  /** Sends it elsewhere from now on. */
  public void readdress(AnnouncementId id, Address address) {
    it(
            bind(
                database.update(
                    """
                    update announcement
                    set external_community_id = :place, external_channel_id = :channel, external_user_id = :user
                    """
                        + IT
                        + OPEN),
                address),
            id)
        .execute();
  }

  /**
   * Gives it back, to be sent later.
   *
   * @param attempt the attempt that failed: where another has been made since, nothing changes
   * @return whether anything changed
   */
  public boolean release(AnnouncementId id, int attempt, String reason) {
    return it(
                database.update(
                    "update announcement set state = 'WAITING', claimed_until = null, reason ="
                        + " :reason"
                        + IT
                        + OPEN
                        + " and attempts = :attempt"),
                id)
            .bind("reason", reason)
            .bind("attempt", attempt)
            .execute()
        > 0;
  }

  /**
   * It is there, with all that goes along with it.
   *
   * @return whether it was open until now
   */
  public boolean sent(AnnouncementId id, String messageId, Instant at) {
    return it(
                database.update(
                    """
                    update announcement
                    set state = 'SENT', claimed_until = null, reason = null, message_id = :message, closed_at = :at
                    """
                        + IT
                        + " and state <> 'SENT'"),
                id)
            .bind("message", messageId)
            .bind("at", at)
            .execute()
        > 0;
  }

  /**
   * It will not be sent any more.
   *
   * @param attempt the attempt that failed: where another has been made since, nothing changes
   * @return whether anything changed
   */
  public boolean giveUp(AnnouncementId id, int attempt, String reason, Instant at) {
    return it(
                database.update(
                    """
                    update announcement
                    set state = 'GIVEN_UP', claimed_until = null, reason = :reason, closed_at = :at
                    """
                        + IT
                        + OPEN
                        + " and attempts = :attempt"),
                id)
            .bind("reason", reason)
            .bind("attempt", attempt)
            .bind("at", at)
            .execute()
        > 0;
  }

  /** Ends every claim, whoever made it: for a database that only this process can have open. */
  public void endClaims() {
    database
        .update("update announcement set claimed_until = null where state = 'CLAIMED'")
        .execute();
  }

  private static <S extends Statement<S>> S it(S statement, AnnouncementId id) {
    return statement.bind("community", id.community()).bind("id", id.number());
  }

  private static Optional<OutboxMessage> one(Query query) {
    return query.find(row -> announcement(row));
  }

  private static OutboxMessage announcement(Row row) {
    String kind = row.text("kind");
    String key = row.text("announcement_key");
    Platform platform = Platform.ofKey(row.text("platform"));
    String place = row.text("external_community_id");
    String channel = row.findText("external_channel_id");
    return new OutboxMessage(
        new AnnouncementId(row.get("community_id", CommunityId.class), row.big("announcement_id")),
        kind,
        key,
        channel == null
            ? new Address.Direct(account(platform, place, row.text("external_user_id")))
            : new Address.Channel(new Place(platform, place).channel(channel)),
        row.text("nonce"),
        row.instant("due_at"),
        row.instant("expires_at"),
        row.get("state", OutboxMessage.State.class),
        row.number("attempts"),
        row.find("claimed_until", Instant.class),
        tried(row),
        row.findText("message_id"),
        row.find("closed_at", Instant.class),
        row.findText("reason"));
  }

  private static @Nullable Window tried(Row row) {
    Instant from = row.find("tried_from", Instant.class);
    Instant until = row.find("tried_until", Instant.class);
    return from == null || until == null ? null : new Window(from, until);
  }

  /** A sender needs no name. */
  private static Account account(Platform platform, String place, String user) {
    return new Account(platform, place, user, user);
  }

  /** How many announcements stand how. */
  public Map<String, Long> counts() {
    return database
        .query("select state, count(*) as number from announcement group by state")
        .map(row -> row.text("state"), row -> row.big("number"));
  }
}
