package dev.cairn.feature.reward;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.Row;
import dev.cairn.database.Statement;
import dev.cairn.database.remembered.RememberedAnswers;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.member.Member;
import java.util.List;
import java.util.Set;

/** Keeps the rewards of communities, and which roles we gave to whom. */
public final class RewardStore {
  private static final int MOST_REMEMBERED = 500;

  private final Database database;
  private final RememberedAnswers<CommunityId, List<Reward>> remembered;

  public RewardStore(Database database) {
    this.database = database;
    this.remembered = database.remembering(MOST_REMEMBERED, "reward");
  }

  /** The community's rewards on all platforms, the shortest streak first. */
  public List<Reward> rewards(CommunityId community) {
    return remembered.get(community, () -> List.copyOf(readRewards(community)));
  }

  private List<Reward> readRewards(CommunityId community) {
    return database
        .query(
            """
            select platform, days, role_id, role_name from reward
            where community_id = :community order by days, platform
            """)
        .bind("community", community)
        .list(row ->
            new Reward(
                platform(row), row.number("days"), row.text("role_id"), row.text("role_name")));
  }

  /** Sets a reward; one for as many days on the same platform is replaced. */
  public void set(CommunityId community, Reward reward) {
    database
        .upsert(
            """
            insert into reward (community_id, platform, days, role_id, role_name)
            values (:community, :platform, :days, :role, :name)
            """,
            """
            update reward set role_id = :role, role_name = :name
            where community_id = :community and platform = :platform and days = :days
            """)
        .bind("community", community)
        .bind("platform", reward.platform().key())
        .bind("days", reward.days())
        .bind("role", reward.role())
        .bind("name", reward.roleName())
        .execute();
  }

  /** Takes rewards back; whether there was any for as many days on this platform. */
  public boolean remove(CommunityId community, Platform platform, int days) {
    return database
            .update(
                "delete from reward where community_id = :community and platform = :platform and"
                    + " days = :days")
            .bind("community", community)
            .bind("platform", platform.key())
            .bind("days", days)
            .execute()
        > 0;
  }

  /** The roles that we gave a member on a platform and have not taken back. */
  public Set<String> held(Member member, Platform platform) {
    return Set.copyOf(
        of(
                database.query(
                    """
                    select role_id from reward_held
                    where community_id = :community and member_id = :member
                      and platform = :platform
                    """),
                member,
                platform)
            .list(String.class));
  }

  /** The members to whom we gave a role and have not taken it back. */
  public Set<MemberId> holders(CommunityId community) {
    return Set.copyOf(
        database
            .query("select distinct member_id from reward_held where community_id = :community")
            .bind("community", community)
            .list(MemberId.class));
  }

  /** We gave a member a role, or took it back. */
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
    of(database.update(change), member, platform).bind("role", role).execute();
  }

  /** The places that have rewards, or members to whom we gave a role. */
  public List<Place> places() {
    return database
        .query(
            """
            select p.platform, p.external_id from community_place p
            where exists (select 1 from reward r
                where r.community_id = p.community_id and r.platform = p.platform)
              or exists (select 1 from reward_held h
                where h.community_id = p.community_id and h.platform = p.platform)
            order by p.platform, p.external_id
            """)
        .list(row -> new Place(platform(row), row.text("external_id")));
  }

  private static Platform platform(Row row) {
    return Platform.ofKey(row.text("platform"));
  }

  private static <S extends Statement<S>> S of(S statement, Member member, Platform platform) {
    return statement
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("platform", platform.key());
  }
}
