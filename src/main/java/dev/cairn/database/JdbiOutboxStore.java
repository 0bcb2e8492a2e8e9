package dev.cairn.database;

import dev.cairn.chat.Account;
import dev.cairn.chat.MessageSender.Address;
import dev.cairn.chat.Platform;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.community.Place;
import dev.cairn.feature.outbox.OutboxMessage;
import dev.cairn.feature.outbox.OutboxMessage.AnnouncementId;
import dev.cairn.feature.outbox.OutboxStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/** Announcements in the database. */
public final class JdbiOutboxStore implements OutboxStore {
  private static final String SELECT =
      """
      select community_id, announcement_id, kind, announcement_key, platform, external_community_id,
        external_channel_id, external_user_id, nonce, due_at, expires_at, state, attempts, claimed_until,
        message_id, reason
      from announcement
      """;
  private static final String IT = " where community_id = :community and announcement_id = :id";
  private static final String OPEN = " and state in ('WAITING', 'CLAIMED')";

  private final Database database;

  public JdbiOutboxStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<AnnouncementId> add(
      CommunityId community,
      String kind,
      String key,
      Platform platform,
      Address address,
      Instant due,
      Instant expires) {
    return database.with(
        handle -> {
          int added =
              bind(
                      handle.createUpdate(
                          """
                          insert into announcement (community_id, kind, announcement_key, platform,
                            external_community_id, external_channel_id, external_user_id, nonce, due_at,
                            expires_at, state, attempts)
                          values (:community, :kind, :key, :platform, :place, :channel, :user, :nonce, :due,
                            :expires, 'WAITING', 0)
                          on conflict do nothing
                          """),
                      address)
                  .bind("community", community.value())
                  .bind("kind", kind)
                  .bind("key", key)
                  .bind("platform", platform.key())
                  .bind("nonce", OutboxMessage.nonce(kind, key, address))
                  .bind("due", due)
                  .bind("expires", expires)
                  .execute();
          Place place = new Place(platform, address.community());
          return added == 0
              ? Optional.empty()
              : find(handle, community, kind, key, place).map(OutboxMessage::id);
        });
  }

  private static Update bind(Update update, Address address) {
    return switch (address) {
      case Address.Channel(String place, String channel) ->
          update.bind("place", place).bind("channel", channel).bind("user", (String) null);
      case Address.Direct(Account account) ->
          update
              .bind("place", account.community())
              .bind("channel", (String) null)
              .bind("user", account.user());
    };
  }

  @Override
  public Optional<OutboxMessage> find(AnnouncementId id) {
    return database.with(handle -> one(it(handle.createQuery(SELECT + IT), id)));
  }

  @Override
  public Optional<OutboxMessage> find(CommunityId community, String kind, String key, Place place) {
    return database.with(handle -> find(handle, community, kind, key, place));
  }

  private static Optional<OutboxMessage> find(
      Handle handle, CommunityId community, String kind, String key, Place place) {
    return one(
        at(
                handle.createQuery(
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

  @Override
  public List<String> failures(CommunityId community, String kind, String key) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    """
                    select reason from announcement
                    where community_id = :community and kind = :kind and announcement_key = :key
                      and state = 'GIVEN_UP'
                    order by announcement_id
                    """)
                .bind("community", community.value())
                .bind("kind", kind)
                .bind("key", key)
                .mapTo(String.class)
                .list());
  }

  @Override
  public Optional<OutboxMessage> newest(CommunityId community, String kind, Place place) {
    return database.with(
        handle ->
            one(
                at(
                    handle.createQuery(
                        SELECT
                            + """
                            where community_id = :community and kind = :kind
                              and platform = :platform and external_community_id = :place
                            order by due_at desc, announcement_id desc limit 1
                            """),
                    community,
                    kind,
                    place)));
  }

  private static Query at(Query query, CommunityId community, String kind, Place place) {
    return query
        .bind("community", community.value())
        .bind("kind", kind)
        .bind("platform", place.platform().key())
        .bind("place", place.id());
  }

  @Override
  public Optional<OutboxMessage> lockOpen(AnnouncementId id) {
    return database.with(
        handle -> one(it(handle.createQuery(SELECT + IT + OPEN + " for update skip locked"), id)));
  }

  @Override
  public void claim(AnnouncementId id, String by, Instant until) {
    database.with(
        handle ->
            it(
                    handle.createUpdate(
                        """
                        update announcement
                        set state = 'CLAIMED', attempts = attempts + 1, claimed_by = :by, claimed_until = :until
                        """
                            + IT
                            + OPEN),
                    id)
                .bind("by", by)
                .bind("until", until)
                .execute());
  }

  @Override
  public void readdress(AnnouncementId id, Address address) {
    database.with(
        handle ->
            it(
                    bind(
                        handle.createUpdate(
                            """
                            update announcement
                            set external_community_id = :place, external_channel_id = :channel, external_user_id = :user
                            """
                                + IT
                                + OPEN),
                        address),
                    id)
                .execute());
  }

  @Override
  public boolean release(AnnouncementId id, int attempt, String reason) {
    return database.with(
        handle ->
            it(
                        handle.createUpdate(
                            "update announcement set state = 'WAITING', claimed_until = null, reason = :reason"
                                + IT
                                + OPEN
                                + " and attempts = :attempt"),
                        id)
                    .bind("reason", reason)
                    .bind("attempt", attempt)
                    .execute()
                > 0);
  }

  @Override
  public boolean sent(AnnouncementId id, String messageId, Instant at) {
    return database.with(
        handle ->
            it(
                        handle.createUpdate(
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
                > 0);
  }

  @Override
  public boolean giveUp(AnnouncementId id, int attempt, String reason, Instant at) {
    return database.with(
        handle ->
            it(
                        handle.createUpdate(
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
                > 0);
  }

  @Override
  public void endClaims() {
    database.with(
        handle ->
            handle
                .createUpdate(
                    "update announcement set claimed_until = null where state = 'CLAIMED'")
                .execute());
  }

  private static <S extends SqlStatement<S>> S it(S statement, AnnouncementId id) {
    return statement.bind("community", id.community().value()).bind("id", id.number());
  }

  private static Optional<OutboxMessage> one(Query query) {
    return query.map((row, context) -> announcement(row)).findOne();
  }

  private static OutboxMessage announcement(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    String key = row.getString("announcement_key");
    Platform platform = Platform.ofKey(row.getString("platform"));
    String place = row.getString("external_community_id");
    String channel = row.getString("external_channel_id");
    return new OutboxMessage(
        new AnnouncementId(
            new CommunityId(row.getLong("community_id")), row.getLong("announcement_id")),
        kind,
        key,
        platform,
        channel == null
            ? new Address.Direct(account(platform, place, row.getString("external_user_id")))
            : new Address.Channel(place, channel),
        row.getString("nonce"),
        TimeArguments.instant(row, "due_at"),
        TimeArguments.instant(row, "expires_at"),
        OutboxMessage.State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        TimeArguments.instantOrNull(row, "claimed_until"),
        row.getString("message_id"),
        row.getString("reason"));
  }

  /** A sender needs no name. */
  private static Account account(Platform platform, String place, String user) {
    return new Account(platform, place, user, user);
  }
}
