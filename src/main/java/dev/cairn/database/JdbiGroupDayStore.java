package dev.cairn.database;

import dev.cairn.domain.CommunityId;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.GroupScore;
import dev.cairn.domain.GroupStreak;
import dev.cairn.feature.group.Group;
import dev.cairn.feature.group.GroupDayStore;
import dev.cairn.feature.group.SettledGroup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What is derived from the dates of groups, in the database. */
public final class JdbiGroupDayStore implements GroupDayStore {
  private final Database database;

  public JdbiGroupDayStore(Database database) {
    this.database = database;
  }

  @Override
  public Map<GroupId, Kept> find(
      CommunityId community, Collection<GroupId> groups, LocalDate from) {
    LocalDate first = TimeArguments.storable(from);
    return database.with(
        handle ->
            handle
                .createQuery(
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
                .bind("first", first)
                .bind("rankedFrom", GroupScore.RANKED_FROM)
                .bind("before", TimeArguments.storable(first.minusDays(1)))
                .bind("community", community.value())
                .bindArray("groups", Long.class, groups.stream().map(GroupId::value).toList())
                .map((row, context) -> Map.entry(new GroupId(row.getLong("group_id")), kept(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** The dates before the period are left out; without any, their sums are null and read as 0. */
  private static Kept kept(ResultSet row) throws SQLException {
    SettledGroup group =
        new SettledGroup(
            TimeArguments.date(row, "settled_through"),
            new GroupStreak(
                row.getInt("streak"),
                row.getInt("longest"),
                row.getObject("last_kept", LocalDate.class)),
            row.getInt("expected"),
            row.getInt("present"));
    return new Kept(
        group,
        group.expected() - row.getInt("expected_so_far"),
        group.present() - row.getInt("present_so_far"),
        row.getBoolean("ranked"));
  }

  @Override
  public void add(Group group, List<Settled> days) {
    database.with(
        handle -> {
          save(handle, group, days.getLast().sum());
          insert(handle, group, days);
          return true;
        });
  }

  private static void save(Handle handle, Group group, SettledGroup sum) {
    new Upsert(
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
        .run(
            handle,
            statement ->
                statement
                    .bind("community", group.community().value())
                    .bind("group", group.id().value())
                    .bind("through", sum.through())
                    .bind("streak", sum.streak().streak())
                    .bind("longest", sum.streak().longest())
                    .bind("lastKept", sum.streak().lastKept())
                    .bind("expected", sum.expected())
                    .bind("present", sum.present()));
  }

  private static void insert(Handle handle, Group group, List<Settled> days) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into settled_group_day (community_id, group_id, settled_day, expected, present,
              state, expected_so_far, present_so_far)
            values (:community, :group, :day, :expected, :present, :state, :expectedSoFar,
              :presentSoFar)
            """);
    for (Settled settled : days) {
      batch
          .bind("community", group.community().value())
          .bind("group", group.id().value())
          .bind("day", settled.day().date())
          .bind("expected", settled.day().expected())
          .bind("present", settled.day().present())
          .bind("state", settled.day().state().name())
          .bind("expectedSoFar", settled.sum().expected())
          .bind("presentSoFar", settled.sum().present())
          .add();
    }
    batch.execute();
  }

  @Override
  public void forget(CommunityId community, GroupId group, LocalDate day) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    delete from settled_group
                    where community_id = :community and group_id = :group and settled_through >= :day
                    """)
                .bind("community", community.value())
                .bind("group", group.value())
                .bind("day", day)
                .execute());
  }

  @Override
  public void forget(Group group) {
    forget(group.community(), group.id(), TimeArguments.storable(LocalDate.MIN));
  }

  @Override
  public void forgetAll(LocalDate day) {
    database.with(
        handle ->
            handle
                .createUpdate("delete from settled_group where settled_through >= :day")
                .bind("day", day)
                .execute());
  }
}
