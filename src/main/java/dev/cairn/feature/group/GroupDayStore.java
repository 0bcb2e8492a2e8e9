package dev.cairn.feature.group;

import dev.cairn.database.Batch;
import dev.cairn.database.Database;
import dev.cairn.database.Row;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.group.GroupDay;
import dev.cairn.domain.group.GroupScore;
import dev.cairn.domain.group.GroupStreak;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Keeps what is derived from the dates of groups. */
public final class GroupDayStore {
  private final Database database;

  public GroupDayStore(Database database) {
    this.database = database;
  }

  /**
   * The settled dates of a group.
   *
   * @param group through which date, and what they add up to
   * @param expected of the dates from {@code from} on
   * @param present of the dates from {@code from} on
   * @param ranked whether two were expected on one of them
   */
  public record Kept(SettledGroup group, int expected, int present, boolean ranked) {
    /** Of a group without settled dates in the period. */
    static Kept nothing(SettledGroup group) {
      return new Kept(group, 0, 0, false);
    }
  }

  /** A settled date, and what all dates through it add up to. */
  public record Settled(GroupDay day, SettledGroup sum) {}

  /**
   * What groups' settled dates add up to, all as of one moment; without groups that have none.
   *
   * @param from leaves earlier dates out of the score
   */
  public Map<GroupId, Kept> find(
      CommunityId community, Collection<GroupId> groups, LocalDate from) {
    return database
        .query(
            """
            select s.*, b.expected_so_far, b.present_so_far,
              exists (select 1 from settled_group_day d
                where d.community_id = s.community_id and d.group_id = s.group_id
                  and d.settled_day >= :first and d.expected >= :rankedFrom) as ranked
            from settled_group s
            left join settled_group_day b
              on b.community_id = s.community_id and b.group_id = s.group_id
                and b.settled_day = least(:before, s.settled_through)
            where s.community_id = :community and s.group_id = any(:groups)
            """)
        .bind("first", from)
        .bind("rankedFrom", GroupScore.RANKED_FROM)
        .bind("before", from.equals(LocalDate.MIN) ? from : from.minusDays(1))
        .bind("community", community)
        .bindArray("groups", GroupId.class, groups)
        .map(row -> row.get("group_id", GroupId.class), GroupDayStore::kept);
  }

  /** The dates before the period are left out; without any, their sums are null and read as 0. */
  private static Kept kept(Row row) {
    SettledGroup group =
        new SettledGroup(
            row.date("settled_through"),
            new GroupStreak(
                row.number("streak"),
                row.number("longest"),
                row.find("last_kept", LocalDate.class)),
            row.number("expected"),
            row.number("present"));
    return new Kept(
        group,
        group.expected() - soFar(row, "expected_so_far"),
        group.present() - soFar(row, "present_so_far"),
        row.flag("ranked"));
  }

  private static int soFar(Row row, String column) {
    Integer sum = row.find(column, Integer.class);
    return sum == null ? 0 : sum;
  }

  /**
   * Adds settled dates, each following the last.
   *
   * @param days each date with what all dates through it add up to
   */
  public void add(Group group, List<Settled> days) {
    database.transaction(() -> {
      save(group, days.getLast().sum());
      insert(group, days);
    });
  }

  private void save(Group group, SettledGroup sum) {
    database
        .upsert(
            """
            insert into settled_group
              (community_id, group_id, settled_through, streak, longest, last_kept, expected, present)
            values
              (:community, :group, :through, :streak, :longest, :lastKept, :expected, :present)
            """,
            """
            update settled_group set settled_through = :through, streak = :streak,
              longest = :longest, last_kept = :lastKept, expected = :expected, present = :present
            where community_id = :community and group_id = :group
            """)
        .bind("community", group.community())
        .bind("group", group.id())
        .bind("through", sum.through())
        .bind("streak", sum.streak().streak())
        .bind("longest", sum.streak().longest())
        .bind("lastKept", sum.streak().lastKept())
        .bind("expected", sum.expected())
        .bind("present", sum.present())
        .execute();
  }

  private void insert(Group group, List<Settled> days) {
    Batch batch =
        database.batch(
            """
            insert into settled_group_day (community_id, group_id, settled_day, expected, present,
              state, expected_so_far, present_so_far)
            values (:community, :group, :day, :expected, :present, :state, :expectedSoFar,
              :presentSoFar)
            """);
    for (Settled settled : days) {
      batch
          .bind("community", group.community())
          .bind("group", group.id())
          .bind("day", settled.day().date())
          .bind("expected", settled.day().expected())
          .bind("present", settled.day().present())
          .bind("state", settled.day().state())
          .bind("expectedSoFar", settled.sum().expected())
          .bind("presentSoFar", settled.sum().present())
          .add();
    }
    batch.execute();
  }

  /** Forgets a group's dates where they are settled through a day; they will be settled anew. */
  public void forget(CommunityId community, GroupId group, LocalDate day) {
    database
        .update(
            """
            delete from settled_group
            where community_id = :community and group_id = :group and settled_through >= :day
            """)
        .bind("community", community)
        .bind("group", group)
        .bind("day", day)
        .execute();
  }

  /** Forgets all dates of a group. */
  public void forget(Group group) {
    forget(group.community(), group.id(), LocalDate.MIN);
  }

  /** Forgets the dates of every group of every community that is settled through a day. */
  public void forgetAll(LocalDate day) {
    database
        .update("delete from settled_group where settled_through >= :day")
        .bind("day", day)
        .execute();
  }
}
