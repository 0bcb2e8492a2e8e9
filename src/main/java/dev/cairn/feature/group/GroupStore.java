package dev.cairn.feature.group;

import dev.cairn.database.Batch;
import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.Decisions;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.group.Membership;
import dev.cairn.domain.group.Quorum;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps groups and who belongs to them. */
public final class GroupStore {
  private static final String GROUP =
      """
      select g.*,
        (select count(*) from group_membership m
         where m.community_id = g.community_id and m.group_id = g.group_id and m.left_on is null) as members
      from study_group g
      where g.community_id = :community and g.disbanded_at is null
      """;

  private final Database database;
  private final GroupChangeStore changes;

  public GroupStore(Database database) {
    this.database = database;
    this.changes = new GroupChangeStore(database);
  }

  /** The groups of a community that are not disbanded, by name. */
  public List<Group> all(CommunityId community) {
    return of(community, GROUP).list(GroupStore::group).stream()
        .sorted(
            Comparator.comparing(Group::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Group::id))
        .toList();
  }

  /** The group of this id, unless it is disbanded. */
  public Optional<Group> find(CommunityId community, GroupId id) {
    return of(community, GROUP + " and g.group_id = :group")
        .bind("group", id)
        .find(GroupStore::group);
  }

  /** The group whose name could be taken for this one. */
  public Optional<Group> find(CommunityId community, Collection<String> looks) {
    return of(
            community,
            """
            select group_id from group_look
            where community_id = :community and look = any(:looks) order by look
            """)
        .bindArray("looks", String.class, looks)
        .list(GroupId.class)
        .stream()
        .findFirst()
        .flatMap(id -> find(community, id));
  }

  private static Group group(Row row) {
    return new Group(
        row.get("community_id", CommunityId.class),
        row.get("group_id", GroupId.class),
        row.text("name"),
        owner(row),
        row.instant("founded_at"),
        row.number("members"));
  }

  /** Whoever owned a group that is disbanded may be gone for good. */
  private static MemberId owner(Row row) {
    MemberId owner = row.find("owner_id", MemberId.class);
    return owner == null ? new MemberId(0) : owner;
  }

  /**
   * The group as it stands now, which no other transaction changes until this one ends; empty where
   * it is disbanded.
   */
  public Optional<Group> lock(CommunityId community, GroupId id) {
    return of(
            community,
            """
            select group_id from study_group
            where community_id = :community and group_id = :group
            """
                + database.locked())
        .bind("group", id)
        .find(Long.class)
        .flatMap(locked -> find(community, id));
  }

  /**
   * Those of some groups that are not disbanded, as they stand now; no other transaction changes
   * them until this one ends.
   */
  List<Group> lock(CommunityId community, Collection<GroupId> ids) {
    // In the order of their ids, so that no two transactions wait for each other.
    of(
            community,
            """
            select group_id from study_group
            where community_id = :community and group_id = any(:groups)
            order by group_id
            """
                + database.locked())
        .bindArray("groups", GroupId.class, ids)
        .list(GroupId.class);
    return of(community, GROUP + " and g.group_id = any(:groups)")
        .bindArray("groups", GroupId.class, ids)
        .list(GroupStore::group);
  }

  /** A group's name could be taken for another's: the transaction that wanted it is undone. */
  static final class NameTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NameTakenException(GroupName name) {
      super("there is a group called like " + name.text());
    }
  }

  /**
   * Adds a group without members.
   *
   * @throws NameTakenException when its name could be taken for another's
   */
  public Group add(Member owner, GroupName name, Instant at) {
    CommunityId community = owner.community().id();
    return database.transaction(() -> {
      GroupId id =
          new GroupId(
              database
                  .update(
                      """
                      insert into study_group (community_id, name, owner_id, founded_at)
                      values (:community, :name, :owner, :at)
                      """)
                  .bind("community", community)
                  .bind("name", name.text())
                  .bind("owner", owner.id())
                  .bind("at", at)
                  .insert("group_id"));
      claim(community, id, name);
      changes.note(community, id);
      return find(community, id).orElseThrow();
    });
  }

  /**
   * Calls a group so from now on.
   *
   * @throws NameTakenException when the name could be taken for another's
   */
  public void rename(Group group, GroupName name) {
    database.transaction(() -> {
      free(group);
      update(group, "name = :value", name.text());
      claim(group.community(), group.id(), name);
      changes.note(group.community(), group.id());
    });
  }

  private void claim(CommunityId community, GroupId group, GroupName name) {
    Batch batch =
        database.batch(
            """
            insert into group_look (community_id, look, group_id)
            values (:community, :look, :group) on conflict do nothing
            """);
    // In one order, so that two that claim the same looks do not wait for each other.
    for (String look : name.looks().stream().sorted().toList()) {
      batch.bind("community", community).bind("look", look).bind("group", group).add();
    }
    if (batch.execute() < name.looks().size()) {
      throw new NameTakenException(name);
    }
  }

  private void free(Group group) {
    database
        .update("delete from group_look where community_id = :community and group_id = :group")
        .bind("community", group.community())
        .bind("group", group.id())
        .execute();
  }

  /** Hands a group over. */
  public void setOwner(Group group, MemberId owner) {
    update(group, "owner_id = :value", owner);
  }

  /** Ends a group that nobody belongs to any more, and frees its name. */
  public void disband(Group group, Instant at) {
    database.transaction(() -> {
      free(group);
      update(group, "disbanded_at = :value", at);
    });
  }

  private int update(Group group, String change, Object value) {
    return database
        .update(
            "update study_group set "
                + change
                + " where community_id = :community and group_id = :group")
        .bind("value", value)
        .bind("community", group.community())
        .bind("group", group.id())
        .execute();
  }

  /** The member's newest membership, which may have ended. */
  public Optional<Belonging> newest(Member member) {
    return of(
            member.community().id(),
            """
            select * from group_membership
            where community_id = :community and member_id = :member
            order by ordinal desc limit 1
            """)
        .bind("member", member.id())
        .find(GroupStore::belonging);
  }

  /** Who belongs to a group now, the longest-standing first. */
  public List<Belonging> members(Group group) {
    return of(
            group.community(),
            """
            select * from group_membership
            where community_id = :community and group_id = :group and left_on is null
            order by joined_at, member_id
            """)
        .bind("group", group.id())
        .list(GroupStore::belonging);
  }

  /**
   * Begins a membership; false where the member has begun another of this ordinal meanwhile.
   *
   * @param belonging open
   */
  public boolean join(CommunityId community, Belonging belonging) {
    boolean joined =
        database
                .update(
                    """
                    insert into group_membership
                      (community_id, member_id, ordinal, group_id, joined_on, joined_at)
                    values (:community, :member, :ordinal, :group, :on, :at)
                    on conflict do nothing
                    """)
                .bind("community", community)
                .bind("member", belonging.member())
                .bind("ordinal", belonging.ordinal())
                .bind("group", belonging.group())
                .bind("on", belonging.membership().joinedOn())
                .bind("at", belonging.joinedAt())
                .execute()
            > 0;
    if (joined) {
      changes.note(community, belonging.group());
    }
    return joined;
  }

  /** Ends a membership on a study day of the member. */
  public void leave(CommunityId community, Belonging belonging, LocalDate leftOn, Instant at) {
    database
        .update(
            """
            update group_membership set left_on = :on, left_at = :at
            where community_id = :community and member_id = :member and ordinal = :ordinal
            """)
        .bind("on", leftOn)
        .bind("at", at)
        .bind("community", community)
        .bind("member", belonging.member())
        .bind("ordinal", belonging.ordinal())
        .execute();
    changes.note(community, belonging.group());
  }

  /** The memberships of groups, without those that ended before a day. */
  public List<Belonging> since(CommunityId community, Collection<GroupId> groups, LocalDate day) {
    return of(
            community,
            """
            select group_membership.* from unnest(:groups) as wanted(id)
            join group_membership on group_id = wanted.id
            where community_id = :community
              and (left_on is null or left_on >= :day)
            order by joined_at, member_id
            """)
        .bindArray("groups", GroupId.class, groups)
        .bind("day", day)
        .list(GroupStore::belonging);
  }

  /** The groups that a member belonged to on a day, in the order of their ids. */
  public List<GroupId> on(Member member, LocalDate day) {
    return of(
            member.community().id(),
            """
            select distinct group_id from group_membership
            where community_id = :community and member_id = :member
              and joined_on < :day and (left_on is null or left_on >= :day)
            order by group_id
            """)
        .bind("member", member.id())
        .bind("day", day)
        .list(GroupId.class);
  }

  private static Belonging belonging(Row row) {
    return new Belonging(
        row.get("group_id", GroupId.class),
        row.number("ordinal"),
        new Membership(
            row.get("member_id", MemberId.class),
            row.date("joined_on"),
            row.find("left_on", LocalDate.class)),
        row.instant("joined_at"));
  }

  /** What a community decided about its groups. */
  public Decisions<GroupPolicy> policy(CommunityId community) {
    return new Decisions<>(
        GroupPolicy.DEFAULT,
        of(
                community,
                "select * from group_policy_decision where community_id = :community order by"
                    + " decision_id")
            .list(GroupStore::decision));
  }

  private static Decisions.Decision<GroupPolicy> decision(Row row) {
    return new Decisions.Decision<>(
        row.find("decided_at", Instant.class),
        row.date("from_day"),
        new GroupPolicy(new Quorum(row.number("quorum")), row.number("size_limit")));
  }

  /** A decision about the community's groups, after all that there are. */
  public void decide(CommunityId community, Decisions.Decision<GroupPolicy> decision) {
    database
        .update(
            """
            insert into group_policy_decision
              (community_id, decided_at, from_day, quorum, size_limit)
            values (:community, :at, :from, :quorum, :limit)
            """)
        .bind("community", community)
        .bind("at", decision.at())
        .bind("from", decision.from())
        .bind("quorum", decision.value().quorum().percent())
        .bind("limit", decision.value().sizeLimit())
        .execute();
    changes.noteAll(community);
  }

  /** When days begin and end has changed for a community. */
  void daysChanged(CommunityId community) {
    changes.noteAll(community);
  }

  private Query of(CommunityId community, String sql) {
    return database.query(sql).bind("community", community);
  }
}
