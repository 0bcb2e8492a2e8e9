package dev.cairn.database;

import dev.cairn.domain.PostUrl;
import dev.cairn.domain.PostsOnRecord;
import dev.cairn.feature.blog.BlogPlan;
import dev.cairn.feature.blog.Post;
import dev.cairn.feature.blog.PostStore;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/** Posts in the database. */
public final class JdbiPostStore implements PostStore {
  private final Database database;

  public JdbiPostStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Post> find(Member member, PostUrl url) {
    return database.with(
        handle ->
            query(
                    handle,
                    member,
                    """
                    select url, title, posted_on from post
                    where community_id = :community and member_id = :member and url_digest = :digest
                    """)
                .bind("digest", Digest.of(url.value()))
                .map((row, context) -> post(row))
                .findOne());
  }

  @Override
  public List<Post> all(Member member) {
    return database.with(
        handle ->
            query(
                    handle,
                    member,
                    """
                    select url, title, posted_on from post
                    where community_id = :community and member_id = :member
                    order by posted_on desc, posted_at desc, url
                    """)
                .map((row, context) -> post(row))
                .list());
  }

  private static Post post(ResultSet row) throws SQLException {
    return new Post(
        new PostUrl(row.getString("url")),
        row.getString("title"),
        TimeArguments.date(row, "posted_on"));
  }

  @Override
  public int count(Member member) {
    return database.with(
        handle ->
            query(
                    handle,
                    member,
                    "select count(*) from post where community_id = :community and member_id = :member")
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public void add(Member member, Post post, Instant at) {
    database.with(
        handle ->
            update(
                    handle,
                    member,
                    """
                    insert into post (community_id, member_id, url_digest, url, title, posted_on, posted_at)
                    values (:community, :member, :digest, :url, :title, :on, :at)
                    """)
                .bind("digest", Digest.of(post.url().value()))
                .bind("url", post.url().value())
                .bind("title", post.title())
                .bind("on", post.postedOn())
                .bind("at", at)
                .execute());
  }

  @Override
  public void setTitle(Member member, PostUrl url, String title) {
    database.with(
        handle ->
            update(
                    handle,
                    member,
                    """
                    update post set title = :title
                    where community_id = :community and member_id = :member and url_digest = :digest
                    """)
                .bind("digest", Digest.of(url.value()))
                .bind("title", title)
                .execute());
  }

  @Override
  public boolean remove(Member member, PostUrl url) {
    return database.with(
        handle ->
            update(
                        handle,
                        member,
                        """
                        delete from post
                        where community_id = :community and member_id = :member and url_digest = :digest
                        """)
                    .bind("digest", Digest.of(url.value()))
                    .execute()
                > 0);
  }

  @Override
  public PostsOnRecord record(Member member) {
    return database.with(
        handle ->
            record(
                query(
                    handle,
                    member,
                    "select * from post where community_id = :community and member_id = :member")));
  }

  private static PostsOnRecord record(Query query) {
    return new PostsOnRecord(
        query
            .map(
                (row, context) ->
                    Map.entry(
                        new PostUrl(row.getString("url")),
                        new PostsOnRecord.Entry(
                            row.getString("title"),
                            TimeArguments.date(row, "posted_on"),
                            TimeArguments.instant(row, "posted_at"),
                            row.getBoolean("counts_together"))))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public void replace(Member member, PostsOnRecord posts) {
    database.with(
        handle -> {
          update(
                  handle,
                  member,
                  "delete from post where community_id = :community and member_id = :member")
              .execute();
          return addAll(
              handle,
              member,
              member,
              posts,
              """
              insert into post (community_id, member_id, url_digest, url, title, posted_on, posted_at, counts_together)
              values (:community, :member, :digest, :url, :title, :on, :at, :counts)
              """);
        });
  }

  @Override
  public void remember(Member absorbed, Member whose, PostsOnRecord posts) {
    database.with(
        handle ->
            addAll(
                handle,
                whose,
                absorbed,
                posts,
                """
                insert into post_before_link (community_id, absorbed_id, member_id, url_digest, url, title, posted_on,
                  posted_at, counts_together)
                values (:community, :absorbed, :member, :digest, :url, :title, :on, :at, :counts)
                """));
  }

  private static int addAll(
      Handle handle, Member member, Member absorbed, PostsOnRecord posts, String sql) {
    PreparedBatch batch = handle.prepareBatch(sql);
    posts
        .posts()
        .forEach(
            (url, entry) ->
                of(batch, member)
                    .bind("absorbed", absorbed.id().value())
                    .bind("digest", Digest.of(url.value()))
                    .bind("url", url.value())
                    .bind("title", entry.title())
                    .bind("on", entry.postedOn())
                    .bind("at", entry.at())
                    .bind("counts", entry.countsTogether())
                    .add());
    return batch.execute().length;
  }

  @Override
  public PostsOnRecord recall(Member absorbed, Member whose) {
    return database.with(
        handle ->
            record(
                query(
                        handle,
                        whose,
                        """
                        select * from post_before_link
                        where community_id = :community and absorbed_id = :absorbed and member_id = :member
                        """)
                    .bind("absorbed", absorbed.id().value())));
  }

  @Override
  public void forget(Member absorbed) {
    database.with(
        handle ->
            update(
                    handle,
                    absorbed,
                    "delete from post_before_link where community_id = :community and absorbed_id = :member")
                .execute());
  }

  @Override
  public void lendPlan(Member from, Member to) {
    database.with(
        handle ->
            update(
                    handle,
                    from,
                    """
                    insert into blog_plan (community_id, member_id, goal_posts, goal_days, starts_on, checks_in, brought_by)
                    select community_id, cast(:to as bigint), goal_posts, goal_days, starts_on, checks_in, member_id
                    from blog_plan where community_id = :community and member_id = :member
                    on conflict do nothing
                    """)
                .bind("to", to.id().value())
                .execute());
  }

  @Override
  public void takeBackPlan(Member from, Member to) {
    database.with(
        handle ->
            update(
                    handle,
                    from,
                    """
                    delete from blog_plan
                    where community_id = :community and member_id = :to and brought_by = :member
                    """)
                .bind("to", to.id().value())
                .execute());
  }

  @Override
  public int tally(Community community, int change) {
    return database.with(
        handle -> {
          new Upsert(
                  "insert into post_tally (community_id, posts) values (:community, :change)",
                  "update post_tally set posts = posts + :change where community_id = :community")
              .run(
                  handle,
                  statement ->
                      statement.bind("community", community.id().value()).bind("change", change));
          return handle
              .createQuery("select posts from post_tally where community_id = :community")
              .bind("community", community.id().value())
              .mapTo(Integer.class)
              .one();
        });
  }

  @Override
  public Optional<BlogPlan> plan(Member member) {
    return database.with(
        handle ->
            query(
                    handle,
                    member,
                    "select * from blog_plan where community_id = :community and member_id = :member")
                .map(
                    (row, context) ->
                        new BlogPlan(
                            row.getInt("goal_posts"),
                            row.getInt("goal_days"),
                            row.getObject("starts_on", LocalDate.class),
                            row.getBoolean("checks_in")))
                .findOne());
  }

  @Override
  public void save(Member member, BlogPlan plan) {
    database.with(
        handle ->
            new Upsert(
                    """
                    insert into blog_plan (community_id, member_id, goal_posts, goal_days, starts_on, checks_in)
                    values (:community, :member, :posts, :days, :start, :checksIn)
                    """,
                    """
                    update blog_plan
                    set goal_posts = :posts, goal_days = :days, starts_on = :start, checks_in = :checksIn, brought_by = null
                    where community_id = :community and member_id = :member
                    """)
                .run(
                    handle,
                    statement ->
                        of(statement, member)
                            .bind("posts", plan.posts())
                            .bind("days", plan.days())
                            .bind("start", plan.start())
                            .bind("checksIn", plan.checksIn())));
  }

  private static Query query(Handle handle, Member member, String sql) {
    return of(handle.createQuery(sql), member);
  }

  private static Update update(Handle handle, Member member, String sql) {
    return of(handle.createUpdate(sql), member);
  }

  private static <S extends SqlStatement<S>> S of(S statement, Member member) {
    return statement
        .bind("community", member.community().id().value())
        .bind("member", member.id().value());
  }
}
