package dev.cairn.feature.buddy;

import dev.cairn.database.Database;
import dev.cairn.database.Row;
import dev.cairn.database.Statement;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.AccountColumns;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps who is paired, who waits for it, and who was paired not long ago. */
public final class BuddyStore {
  private static final String IT = " where community_id = :community and member_id = :member";
  private final Database database;

  public BuddyStore(Database database) {
    this.database = database;
  }

  /** What a member asked for; empty where they take no part. */
  Optional<Buddy> find(Member member) {
    return of(database.query("select * from buddy" + IT), member).find(row -> buddy(row, member));
  }

  /** The ids of all who take part. */
  Set<MemberId> members(CommunityId community) {
    return Set.copyOf(
        database
            .query("select member_id from buddy where community_id = :community")
            .bind("community", community)
            .list(MemberId.class));
  }

  /** What these members asked for, by id, in the order of ids. */
  Map<MemberId, Buddy> all(CommunityId community, Map<MemberId, Member> members) {
    Map<MemberId, Buddy> all = new TreeMap<>();
    database
        .query("select * from buddy where community_id = :community")
        .bind("community", community)
        .each(row -> {
          MemberId id = row.get("member_id", MemberId.class);
          Member member = members.get(id);
          if (member != null) {
            all.put(id, buddy(row, member));
          }
        });
    return all;
  }

  private static Buddy buddy(Row row, Member member) {
    return new Buddy(
        member,
        AccountColumns.of(row::text, member.name()),
        row.flag("nudges"),
        row.instant("since"),
        row.find("buddy_id", MemberId.class),
        row.find("paired_at", Instant.class));
  }

  /** In place of what they asked for before. */
  void save(Buddy buddy) {
    of(
            database.upsert(
                """
                insert into buddy (community_id, member_id, platform, external_community_id, external_user_id,
                  nudges, since, buddy_id, paired_at)
                values (:community, :member, :platform, :place, :user, :nudges, :since, :other, :pairedAt)
                """,
                """
                update buddy set platform = :platform, external_community_id = :place, external_user_id = :user,
                  nudges = :nudges, since = :since, buddy_id = :other, paired_at = :pairedAt
                """
                    + IT),
            buddy.member())
        .bind("platform", buddy.account().platform().key())
        .bind("place", buddy.account().community())
        .bind("user", buddy.account().user())
        .bind("nudges", buddy.nudges())
        .bind("since", buddy.since())
        .bind("other", buddy.other())
        .bind("pairedAt", buddy.pairedAt())
        .execute();
  }

  /** They take part no longer. */
  void remove(Member member) {
    of(database.update("delete from buddy" + IT), member).execute();
  }

  /** Two members are paired no longer. */
  void part(Member one, MemberId other, Instant at) {
    boolean inOrder = one.id().value() < other.value();
    database
        .upsert(
            """
            insert into buddy_before (community_id, member_id, other_id, ended_at)
            values (:community, :first, :second, :at)
            """,
            """
            update buddy_before set ended_at = :at
            where community_id = :community and member_id = :first and other_id = :second
            """)
        .bind("community", one.community().id())
        .bind("first", inOrder ? one.id() : other)
        .bind("second", inOrder ? other : one.id())
        .bind("at", at)
        .execute();
  }

  /** Who was paired since an instant, the lower id first; what was before is kept no longer. */
  Set<List<MemberId>> partedSince(CommunityId community, Instant since) {
    database
        .update("delete from buddy_before where community_id = :community and ended_at < :since")
        .bind("community", community)
        .bind("since", since)
        .execute();
    return database
        .query("select member_id, other_id from buddy_before where community_id = :community")
        .bind("community", community)
        .list(row ->
            List.of(row.get("member_id", MemberId.class), row.get("other_id", MemberId.class)))
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  private static <S extends Statement<S>> S of(S statement, Member member) {
    return statement.bind("community", member.community().id()).bind("member", member.id());
  }
}
