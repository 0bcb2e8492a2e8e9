package dev.cairn.database;

import dev.cairn.chat.Platform;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.MilestoneRules;
import dev.cairn.domain.MilestoneRules.Kind;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.Place;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.milestone.Milestone;
import dev.cairn.feature.milestone.MilestonePolicy;
import dev.cairn.feature.milestone.MilestoneStore;
import dev.cairn.feature.milestone.Purpose;
import dev.cairn.feature.milestone.ThresholdText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Milestones in the database. */
public final class JdbiMilestoneStore implements MilestoneStore {
  /** Whose a milestone of the community is: no member has this id. */
  private static final long COMMUNITY = 0;

  private static final String SELECT =
      """
      select m.milestone_id, m.kind, m.whose, m.threshold, m.state, m.words,
        coalesce(member.name, c.name) as name
      from milestone m
      join community c on c.community_id = m.community_id
      left join member on member.community_id = m.community_id and member.member_id = m.whose
      where m.community_id = :community
      """;

  private final Database database;

  public JdbiMilestoneStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Milestone> add(
      Community community, Kind kind, Optional<MemberId> member, int threshold, Instant at) {
    long whose = member.map(MemberId::value).orElse(COMMUNITY);
    return database.with(
        handle -> {
          int added =
              new Upsert(
                      """
                      insert into milestone (community_id, kind, whose, threshold, state, found_at)
                      values (:community, :kind, :whose, :threshold, 'WAITING', :at)
                      """,
                      """
                      update milestone set state = 'WAITING', found_at = :at
                      where community_id = :community and kind = :kind and whose = :whose
                        and threshold = :threshold and state = 'WITHDRAWN'
                      """)
                  .run(
                      handle,
                      statement ->
                          statement
                              .bind("community", community.id().value())
                              .bind("kind", kind.name())
                              .bind("whose", whose)
                              .bind("threshold", threshold)
                              .bind("at", at));
          return added == 0
              ? Optional.empty()
              : of(
                      handle,
                      community,
                      SELECT
                          + " and m.kind = :kind and m.whose = :whose and m.threshold = :threshold")
                  .bind("kind", kind.name())
                  .bind("whose", whose)
                  .bind("threshold", threshold)
                  .map((row, context) -> milestone(row))
                  .findOne();
        });
  }

  @Override
  public void withdraw(Community community, Kind kind, Optional<MemberId> member, int count) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    update milestone set state = 'WITHDRAWN'
                    where community_id = :community and kind = :kind and whose = :whose
                      and threshold > :count and state = 'WAITING'
                    """)
                .bind("community", community.id().value())
                .bind("kind", kind.name())
                .bind("whose", member.map(MemberId::value).orElse(COMMUNITY))
                .bind("count", count)
                .execute());
  }

  @Override
  public Optional<Milestone> find(Community community, long id) {
    return database.with(
        handle ->
            of(handle, community, SELECT + " and m.milestone_id = :id")
                .bind("id", id)
                .map((row, context) -> milestone(row))
                .findOne());
  }

  @Override
  public Optional<Milestone> lock(Community community, long id) {
    return database.with(
        handle ->
            of(
                    handle,
                    community,
                    """
                    select milestone_id from milestone
                    where community_id = :community and milestone_id = :id for update
                    """)
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .flatMap(locked -> find(community, id)));
  }

  @Override
  public List<Milestone> all(Community community) {
    return database.with(
        handle ->
            of(
                    handle,
                    community,
                    SELECT
                        + " and m.state not in ('LINKED', 'WITHDRAWN')"
                        + " order by case m.state when 'WAITING' then 0 else 1 end, m.found_at desc, m.milestone_id desc")
                .map((row, context) -> milestone(row))
                .list());
  }

  private static Milestone milestone(ResultSet row) throws SQLException {
    long whose = row.getLong("whose");
    return new Milestone(
        row.getLong("milestone_id"),
        Kind.valueOf(row.getString("kind")),
        whose == COMMUNITY ? Optional.empty() : Optional.of(new MemberId(whose)),
        row.getString("name"),
        row.getInt("threshold"),
        Milestone.State.valueOf(row.getString("state")),
        row.getString("words"));
  }

  @Override
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
    database.with(
        handle ->
            handle
                .createUpdate(
                    "delete from milestone where community_id = :community and whose = :member and state = 'WITHDRAWN'")
                .bind("community", member.community().id().value())
                .bind("member", member.id().value())
                .execute());
  }

  @Override
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
    database.with(
        handle ->
            handle
                .createUpdate(
                    "update milestone %s where community_id = :community and whose = :%s and %s"
                        .formatted(change, whose, condition))
                .bind("community", from.community().id().value())
                .bind("from", from.id().value())
                .bind("to", to.id().value())
                .execute());
  }

  @Override
  public void addLinked(Member from, Member to, Instant at) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into milestone (community_id, kind, whose, threshold, state, found_at)
                    select community_id, kind, cast(:to as bigint), threshold, 'LINKED', cast(:at as timestamp with time zone)
                    from milestone
                    where community_id = :community and whose = :from and state <> 'WITHDRAWN'
                    on conflict do nothing
                    """)
                .bind("community", from.community().id().value())
                .bind("from", from.id().value())
                .bind("to", to.id().value())
                .bind("at", at)
                .execute());
  }

  @Override
  public void setState(Community community, Milestone milestone, Milestone.State state) {
    update(community, milestone, "state = :value", state.name());
  }

  @Override
  public void setWords(Community community, Milestone milestone, String words) {
    update(community, milestone, "words = :value", words);
  }

  private void update(Community community, Milestone milestone, String change, String value) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    "update milestone set "
                        + change
                        + " where community_id = :community and milestone_id = :id")
                .bind("community", community.id().value())
                .bind("id", milestone.id())
                .bind("value", value)
                .execute());
  }

  @Override
  public Optional<MilestonePolicy> policy(Community community) {
    return database.with(
        handle ->
            of(handle, community, "select * from milestone_policy where community_id = :community")
                .map(
                    (row, context) ->
                        new MilestonePolicy(
                            new MilestoneRules(
                                ThresholdText.read(
                                    "posts", row.getString("member_posts"), Kind.MEMBER_POSTS),
                                ThresholdText.read(
                                    "together",
                                    row.getString("community_posts"),
                                    Kind.COMMUNITY_POSTS),
                                ThresholdText.read(
                                    "streak", row.getString("member_streak"), Kind.MEMBER_STREAK)),
                            row.getBoolean("automatic")))
                .findOne());
  }

  @Override
  public void save(Community community, MilestonePolicy policy) {
    database.with(
        handle ->
            new Upsert(
                    """
                    insert into milestone_policy (community_id, member_posts, community_posts, member_streak, automatic)
                    values (:community, :posts, :together, :streak, :automatic)
                    """,
                    """
                    update milestone_policy
                    set member_posts = :posts, community_posts = :together, member_streak = :streak, automatic = :automatic
                    where community_id = :community
                    """)
                .run(
                    handle,
                    statement ->
                        statement
                            .bind("community", community.id().value())
                            .bind("posts", ThresholdText.typed(policy.rules().memberPosts()))
                            .bind("together", ThresholdText.typed(policy.rules().communityPosts()))
                            .bind("streak", ThresholdText.typed(policy.rules().memberStreak()))
                            .bind("automatic", policy.automatic())));
  }

  @Override
  public Map<Place, String> channels(Community community, Purpose purpose) {
    return database.with(
        handle ->
            of(
                    handle,
                    community,
                    """
                    select platform, external_community_id, external_channel_id from milestone_channel
                    where community_id = :community and purpose = :purpose
                    order by platform, external_community_id
                    """)
                .bind("purpose", purpose.name())
                .reduceRows(
                    new LinkedHashMap<>(),
                    (map, row) -> {
                      map.put(
                          new Place(
                              Platform.ofKey(row.getColumn("platform", String.class)),
                              row.getColumn("external_community_id", String.class)),
                          row.getColumn("external_channel_id", String.class));
                      return map;
                    }));
  }

  @Override
  public void setChannel(Community community, Place place, Purpose purpose, String channel) {
    database.with(
        handle ->
            new Upsert(
                    """
                    insert into milestone_channel (community_id, platform, external_community_id, purpose, external_channel_id)
                    values (:community, :platform, :place, :purpose, :channel)
                    """,
                    """
                    update milestone_channel set external_channel_id = :channel
                    where community_id = :community and platform = :platform and external_community_id = :place and purpose = :purpose
                    """)
                .run(
                    handle,
                    statement ->
                        statement
                            .bind("community", community.id().value())
                            .bind("platform", place.platform().key())
                            .bind("place", place.id())
                            .bind("purpose", purpose.name())
                            .bind("channel", channel)));
  }

  @Override
  public boolean mayMention(Member member) {
    return database.with(
        handle ->
            of(
                        handle,
                        member.community(),
                        "select count(*) from mention_consent where community_id = :community and member_id = :member")
                    .bind("member", member.id().value())
                    .mapTo(Integer.class)
                    .one()
                > 0);
  }

  @Override
  public void setMayMention(Member member, boolean agreed) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    agreed
                        ? "insert into mention_consent (community_id, member_id) values (:community, :member) on conflict do nothing"
                        : "delete from mention_consent where community_id = :community and member_id = :member")
                .bind("community", member.community().id().value())
                .bind("member", member.id().value())
                .execute());
  }

  private static Query of(Handle handle, Community community, String sql) {
    return handle.createQuery(sql).bind("community", community.id().value());
  }
}
