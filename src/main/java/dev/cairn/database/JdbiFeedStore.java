package dev.cairn.database;

import dev.cairn.feature.feed.Feed;
import dev.cairn.feature.feed.FeedStore;
import dev.cairn.feature.feed.Validators;
import dev.cairn.feature.member.Member;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Feeds in the database. */
public final class JdbiFeedStore implements FeedStore {
  /** The feed that {@code :to} has from {@code :from}. */
  private static final String LENT =
      "community_id = :community and member_id = :to and brought_by = :from";

  /** What has been seen by the second has been seen by the first, of the feed that one lent. */
  private static final String COPY_ENTRIES =
      """
      insert into feed_entry (community_id, member_id, entry_key, seen_at)
      select community_id, cast(:%s as bigint), entry_key, seen_at
      from feed_entry where community_id = :community and member_id = :%s
        and exists (select 1 from feed where community_id = :community and member_id = :to and brought_by = :from)
      on conflict do nothing
      """;

  private final Database database;

  public JdbiFeedStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Feed> find(Member member) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    "select * from feed where community_id = :community and member_id = :member")
                .bind("community", member.community().id().value())
                .bind("member", member.id().value())
                .map(
                    (row, context) ->
                        new Feed(
                            URI.create(row.getString("url")),
                            row.getString("title"),
                            new Validators(row.getString("etag"), row.getString("last_modified")),
                            row.getBoolean("looked"),
                            row.getInt("failures"),
                            row.getInt("claim"),
                            TimeArguments.instant(row, "next_poll_at")))
                .findOne());
  }

  @Override
  public void save(Member member, Feed feed) {
    database.with(
        handle ->
            new Upsert(
                    """
                    insert into feed (community_id, member_id, url, title, etag, last_modified, looked, failures, claim, next_poll_at)
                    values (:community, :member, :url, :title, :etag, :lastModified, :looked, :failures, :claim, :next)
                    """,
                    """
                    update feed
                    set url = :url, title = :title, etag = :etag, last_modified = :lastModified, looked = :looked,
                      failures = :failures, claim = :claim, next_poll_at = :next
                    where community_id = :community and member_id = :member
                    """)
                .run(
                    handle,
                    statement ->
                        statement
                            .bind("community", member.community().id().value())
                            .bind("member", member.id().value())
                            .bind("url", feed.url().toString())
                            .bind("title", feed.title())
                            .bind("etag", feed.validators().etag())
                            .bind("lastModified", feed.validators().lastModified())
                            .bind("looked", feed.looked())
                            .bind("failures", feed.failures())
                            .bind("claim", feed.claim())
                            .bind("next", feed.nextPollAt())));
  }

  @Override
  public boolean remove(Member member) {
    return database.with(
        handle ->
            handle
                    .createUpdate(
                        "delete from feed where community_id = :community and member_id = :member")
                    .bind("community", member.community().id().value())
                    .bind("member", member.id().value())
                    .execute()
                > 0);
  }

  @Override
  public void lend(Member from, Member to) {
    database.with(
        handle -> {
          between(
              handle,
              from,
              to,
              """
              insert into feed (community_id, member_id, url, title, etag, last_modified, looked, failures, claim,
                next_poll_at, brought_by)
              select community_id, cast(:to as bigint), url, title, etag, last_modified, looked, failures, claim,
                next_poll_at, member_id
              from feed where community_id = :community and member_id = :from
              on conflict do nothing
              """);
          between(handle, from, to, COPY_ENTRIES.formatted("to", "from"));
          return true;
        });
  }

  @Override
  public void takeBack(Member from, Member to) {
    database.with(
        handle -> {
          between(handle, from, to, COPY_ENTRIES.formatted("from", "to"));
          between(handle, from, to, "delete from feed where " + LENT);
          return true;
        });
  }

  private static void between(Handle handle, Member from, Member to, String sql) {
    handle
        .createUpdate(sql)
        .bind("community", from.community().id().value())
        .bind("from", from.id().value())
        .bind("to", to.id().value())
        .execute();
  }

  @Override
  public Set<String> seen(Member member, Collection<String> keys) {
    Map<String, String> byDigest =
        keys.stream().distinct().collect(Collectors.toMap(Digest::of, Function.identity()));
    return database.with(
        handle ->
            handle
                .createQuery(
                    """
                    select entry_key from feed_entry
                    where community_id = :community and member_id = :member and entry_key = any(:keys)
                    """)
                .bind("community", member.community().id().value())
                .bind("member", member.id().value())
                .bindArray("keys", String.class, byDigest.keySet().toArray())
                .mapTo(String.class)
                .stream()
                .map(byDigest::get)
                .collect(Collectors.toSet()));
  }

  @Override
  public void see(Member member, Collection<String> keys, Instant at) {
    if (keys.isEmpty()) {
      return;
    }
    database.with(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  """
                  insert into feed_entry (community_id, member_id, entry_key, seen_at)
                  values (:community, :member, :key, :at) on conflict do nothing
                  """);
          for (String key : keys) {
            batch
                .bind("community", member.community().id().value())
                .bind("member", member.id().value())
                .bind("key", Digest.of(key))
                .bind("at", at)
                .add();
          }
          return batch.execute();
        });
  }
}
