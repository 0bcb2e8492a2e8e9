package dev.cairn.database;

import dev.cairn.chat.Platform;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.community.Place;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.reward.Reward;
import dev.cairn.feature.reward.RewardStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/** Rewards in the database. */
public final class JdbiRewardStore implements RewardStore {
  private final Database database;

  public JdbiRewardStore(Database database) {
    this.database = database;
  }

  @Override
  public List<Reward> rewards(CommunityId community) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    """
                    select platform, days, role_id, role_name from reward
                    where community_id = :community order by days, platform
                    """)
                .bind("community", community.value())
                .map(
                    (row, context) ->
                        new Reward(
                            platform(row),
                            row.getInt("days"),
                            row.getString("role_id"),
                            row.getString("role_name")))
                .list());
  }

  @Override
  public void set(CommunityId community, Reward reward) {
    Upsert upsert =
        new Upsert(
            """
            insert into reward (community_id, platform, days, role_id, role_name)
            values (:community, :platform, :days, :role, :name)
            """,
            """
            update reward set role_id = :role, role_name = :name
            where community_id = :community and platform = :platform and days = :days
            """);
    database.with(
        handle ->
            upsert.run(
                handle,
                statement ->
                    statement
                        .bind("community", community.value())
                        .bind("platform", reward.platform().key())
                        .bind("days", reward.days())
                        .bind("role", reward.role())
                        .bind("name", reward.roleName())));
  }

  @Override
  public boolean remove(CommunityId community, Platform platform, int days) {
    return database.with(
        handle ->
            handle
                    .createUpdate(
                        "delete from reward where community_id = :community and platform = :platform and days = :days")
                    .bind("community", community.value())
                    .bind("platform", platform.key())
                    .bind("days", days)
                    .execute()
                > 0);
  }

  @Override
  public Set<String> held(Member member, Platform platform) {
    return database.with(
        handle ->
            of(
                    handle.createQuery(
                        """
                        select role_id from reward_held
                        where community_id = :community and member_id = :member
                          and platform = :platform
                        """),
                    member,
                    platform)
                .mapTo(String.class)
                .set());
  }

  @Override
  public Set<MemberId> holders(CommunityId community) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    "select distinct member_id from reward_held where community_id = :community")
                .bind("community", community.value())
                .mapTo(Long.class)
                .stream()
                .map(MemberId::new)
                .collect(Collectors.toSet()));
  }

  @Override
  public void setHeld(Member member, Platform platform, String role, boolean held) {
    String change =
        held
            ? """
              insert into reward_held (community_id, member_id, platform, role_id)
              values (:community, :member, :platform, :role) on conflict do nothing
              """
            : """
              delete from reward_held where community_id = :community and member_id = :member
                and platform = :platform and role_id = :role
              """;
    database.with(
        handle -> of(handle.createUpdate(change), member, platform).bind("role", role).execute());
  }

  @Override
  public List<Place> places() {
    return database.with(
        handle ->
            handle
                .createQuery(
                    """
                    select p.platform, p.external_id from community_place p
                    where exists (select 1 from reward r
                        where r.community_id = p.community_id and r.platform = p.platform)
                      or exists (select 1 from reward_held h
                        where h.community_id = p.community_id and h.platform = p.platform)
                    order by p.platform, p.external_id
                    """)
                .map((row, context) -> new Place(platform(row), row.getString("external_id")))
                .list());
  }

  private static Platform platform(ResultSet row) throws SQLException {
    return Platform.valueOf(row.getString("platform").toUpperCase(Locale.ROOT));
  }

  private static <S extends SqlStatement<S>> S of(S statement, Member member, Platform platform) {
    return statement
        .bind("community", member.community().id().value())
        .bind("member", member.id().value())
        .bind("platform", platform.key());
  }
}
