package dev.cairn.feature.mydata;

import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps for how long communities keep what is known of members who left. */
public final class MyDataStore {
  private final Database database;

  public MyDataStore(Database database) {
    this.database = database;
  }

  /** A community that keeps what is known of members who left for so many days. */
  record Retention(CommunityId community, int days) {}

  /** After how many days a community deletes; empty where it does not. */
  public Optional<Integer> retention(CommunityId community) {
    return database
        .query("select retention_days from community where community_id = :community")
        .bind("community", community)
        .find(Integer.class);
  }

  /** Sets after how many days a community deletes; null for never. */
  public void setRetention(CommunityId community, @Nullable Integer days) {
    database
        .update("update community set retention_days = :days where community_id = :community")
        .bind("days", days)
        .bind("community", community)
        .execute();
  }

  /** The communities that delete. */
  List<Retention> retentions() {
    return database
        .query(
            """
            select community_id, retention_days from community
            where retention_days is not null order by community_id
            """)
        .list(row ->
            new Retention(
                row.get("community_id", CommunityId.class), row.number("retention_days")));
  }

  /** Whether a member left before an instant, and has not come back. */
  boolean hasLeftBefore(Member member, Instant before) {
    return database
        .query(
            """
            select member_id from member
            where community_id = :community and member_id = :member and left_at < :before
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("before", before)
        .find(MemberId.class)
        .isPresent();
  }

  /** Who left a community before an instant, and has not come back. */
  public List<MemberId> leftBefore(CommunityId community, Instant before) {
    return database
        .query(
            """
            select member_id from member
            where community_id = :community and left_at < :before order by member_id
            """)
        .bind("community", community)
        .bind("before", before)
        .list(MemberId.class);
  }
}
