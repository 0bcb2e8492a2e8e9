package dev.cairn.feature.blog;

import dev.cairn.database.Batch;
import dev.cairn.database.Database;
import dev.cairn.database.Digest;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.database.Statement;
import dev.cairn.database.Update;
import dev.cairn.domain.blog.PostUrl;
import dev.cairn.domain.blog.PostsOnRecord;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Keeps posts, and what members vowed. */
public final class PostStore {
  private final Database database;

  public PostStore(Database database) {
    this.database = database;
  }

  /** A member's post at an address. */
  public Optional<Post> find(Member member, PostUrl url) {
    return query(
            member,
            """
            select url, title, posted_on from post
            where community_id = :community and member_id = :member and url_digest = :digest
            """)
        .bind("digest", Digest.of(url.value()))
        .find(row -> post(row));
  }

  /** A member's posts, the newest first. */
  public List<Post> all(Member member) {
    return query(
            member,
            """
            select url, title, posted_on from post
            where community_id = :community and member_id = :member
            order by posted_on desc, posted_at desc, url
            """)
        .list(row -> post(row));
  }

  private static Post post(Row row) {
    return new Post(new PostUrl(row.text("url")), row.findText("title"), row.date("posted_on"));
  }

  /** How many posts a member has. */
  public int count(Member member) {
    return query(
            member,
            "select count(*) from post where community_id = :community and member_id = :member")
        .one(Integer.class);
  }

  /** Adds a post that is not there yet. */
  public void add(Member member, Post post, Instant at) {
    update(
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
        .execute();
  }

  /** Gives a post another title. */
  public void setTitle(Member member, PostUrl url, String title) {
    update(
            member,
            """
            update post set title = :title
            where community_id = :community and member_id = :member and url_digest = :digest
            """)
        .bind("digest", Digest.of(url.value()))
        .bind("title", title)
        .execute();
  }

  /** Removes a post; false where there is none. */
  public boolean remove(Member member, PostUrl url) {
    return update(
                member,
                """
                delete from post
                where community_id = :community and member_id = :member and url_digest = :digest
                """)
            .bind("digest", Digest.of(url.value()))
            .execute()
        > 0;
  }

  /** Keeps what a post was, and why it is taken down; does nothing where there is no such post. */
  public void strike(Member member, PostUrl url, String reason, Instant at) {
    update(
            member,
            """
            insert into post_strike (community_id, member_id, url_digest, url, title, posted_on, posted_at,
              counts_together, reason, struck_at)
            select community_id, member_id, url_digest, url, title, posted_on, posted_at, counts_together,
              cast(:reason as varchar), cast(:at as timestamp with time zone)
            from post
            where community_id = :community and member_id = :member and url_digest = :digest
            on conflict do nothing
            """)
        .bind("digest", Digest.of(url.value()))
        .bind("reason", reason)
        .bind("at", at)
        .execute();
  }

  /** Why a member's post at an address was taken down; empty where it was not. */
  public Optional<String> struck(Member member, PostUrl url) {
    return query(
            member,
            """
            select reason from post_strike
            where community_id = :community and member_id = :member and url_digest = :digest
            """)
        .bind("digest", Digest.of(url.value()))
        .find(String.class);
  }

  /** Puts a post back that was taken down; false where none was. */
  public boolean putBack(Member member, PostUrl url) {
    return database.transaction(() -> {
      update(
              member,
              """
              insert into post (community_id, member_id, url_digest, url, title, posted_on, posted_at,
                counts_together)
              select community_id, member_id, url_digest, url, title, posted_on, posted_at, counts_together
              from post_strike
              where community_id = :community and member_id = :member and url_digest = :digest
              on conflict do nothing
              """)
          .bind("digest", Digest.of(url.value()))
          .execute();
      return update(
                  member,
                  """
                  delete from post_strike
                  where community_id = :community and member_id = :member and url_digest = :digest
                  """)
              .bind("digest", Digest.of(url.value()))
              .execute()
          > 0;
    });
  }

  /**
   * What was taken down of one of two members who are linked is taken down of both: of the survivor
   * altogether, of the absorbed where they have it too.
   */
  public void shareStrikes(Member survivor, Member absorbed) {
    shareStrikes(absorbed, survivor, "");
    shareStrikes(
        survivor,
        absorbed,
        """
         and url_digest in (select url_digest from post
           where community_id = :community and member_id = :to)
        """);
  }

  private void shareStrikes(Member from, Member to, String condition) {
    update(
            from,
            """
            insert into post_strike (community_id, member_id, url_digest, url, title, posted_on, posted_at,
              counts_together, reason, struck_at)
            select community_id, cast(:to as bigint), url_digest, url, title, posted_on, posted_at,
              counts_together, reason, struck_at
            from post_strike where community_id = :community and member_id = :member
            """
                + condition
                + " on conflict do nothing")
        .bind("to", to.id())
        .execute();
  }

  /** A member's posts without those that were taken down. */
  public PostsOnRecord recordNotStruck(Member member) {
    return record(
        query(
            member,
            """
            select * from post where community_id = :community and member_id = :member
              and not exists (select 1 from post_strike s where s.community_id = post.community_id
                and s.member_id = post.member_id and s.url_digest = post.url_digest)
            """));
  }

  /** What a member has was put back while they were linked: it is taken down no more. */
  public void liftStrikesOfPosts(Member member) {
    update(
            member,
            """
            delete from post_strike where community_id = :community and member_id = :member
              and url_digest in (select url_digest from post
                where community_id = :community and member_id = :member)
            """)
        .execute();
  }

  /**
   * How many posts each member of a community had at an instant, of those on record now, and has.
   *
   * @param together only those that count for the community
   */
  List<PostListener.Change> growth(Community community, Instant since, boolean together) {
    return database
        .query(
            """
            select sum(case when posted_at < :since then 1 else 0 end) as earlier, count(*) as now_there
            from post where community_id = :community and (counts_together or not :together)
            group by member_id
            """)
        .bind("community", community.id())
        .bind("since", since)
        .bind("together", together)
        .list(row -> new PostListener.Change(row.number("earlier"), row.number("now_there")));
  }

  /** All of a member's posts, with when each was counted. */
  public PostsOnRecord record(Member member) {
    return record(
        query(
            member, "select * from post where community_id = :community and member_id = :member"));
  }

  private static PostsOnRecord record(Query query) {
    return new PostsOnRecord(
        query.map(
            row -> new PostUrl(row.text("url")),
            row ->
                new PostsOnRecord.Entry(
                    row.findText("title"),
                    row.date("posted_on"),
                    row.instant("posted_at"),
                    row.flag("counts_together"))));
  }

  /** The member has these posts from now on. */
  public void replace(Member member, PostsOnRecord posts) {
    database.transaction(() -> {
      update(member, "delete from post where community_id = :community and member_id = :member")
          .execute();
      addAll(
          member,
          member,
          posts,
          """
          insert into post (community_id, member_id, url_digest, url, title, posted_on, posted_at, counts_together)
          values (:community, :member, :digest, :url, :title, :on, :at, :counts)
          """);
    });
  }

  /** Remembers what posts one of two members had when they were linked. */
  public void remember(Member absorbed, Member whose, PostsOnRecord posts) {
    addAll(
        whose,
        absorbed,
        posts,
        """
        insert into post_before_link (community_id, absorbed_id, member_id, url_digest, url, title, posted_on,
          posted_at, counts_together)
        values (:community, :absorbed, :member, :digest, :url, :title, :on, :at, :counts)
        """);
  }

  private int addAll(Member member, Member absorbed, PostsOnRecord posts, String sql) {
    Batch batch = database.batch(sql);
    posts
        .posts()
        .forEach((url, entry) ->
            of(batch, member)
                .bind("absorbed", absorbed.id())
                .bind("digest", Digest.of(url.value()))
                .bind("url", url.value())
                .bind("title", entry.title())
                .bind("on", entry.postedOn())
                .bind("at", entry.at())
                .bind("counts", entry.countsTogether())
                .add());
    return batch.execute();
  }

  /** What posts one of two members had when they were linked. */
  public PostsOnRecord recall(Member absorbed, Member whose) {
    return record(
        query(
                whose,
                """
                select * from post_before_link
                where community_id = :community and absorbed_id = :absorbed and member_id = :member
                """)
            .bind("absorbed", absorbed.id()));
  }

  /** Forgets what either had when they were linked. */
  public void forget(Member absorbed) {
    update(
            absorbed,
            "delete from post_before_link where community_id = :community and absorbed_id ="
                + " :member")
        .execute();
  }

  /** What the one vowed is what the other did, unless they vowed something themselves. */
  public void lendPlan(Member from, Member to) {
    update(
            from,
            """
            insert into blog_plan (community_id, member_id, goal_posts, goal_days, starts_on, checks_in, brought_by)
            select community_id, cast(:to as bigint), goal_posts, goal_days, starts_on, checks_in, member_id
            from blog_plan where community_id = :community and member_id = :member
            on conflict do nothing
            """)
        .bind("to", to.id())
        .execute();
  }

  /** What had been vowed by the one only is no longer vowed by the other. */
  public void takeBackPlan(Member from, Member to) {
    update(
            from,
            """
            delete from blog_plan
            where community_id = :community and member_id = :to and brought_by = :member
            """)
        .bind("to", to.id())
        .execute();
  }

  /**
   * Changes how many posts the community has. Until the transaction ends, everybody else who
   * changes it waits.
   *
   * @return how many it has now
   */
  public int tally(Community community, int change) {
    return database.transaction(() -> {
      database
          .upsert(
              "insert into post_tally (community_id, posts) values (:community, :change)",
              "update post_tally set posts = posts + :change where community_id = :community")
          .bind("community", community.id())
          .bind("change", change)
          .execute();
      return database
          .query("select posts from post_tally where community_id = :community")
          .bind("community", community.id())
          .one(Integer.class);
    });
  }

  /**
   * Counts a community's posts anew.
   *
   * @return whether they were counted wrongly
   */
  boolean recount(Community community) {
    return database.transaction(() -> {
      int kept = tally(community, 0);
      int right =
          database
              .query(
                  "select count(*) from post where community_id = :community and"
                      + " counts_together")
              .bind("community", community.id())
              .one(Integer.class);
      tally(community, right - kept);
      return right != kept;
    });
  }

  /** What a member vowed; empty where they never said. */
  public Optional<BlogPlan> plan(Member member) {
    return query(
            member,
            "select * from blog_plan where community_id = :community and member_id = :member")
        .find(row ->
            new BlogPlan(
                row.number("goal_posts"),
                row.number("goal_days"),
                row.find("starts_on", LocalDate.class),
                row.flag("checks_in")));
  }

  /** The member vows this from now on. */
  public void save(Member member, BlogPlan plan) {
    of(
            database.upsert(
                """
                insert into blog_plan (community_id, member_id, goal_posts, goal_days, starts_on, checks_in)
                values (:community, :member, :posts, :days, :start, :checksIn)
                """,
                """
                update blog_plan
                set goal_posts = :posts, goal_days = :days, starts_on = :start, checks_in = :checksIn, brought_by = null
                where community_id = :community and member_id = :member
                """),
            member)
        .bind("posts", plan.posts())
        .bind("days", plan.days())
        .bind("start", plan.start())
        .bind("checksIn", plan.checksIn())
        .execute();
  }

  private Query query(Member member, String sql) {
    return of(database.query(sql), member);
  }

  private Update update(Member member, String sql) {
    return of(database.update(sql), member);
  }

  private static <S extends Statement<S>> S of(S statement, Member member) {
    return statement.bind("community", member.community().id()).bind("member", member.id());
  }
}
