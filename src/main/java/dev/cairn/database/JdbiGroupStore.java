package dev.cairn.database;

import dev.cairn.domain.CommunityId;
import dev.cairn.domain.Decisions;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.Membership;
import dev.cairn.domain.Quorum;
import dev.cairn.feature.group.Belonging;
import dev.cairn.feature.group.Group;
import dev.cairn.feature.group.GroupName;
import dev.cairn.feature.group.GroupPolicy;
import dev.cairn.feature.group.GroupStore;
import dev.cairn.feature.member.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Groups, and who belongs to them, in the database. */
public final class JdbiGroupStore implements GroupStore {
  private static final String GROUP =
      """
      select g.*,
        (select count(*) from group_membership m
         where m.community_id = g.community_id and m.group_id = g.group_id and m.left_on is null) as members
      from study_group g
      where g.community_id = :community and g.disbanded_at is null
      """;

  private final Database database;

  public JdbiGroupStore(Database database) {
    this.database = database;
  }

  @Override
  public List<Group> all(CommunityId community) {
    return database.with(
        handle ->
            of(handle, community, GROUP).map((row, context) -> group(row)).stream()
                .sorted(
                    Comparator.comparing(Group::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Group::id))
                .toList());
  }

  @Override
  public Optional<Group> find(CommunityId community, GroupId id) {
    return database.with(
        handle ->
            of(handle, community, GROUP + " and g.group_id = :group")
                .bind("group", id.value())
                .map((row, context) -> group(row))
                .findOne());
  }

  @Override
  public Optional<Group> find(CommunityId community, Collection<String> looks) {
    return database.with(
        handle ->
            of(
                    handle,
                    community,
                    """
                    select group_id from group_look
                    where community_id = :community and look = any(:looks) order by look
                    """)
                .bindArray("looks", String.class, List.copyOf(looks))
                .mapTo(Long.class)
                .findFirst()
                .flatMap(id -> find(community, new GroupId(id))));
  }

  private static Group group(ResultSet row) throws SQLException {
    return new Group(
        new CommunityId(row.getLong("community_id")),
        new GroupId(row.getLong("group_id")),
        row.getString("name"),
        new MemberId(row.getLong("owner_id")),
        TimeArguments.instant(row, "founded_at"),
        row.getInt("members"));
  }

  @Override
  public Optional<Group> lock(CommunityId community, GroupId id) {
    return database.with(
        handle ->
            of(
                    handle,
                    community,
                    """
                    select group_id from study_group
                    where community_id = :community and group_id = :group for update
                    """)
                .bind("group", id.value())
                .mapTo(Long.class)
                .findOne()
                .flatMap(locked -> find(community, id)));
  }

  @Override
  public Optional<Group> add(Member owner, GroupName name, Instant at) {
    CommunityId community = owner.community().id();
    return database.with(
        handle -> {
          GroupId id =
              new GroupId(
                  handle
                      .createUpdate(
                          """
                          insert into study_group (community_id, name, owner_id, founded_at)
                          values (:community, :name, :owner, :at)
                          """)
                      .bind("community", community.value())
                      .bind("name", name.text())
                      .bind("owner", owner.id().value())
                      .bind("at", at)
                      .executeAndReturnGeneratedKeys("group_id")
                      .mapTo(Long.class)
                      .one());
          return claim(handle, community, id, name) ? find(community, id) : Optional.empty();
        });
  }

  @Override
  public boolean rename(Group group, GroupName name) {
    return database.with(
        handle -> {
          free(handle, group);
          update(group, "name = :value", name.text());
          return claim(handle, group.community(), group.id(), name);
        });
  }

  private static boolean claim(
      Handle handle, CommunityId community, GroupId group, GroupName name) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into group_look (community_id, look, group_id)
            values (:community, :look, :group) on conflict do nothing
            """);
    // In one order, so that two that claim the same looks do not wait for each other.
    for (String look : name.looks().stream().sorted().toList()) {
      batch
          .bind("community", community.value())
          .bind("look", look)
          .bind("group", group.value())
          .add();
    }
    return Arrays.stream(batch.execute()).sum() == name.looks().size();
  }

  private static void free(Handle handle, Group group) {
    handle
        .createUpdate(
            "delete from group_look where community_id = :community and group_id = :group")
        .bind("community", group.community().value())
        .bind("group", group.id().value())
        .execute();
  }

  @Override
  public void setOwner(Group group, MemberId owner) {
    update(group, "owner_id = :value", owner.value());
  }

  @Override
  public void disband(Group group, Instant at) {
    database.with(
        handle -> {
          free(handle, group);
          return update(group, "disbanded_at = :value", at);
        });
  }

  private int update(Group group, String change, Object value) {
    return database.with(
        handle ->
            handle
                .createUpdate(
                    "update study_group set "
                        + change
                        + " where community_id = :community and group_id = :group")
                .bind("value", value)
                .bind("community", group.community().value())
                .bind("group", group.id().value())
                .execute());
  }

  @Override
  public Optional<Belonging> newest(Member member) {
    return database.with(
        handle ->
            of(
                    handle,
                    member.community().id(),
                    """
                    select * from group_membership
                    where community_id = :community and member_id = :member
                    order by ordinal desc limit 1
                    """)
                .bind("member", member.id().value())
                .map((row, context) -> belonging(row))
                .findOne());
  }

  @Override
  public List<Belonging> members(Group group) {
    return database.with(
        handle ->
            of(
                    handle,
                    group.community(),
                    """
                    select * from group_membership
                    where community_id = :community and group_id = :group and left_on is null
                    order by joined_at, member_id
                    """)
                .bind("group", group.id().value())
                .map((row, context) -> belonging(row))
                .list());
  }

  @Override
  public boolean join(CommunityId community, Belonging belonging) {
    return database.with(
        handle ->
            handle
                    .createUpdate(
                        """
                        insert into group_membership
                          (community_id, member_id, ordinal, group_id, joined_on, joined_at)
                        values (:community, :member, :ordinal, :group, :on, :at)
                        on conflict do nothing
                        """)
                    .bind("community", community.value())
                    .bind("member", belonging.member().value())
                    .bind("ordinal", belonging.ordinal())
                    .bind("group", belonging.group().value())
                    .bind("on", belonging.membership().joinedOn())
                    .bind("at", belonging.joinedAt())
                    .execute()
                > 0);
  }

  @Override
  public void leave(CommunityId community, Belonging belonging, LocalDate leftOn, Instant at) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    update group_membership set left_on = :on, left_at = :at
                    where community_id = :community and member_id = :member and ordinal = :ordinal
                    """)
                .bind("on", leftOn)
                .bind("at", at)
                .bind("community", community.value())
                .bind("member", belonging.member().value())
                .bind("ordinal", belonging.ordinal())
                .execute());
  }

  @Override
  public List<Belonging> since(CommunityId community, Collection<GroupId> groups, LocalDate day) {
    return database.with(
        handle ->
            of(
                    handle,
                    community,
                    """
                    select group_membership.* from unnest(:groups) as wanted(id)
                    join group_membership on group_id = wanted.id
                    where community_id = :community
                      and (left_on is null or left_on >= :day)
                    order by joined_at, member_id
                    """)
                .bindArray("groups", Long.class, groups.stream().map(GroupId::value).toList())
                .bind("day", TimeArguments.storable(day))
                .map((row, context) -> belonging(row))
                .list());
  }

  @Override
  public List<GroupId> on(Member member, LocalDate day) {
    return database.with(
        handle ->
            of(
                    handle,
                    member.community().id(),
                    """
                    select distinct group_id from group_membership
                    where community_id = :community and member_id = :member
                      and joined_on < :day and (left_on is null or left_on >= :day)
                    order by group_id
                    """)
                .bind("member", member.id().value())
                .bind("day", day)
                .map((row, context) -> new GroupId(row.getLong("group_id")))
                .list());
  }

  private static Belonging belonging(ResultSet row) throws SQLException {
    return new Belonging(
        new GroupId(row.getLong("group_id")),
        row.getInt("ordinal"),
        new Membership(
            new MemberId(row.getLong("member_id")),
            TimeArguments.date(row, "joined_on"),
            row.getObject("left_on", LocalDate.class)),
        TimeArguments.instant(row, "joined_at"));
  }

  @Override
  public Decisions<GroupPolicy> policy(CommunityId community) {
    return database.with(
        handle ->
            new Decisions<>(
                GroupPolicy.DEFAULT,
                of(
                        handle,
                        community,
                        "select * from group_policy_decision where community_id = :community order by decision_id")
                    .map((row, context) -> decision(row))
                    .list()));
  }

  private static Decisions.Decision<GroupPolicy> decision(ResultSet row) throws SQLException {
    return new Decisions.Decision<>(
        row.getObject("decided_at") == null ? null : TimeArguments.instant(row, "decided_at"),
        TimeArguments.date(row, "from_day"),
        new GroupPolicy(new Quorum(row.getInt("quorum")), row.getInt("size_limit")));
  }

  @Override
  public void decide(CommunityId community, Decisions.Decision<GroupPolicy> decision) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into group_policy_decision
                      (community_id, decided_at, from_day, quorum, size_limit)
                    values (:community, :at, :from, :quorum, :limit)
                    """)
                .bind("community", community.value())
                .bind("at", decision.at())
                .bind("from", decision.from())
                .bind("quorum", decision.value().quorum().percent())
                .bind("limit", decision.value().sizeLimit())
                .execute());
  }

  private static Query of(Handle handle, CommunityId community, String sql) {
    return handle.createQuery(sql).bind("community", community.value());
  }
}
