package dev.cairn.feature.group;

import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.GroupId;
import dev.cairn.feature.member.Member;
import java.time.LocalDate;
import java.util.Collection;

/**
 * Notes which groups may stand otherwise than is kept, because of what their standing hangs on.
 * Each note belongs into the transaction that changes that. Nobody waits for anybody: a note is a
 * row of its own.
 */
public final class GroupChangeStore {
  private static final String OF_MEMBER =
      """
      insert into group_change (community_id, group_id)
      select distinct community_id, group_id from group_membership
      where community_id = :community and member_id = :member
      """;

  private final Database database;

  public GroupChangeStore(Database database) {
    this.database = database;
  }

  /** Something about a member has changed: their zone, what they are away for, their accounts. */
  public void note(Member member) {
    database
        .update(OF_MEMBER)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .execute();
  }

  /** What a member did on a day has changed, for the groups for which the day counts. */
  void note(Member member, LocalDate day) {
    database
        .update(OF_MEMBER + " and joined_on < :day and (left_on is null or left_on >= :day)")
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("day", day)
        .execute();
  }

  /** A group itself has changed: its name, or who belongs to it. */
  void note(CommunityId community, GroupId group) {
    database
        .update("insert into group_change (community_id, group_id) values (:community, :group)")
        .bind("community", community)
        .bind("group", group)
        .execute();
  }

  /** What holds for all groups of a community has changed. */
  void noteAll(CommunityId community) {
    database
        .update(
            """
            insert into group_change (community_id, group_id)
            select community_id, group_id from study_group
            where community_id = :community and disbanded_at is null
            """)
        .bind("community", community)
        .execute();
  }

  /** What holds for all groups of all communities has changed. */
  void noteAll() {
    database
        .update(
            """
            insert into group_change (community_id, group_id)
            select community_id, group_id from study_group where disbanded_at is null
            """)
        .execute();
  }

  /**
   * Takes the notes about groups away that can be seen now. Belongs into the transaction that holds
   * the groups and derives anew, before it reads anything: what is noted later stays.
   */
  void take(CommunityId community, Collection<GroupId> groups) {
    database
        .update(
            "delete from group_change where community_id = :community and group_id = any(:groups)")
        .bind("community", community)
        .bindArray("groups", GroupId.class, groups)
        .execute();
  }
}
