package dev.cairn.feature.feed;

import dev.cairn.database.Batch;
import dev.cairn.database.Database;
import dev.cairn.database.Digest;
import dev.cairn.feature.member.Member;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps feeds, and which of their entries have been seen. */
public final class FeedStore {
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

  public FeedStore(Database database) {
    this.database = database;
  }

  /** The feed that a member follows. */
  public Optional<Feed> find(Member member) {
    return database
        .query("select * from feed where community_id = :community and member_id = :member")
        .bind("community", member.community().id())
        .bind("member", member.id())
        .find(row ->
            new Feed(
                URI.create(row.text("url")),
                row.findText("title"),
                new Validators(row.findText("etag"), row.findText("last_modified")),
                row.flag("looked"),
                row.number("failures"),
                row.number("claim"),
                row.instant("next_poll_at")));
  }

  /** Keeps the feed as it stands now; what has been seen of it stays. */
  public void save(Member member, Feed feed) {
    database
        .upsert(
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
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("url", feed.url().toString())
        .bind("title", feed.title())
        .bind("etag", feed.validators().etag())
        .bind("lastModified", feed.validators().lastModified())
        .bind("looked", feed.looked())
        .bind("failures", feed.failures())
        .bind("claim", feed.claim())
        .bind("next", feed.nextPollAt())
        .execute();
  }

  /** Follows it no longer, and forgets what has been seen of it; false where there is none. */
  public boolean remove(Member member) {
    return database
            .update("delete from feed where community_id = :community and member_id = :member")
            .bind("community", member.community().id())
            .bind("member", member.id())
            .execute()
        > 0;
  }

  /** The one follows the feed of the other too, as it stands; who has a feed keeps theirs. */
  public void lend(Member from, Member to) {
    database.transaction(() -> {
      between(
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
      between(from, to, COPY_ENTRIES.formatted("to", "from"));
    });
  }

  /**
   * Ends what {@link #lend} began, if the feed is still followed: what has been seen of it is seen
   * by both.
   */
  public void takeBack(Member from, Member to) {
    database.transaction(() -> {
      between(from, to, COPY_ENTRIES.formatted("from", "to"));
      between(from, to, "delete from feed where " + LENT);
    });
  }

  private void between(Member from, Member to, String sql) {
    database
        .update(sql)
        .bind("community", from.community().id())
        .bind("from", from.id())
        .bind("to", to.id())
        .execute();
  }

  /** Those of the keys that have been seen. */
  public Set<String> seen(Member member, Collection<String> keys) {
    Map<String, String> byDigest =
        keys.stream().distinct().collect(Collectors.toMap(Digest::of, Function.identity()));
    return database
        .query(
            """
            select entry_key from feed_entry
            where community_id = :community and member_id = :member and entry_key = any(:keys)
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bindArray("keys", String.class, byDigest.keySet())
        .list(String.class)
        .stream()
        .map(byDigest::get)
        .collect(Collectors.toSet());
  }

  /** These keys have been seen, if they had not been before. */
  public void see(Member member, Collection<String> keys, Instant at) {
    Batch batch =
        database.batch(
            """
            insert into feed_entry (community_id, member_id, entry_key, seen_at)
            values (:community, :member, :key, :at) on conflict do nothing
            """);
    for (String key : keys) {
      batch
          .bind("community", member.community().id())
          .bind("member", member.id())
          .bind("key", Digest.of(key))
          .bind("at", at)
          .add();
    }
    batch.execute();
  }
}
