package dev.cairn.feature.milestone;

import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.database.remembered.RememberedAnswers;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.blog.MilestoneRules;
import dev.cairn.domain.blog.MilestoneRules.Kind;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps milestones, and what communities and members decided about them. */
public final class MilestoneStore {
  /** Whose a milestone of the community is: no member has this id. */
  private static final long COMMUNITY = 0;

  private static final String SELECT =
      """
      select m.milestone_id, m.kind, m.whose, m.threshold, m.state, m.words, m.planned_at, m.announced_with,
        coalesce(member.name, c.name) as name
      from milestone m
      join community c on c.community_id = m.community_id
      left join member on member.community_id = m.community_id and member.member_id = m.whose
      where m.community_id = :community
      """;

  private static final int MOST_REMEMBERED = 500;

  private final Database database;
  private final RememberedAnswers<CommunityId, Optional<MilestonePolicy>> policies;

  public MilestoneStore(Database database) {
    this.database = database;
    this.policies = database.remembering(MOST_REMEMBERED, "milestone_policy");
  }

  /**
   * Adds one that waits for a moderator.
   *
   * @param member who reached it; empty for the community
   * @return empty if it had been reached before, whatever its outcome, unless it was withdrawn
   */
  public Optional<Milestone> add(
      Community community, Kind kind, Optional<MemberId> member, int threshold, Instant at) {
    long whose = member.map(MemberId::value).orElse(COMMUNITY);
    return database.transaction(() -> {
      boolean added =
          database
              .upsert(
                  """
                  insert into milestone (community_id, kind, whose, threshold, state, found_at)
                  values (:community, :kind, :whose, :threshold, 'WAITING', :at)
                  """,
                  """
                  update milestone set state = 'WAITING', found_at = :at
                  where community_id = :community and kind = :kind and whose = :whose
                    and threshold = :threshold and state = 'WITHDRAWN'
                  """)
              .bind("community", community.id())
              .bind("kind", kind)
              .bind("whose", whose)
              .bind("threshold", threshold)
              .bind("at", at)
              .execute();
      return !added
          ? Optional.empty()
          : of(
                  community,
                  SELECT + " and m.kind = :kind and m.whose = :whose and m.threshold = :threshold")
              .bind("kind", kind)
              .bind("whose", whose)
              .bind("threshold", threshold)
              .find(row -> milestone(row));
    });
  }

  /** Those that wait and are above a count are withdrawn, until they are reached again. */
  public void withdraw(Community community, Kind kind, Optional<MemberId> member, int count) {
    database
        .update(
            """
            update milestone set state = 'WITHDRAWN', planned_at = null, collected = false
            where community_id = :community and kind = :kind and whose = :whose
              and threshold > :count and state = 'WAITING'
            """)
        .bind("community", community.id())
        .bind("kind", kind)
        .bind("whose", member.map(MemberId::value).orElse(COMMUNITY))
        .bind("count", count)
        .execute();
  }

  /** The milestone of this id. */
  public Optional<Milestone> find(Community community, long id) {
    return of(community, SELECT + " and m.milestone_id = :id")
        .bind("id", id)
        .find(row -> milestone(row));
  }

  /** The milestone of this id, with its row locked until the transaction ends. */
  public Optional<Milestone> lock(Community community, long id) {
    return of(
            community,
            """
            select milestone_id from milestone
            where community_id = :community and milestone_id = :id for update
            """)
        .bind("id", id)
        .find(Long.class)
        .flatMap(locked -> find(community, id));
  }

  /**
   * All but those counted with another or withdrawn: first those that wait, then the others, newest
   * first.
   */
  public List<Milestone> all(Community community) {
    return of(
            community,
            SELECT
                + " and m.state not in ('LINKED', 'WITHDRAWN') order by case m.state when 'WAITING'"
                + " then 0 else 1 end, m.found_at desc, m.milestone_id desc")
        .list(row -> milestone(row));
  }

  private static Milestone milestone(Row row) {
    long whose = row.big("whose");
    return new Milestone(
        row.big("milestone_id"),
        row.get("kind", Kind.class),
        whose == COMMUNITY ? Optional.empty() : Optional.of(new MemberId(whose)),
        row.text("name"),
        row.number("threshold"),
        row.get("state", Milestone.State.class),
        row.findText("words"),
        row.find("planned_at", Instant.class),
        row.find("announced_with", Long.class));
  }

  /**
   * What the one member reached is what the other did. Of two that are the same, one counts with
   * the other: one that waits with one that does not.
   */
  public void bring(Member from, Member to) {
    for (Member each : List.of(from, to)) {
      forgetWithdrawn(each);
    }
    between(from, to, "set whose = :to, brought_by = :from", "from", "not " + same("to", ""));
    String linked = "set state = 'LINKED'";
    between(
        from, to, linked, "from", "state = 'WAITING' and " + same("to", "and o.state <> 'LINKED'"));
    between(
        from,
        to,
        linked,
        "to",
        "state = 'WAITING' and " + same("from", "and o.state in ('ANNOUNCED', 'DISMISSED')"));
  }

  /** Neither has reached them; whoever reaches one of them as one learner finds it anew. */
  private void forgetWithdrawn(Member member) {
    database
        .update(
            "delete from milestone where community_id = :community and whose = :member and state ="
                + " 'WITHDRAWN'")
        .bind("community", member.community().id())
        .bind("member", member.id())
        .execute();
  }

  /** What had been brought by a member is theirs again. */
  public void giveBack(Member from, Member to) {
    between(from, to, "set whose = :to, brought_by = null", "from", "brought_by = :to");
  }

  private static String same(String whose, String condition) {
    return """
    exists (select 1 from milestone o where o.community_id = :community and o.whose = :%s
      and o.kind = milestone.kind and o.threshold = milestone.threshold %s)
    """
        .formatted(whose, condition);
  }

  private void between(Member from, Member to, String change, String whose, String condition) {
    database
        .update(
            "update milestone %s where community_id = :community and whose = :%s and %s"
                .formatted(change, whose, condition))
        .bind("community", from.community().id())
        .bind("from", from.id())
        .bind("to", to.id())
        .execute();
  }

  /** Whatever the one has reached counts as reached by the other, and is shown with the one. */
  public void addLinked(Member from, Member to, Instant at) {
    database
        .update(
            """
            insert into milestone (community_id, kind, whose, threshold, state, found_at)
            select community_id, kind, cast(:to as bigint), threshold, 'LINKED', cast(:at as timestamp with time zone)
            from milestone
            where community_id = :community and whose = :from and state <> 'WITHDRAWN'
            on conflict do nothing
            """)
        .bind("community", from.community().id())
        .bind("from", from.id())
        .bind("to", to.id())
        .bind("at", at)
        .execute();
  }

  /** It has become this, and nothing is planned any more. */
  public void setState(Community community, Milestone milestone, Milestone.State state) {
    update(
        community, milestone, "state = :value, planned_at = null, collected = false", state.name());
  }

  /**
   * It is to be announced at an instant; null for not.
   *
   * @param collected whether with all others of that instant, for being one of many
   */
  public void plan(
      Community community, Milestone milestone, @Nullable Instant at, boolean collected) {
    database
        .update(
            """
            update milestone set planned_at = :at, collected = :collected
            where community_id = :community and milestone_id = :id and state = 'WAITING'
            """)
        .bind("community", community.id())
        .bind("id", milestone.id())
        .bind("at", at)
        .bind("collected", collected)
        .execute();
  }

  /**
   * Those that wait and were planned until now, with their rows locked until the transaction ends.
   *
   * @param collected whether those that are to be told in one post, or the others
   */
  public List<Milestone> lockDue(Community community, Instant now, boolean collected) {
    String due = " m.state = 'WAITING' and m.planned_at <= :now and m.collected = :collected";
    return lock(community, due, query -> query.bind("now", now).bind("collected", collected));
  }

  /** Those that a moderator is to decide about, with their rows locked likewise. */
  public List<Milestone> lockUndecided(Community community) {
    return lock(community, " m.state = 'WAITING' and m.planned_at is null", query -> query);
  }

  private List<Milestone> lock(Community community, String which, UnaryOperator<Query> bound) {
    String order = " order by m.milestone_id";
    List<Long> locked =
        bound
            .apply(
                of(
                    community,
                    "select m.milestone_id from milestone m where m.community_id = :community and"
                        + which
                        + order
                        + " for update"))
            .list(Long.class);
    return locked.isEmpty()
        ? List.of()
        : bound.apply(of(community, SELECT + " and" + which + order)).list(row -> milestone(row));
  }

  /** These are announced in one post, which is known by the first of them. */
  public void setAnnounced(Community community, List<Milestone> together) {
    database
        .update(
            """
            update milestone
            set state = 'ANNOUNCED', planned_at = null, collected = false, announced_with = :first
            where community_id = :community and state = 'WAITING' and milestone_id = any(:together)
            """)
        .bind("community", community.id())
        .bind("first", together.getFirst().id())
        .bindArray("together", Long.class, together.stream().map(Milestone::id).toList())
        .execute();
  }

  /** Those that were announced in the post that is known by one of them. */
  public List<Milestone> together(Community community, long first) {
    return of(community, SELECT + " and m.announced_with = :first order by m.milestone_id")
        .bind("first", first)
        .list(row -> milestone(row));
  }

  /** How many a moderator is to decide about. */
  public int undecided(Community community) {
    return of(
            community,
            """
            select count(*) from milestone
            where community_id = :community and state = 'WAITING' and planned_at is null
            """)
        .one(Integer.class);
  }

  /** How many were found after an instant, and hold. */
  public int foundSince(Community community, Instant since) {
    return of(
            community,
            """
            select count(*) from milestone
            where community_id = :community and found_at > :since
              and state in ('WAITING', 'ANNOUNCED', 'DISMISSED')
            """)
        .bind("since", since)
        .one(Integer.class);
  }

  /** A moderator's own words for it; null for the usual ones. */
  public void setWords(Community community, Milestone milestone, @Nullable String words) {
    update(community, milestone, "words = :value", words);
  }

  private void update(
      Community community, Milestone milestone, String change, @Nullable String value) {
    database
        .update(
            "update milestone set "
                + change
                + " where community_id = :community and milestone_id = :id")
        .bind("community", community.id())
        .bind("id", milestone.id())
        .bind("value", value)
        .execute();
  }

  /** What the community decided; empty where it never did. */
  public Optional<MilestonePolicy> policy(Community community) {
    return policies.get(community.id(), () -> readPolicy(community));
  }

  private Optional<MilestonePolicy> readPolicy(Community community) {
    return of(community, "select * from milestone_policy where community_id = :community")
        .find(row ->
            new MilestonePolicy(
                new MilestoneRules(
                    ThresholdText.read("posts", row.text("member_posts"), Kind.MEMBER_POSTS),
                    ThresholdText.read(
                        "together", row.text("community_posts"), Kind.COMMUNITY_POSTS),
                    ThresholdText.read("streak", row.text("member_streak"), Kind.MEMBER_STREAK)),
                row.flag("automatic"),
                row.number("digest")));
  }

  /** The community decides this. */
  public void save(Community community, MilestonePolicy policy) {
    database
        .upsert(
            """
            insert into milestone_policy (community_id, member_posts, community_posts, member_streak, automatic, digest)
            values (:community, :posts, :together, :streak, :automatic, :digest)
            """,
            """
            update milestone_policy
            set member_posts = :posts, community_posts = :together, member_streak = :streak, automatic = :automatic, digest = :digest
            where community_id = :community
            """)
        .bind("community", community.id())
        .bind("posts", ThresholdText.typed(policy.rules().memberPosts()))
        .bind("together", ThresholdText.typed(policy.rules().communityPosts()))
        .bind("streak", ThresholdText.typed(policy.rules().memberStreak()))
        .bind("automatic", policy.automatic())
        .bind("digest", policy.digest())
        .execute();
  }

  /** The channels for a purpose: at most one in each place where the community lives. */
  public List<ChannelRef> channels(Community community, Purpose purpose) {
    return of(
            community,
            """
            select platform, external_community_id, external_channel_id from milestone_channel
            where community_id = :community and purpose = :purpose
            order by platform, external_community_id
            """)
        .bind("purpose", purpose)
        .list(row ->
            new ChannelRef(
                new Place(Platform.ofKey(row.text("platform")), row.text("external_community_id")),
                row.text("external_channel_id")));
  }

  /** The channel for a purpose in the place that it is in. */
  public void setChannel(Community community, Purpose purpose, ChannelRef channel) {
    database
        .upsert(
            """
            insert into milestone_channel (community_id, platform, external_community_id, purpose, external_channel_id)
            values (:community, :platform, :place, :purpose, :channel)
            """,
            """
            update milestone_channel set external_channel_id = :channel
            where community_id = :community and platform = :platform and external_community_id = :place and purpose = :purpose
            """)
        .bind("community", community.id())
        .bind("platform", channel.place().platform().key())
        .bind("place", channel.place().id())
        .bind("purpose", purpose)
        .bind("channel", channel.channel())
        .execute();
  }

  /** Whether the member agreed to be mentioned. */
  public boolean mayMention(Member member) {
    return of(
                member.community(),
                "select count(*) from mention_consent where community_id = :community and member_id"
                    + " = :member")
            .bind("member", member.id())
            .one(Integer.class)
        > 0;
  }

  /** The member agrees to be mentioned, or does not. */
  public void setMayMention(Member member, boolean agreed) {
    database
        .update(
            agreed
                ? "insert into mention_consent (community_id, member_id) values (:community,"
                    + " :member) on conflict do nothing"
                : "delete from mention_consent where community_id = :community and member_id ="
                    + " :member")
        .bind("community", member.community().id())
        .bind("member", member.id())
        .execute();
  }

  private Query of(Community community, String sql) {
    return database.query(sql).bind("community", community.id());
  }
}
