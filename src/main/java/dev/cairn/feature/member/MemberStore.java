package dev.cairn.feature.member;

import dev.cairn.chat.Account;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.database.remembered.RememberedAnswers;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.AccountColumns;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.CommunityRows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps members and their accounts. */
public final class MemberStore {
  /** How many who speak are remembered. */
  private static final int MOST_SPEAKERS = 2_000;

  private final Database database;
  private final RememberedAnswers<Speaker, Member> speakers;

  public MemberStore(Database database) {
    this.database = database;
    this.speakers =
        database.remembering(
            MOST_SPEAKERS,
            Set.of("member_zone", "community_zone", "policy_decision"),
            // Whoever is met is nobody whom one knows already.
            Set.of("account", "community_place", "community", "member"));
  }

  /** Whose account it is, without what they are called. */
  private record Speaker(Platform platform, String place, String user) {}

  /**
   * The member who has this account, and the community they speak in, by one statement at most. In
   * a transaction that community goes on living there until it has ended.
   */
  public Optional<Member> speaking(Account account) {
    return speakers.find(
        new Speaker(account.platform(), account.community(), account.user()),
        () -> readSpeaking(account));
  }

  private Optional<Member> readSpeaking(Account account) {
    List<CommunityRows> communities = new ArrayList<>();
    List<Function<Community, Member>> members = new ArrayList<>();
    NavigableMap<Instant, ZoneId> zones = new TreeMap<>();
    database
        .query(
            "select "
                + CommunityRows.COLUMNS
                + """
                , m.member_id, m.name as member_name, m.hidden,
                  m.shares_reviews as member_shares_reviews, m.left_at, a.gone_at,
                  m.met_at as member_met_at, mz.since as member_since, mz.zone as member_zone
                from account a
                join community_place l on l.platform = a.platform
                  and l.external_id = a.external_community_id and l.community_id = a.community_id
                join community c on c.community_id = a.community_id
                join member m on m.community_id = a.community_id and m.member_id = a.member_id
                left join member_zone mz
                  on mz.community_id = a.community_id and mz.member_id = a.member_id
                """
                + CommunityRows.JOINS
                + """
                where a.platform = :platform and a.external_community_id = :place
                  and a.external_user_id = :user
                """
                + database.held("l"))
        .bind("platform", account.platform().key())
        .bind("place", account.community())
        .bind("user", account.user())
        .each(row -> {
          if (communities.isEmpty()) {
            communities.add(CommunityRows.of(row::find));
            members.add(speaker(row, zones));
          }
          communities.getFirst().add(row::find);
          Instant since = row.find("member_since", Instant.class);
          if (since != null) {
            zones.put(since, row.get("member_zone", ZoneId.class));
          }
        });
    return members.stream()
        .map(member -> member.apply(communities.getFirst().community()))
        .findFirst();
  }

  /** A row is valid only while it is read; the community is known when all rows are. */
  private static Function<Community, Member> speaker(Row row, NavigableMap<Instant, ZoneId> zones) {
    MemberId id = row.get("member_id", MemberId.class);
    String name = row.text("member_name");
    boolean hidden = row.flag("hidden");
    boolean sharesReviews = row.flag("member_shares_reviews");
    // Whoever speaks by an account that was gone is to be brought back.
    boolean left =
        row.find("left_at", Instant.class) != null || row.find("gone_at", Instant.class) != null;
    Instant metAt = row.instant("member_met_at");
    return community ->
        new Member(
            community,
            id,
            name,
            hidden,
            sharesReviews,
            left,
            Collections.unmodifiableNavigableMap(zones),
            metAt);
  }

  /** The member who has this account. */
  public Optional<Member> find(Community community, Account account) {
    return list(
            community,
            database
                .query(
                    select(
                            "account a join member m on m.community_id = a.community_id and"
                                + " m.member_id = a.member_id")
                        + """
                          and a.platform = :platform and a.external_community_id = :place and a.external_user_id = :user
                        """)
                .bind("platform", account.platform().key())
                .bind("place", account.community())
                .bind("user", account.user()))
        .stream()
        .findFirst();
  }

  /** The member of this id. */
  public Optional<Member> find(Community community, MemberId id) {
    return find(community, List.of(id)).stream().findFirst();
  }

  /** All members of a community. */
  public List<Member> all(Community community) {
    return list(community, database.query(select("member m")));
  }

  /** The members of these ids that there are. */
  public List<Member> find(Community community, Collection<MemberId> ids) {
    // Joined, not "= any(:members)": for that H2 would go through the whole community.
    return list(
        community,
        database
            .query(
                select("unnest(:members) as wanted(id) join member m on m.member_id = wanted.id"))
            .bindArray("members", MemberId.class, ids));
  }

  /** A row for every zone that the member ever chose, or one where there is none. */
  private static String select(String from) {
    return """
    select m.member_id, m.name, m.hidden, m.shares_reviews, m.left_at, m.met_at, z.since, z.zone from %s
    left join member_zone z on z.community_id = m.community_id and z.member_id = m.member_id
    where m.community_id = :community
    """
        .formatted(from);
  }

  private static List<Member> list(Community community, Query query) {
    Map<MemberId, Member> members = new LinkedHashMap<>();
    query
        .bind("community", community.id())
        .each(row -> {
          Member member =
              members.computeIfAbsent(
                  row.get("member_id", MemberId.class), id -> member(community, id, row));
          Instant since = row.find("since", Instant.class);
          if (since != null) {
            member.zones().put(since, row.get("zone", ZoneId.class));
          }
        });
    return List.copyOf(members.values());
  }

  private static Member member(Community community, MemberId id, Row row) {
    return new Member(
        community,
        id,
        row.text("name"),
        row.flag("hidden"),
        row.flag("shares_reviews"),
        row.find("left_at", Instant.class) != null,
        new TreeMap<>(),
        row.instant("met_at"));
  }

  /** The accounts that a member has, in the order of their platforms. */
  public List<Account> accounts(Member member) {
    return database
        .query(
            """
            select platform, external_community_id, external_user_id from account
            where community_id = :community and member_id = :member
            order by platform, external_community_id, external_user_id
            """)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .list(row -> AccountColumns.of(row::text, member.name()));
  }

  /** Adds a member with an account; does nothing if the account has become known meanwhile. */
  public void add(Community community, Account account, Instant metAt) {
    database.transaction(() -> {
      long id =
          database
              .update(
                  "insert into member (community_id, name, met_at) values (:community, :name,"
                      + " :metAt)")
              .bind("community", community.id())
              .bind("name", account.name())
              .bind("metAt", metAt)
              .insert("member_id");
      int added =
          database
              .update(
                  """
                  insert into account
                    (platform, external_community_id, external_user_id, community_id, member_id)
                  values (:platform, :place, :user, :community, :member) on conflict do nothing
                  """)
              .bind("platform", account.platform().key())
              .bind("place", account.community())
              .bind("user", account.user())
              .bind("community", community.id())
              .bind("member", id)
              .execute();
      if (added == 0) {
        // Somebody else met them at the same moment; theirs is the member.
        database
            .update("delete from member where community_id = :community and member_id = :member")
            .bind("community", community.id())
            .bind("member", id)
            .execute();
      }
    });
  }

  /** The member is called so from now on. */
  public void rename(Member member, String name) {
    update(member, "name = :value", name);
  }

  /** Leaves the member out of leaderboards, or takes them back in. */
  public void setHidden(Member member, boolean hidden) {
    update(member, "hidden = :value", hidden);
  }

  /** Keeps the member's answers out of a review log that is shared, or takes them back in. */
  public void setSharesReviews(Member member, boolean shares) {
    update(member, "shares_reviews = :value", shares);
  }

  /** The member left the community. */
  public void leave(Member member, Instant at) {
    update(member, "left_at = :value", at);
  }

  /**
   * An account at a place.
   *
   * @param gone whether it was gone when it was last asked for
   * @param left whether the member who has it has left
   */
  record Resident(MemberId member, Account account, boolean gone, boolean left) {}

  /** Everybody whom a community has met at a place of its own. */
  List<Resident> residents(Community community, Place place) {
    return database
        .query(
            """
            select a.platform, a.external_community_id, a.external_user_id, a.gone_at,
              m.member_id, m.name, m.left_at
            from account a
            join member m on m.community_id = a.community_id and m.member_id = a.member_id
            where a.platform = :platform and a.external_community_id = :place
              and a.community_id = :community
            order by m.member_id, a.external_user_id
            """)
        .bind("platform", place.platform().key())
        .bind("place", place.id())
        .bind("community", community.id())
        .list(row ->
            new Resident(
                row.get("member_id", MemberId.class),
                AccountColumns.of(row::text, row.text("name")),
                row.find("gone_at", Instant.class) != null,
                row.find("left_at", Instant.class) != null));
  }

  /** Since when an account is gone from its place; null while it is there. */
  void setGone(Account account, @Nullable Instant since) {
    database
        .update(
            """
            update account set gone_at = :since
            where platform = :platform and external_community_id = :place
              and external_user_id = :user
            """)
        .bind("since", since)
        .bind("platform", account.platform().key())
        .bind("place", account.community())
        .bind("user", account.user())
        .execute();
  }

  /** Whether a member has an account that is not gone. */
  boolean isAnywhere(Member member) {
    return database
            .query(
                """
                select count(*) from account
                where community_id = :community and member_id = :member and gone_at is null
                """)
            .bind("community", member.community().id())
            .bind("member", member.id())
            .one(Long.class)
        > 0;
  }

  /** The member belongs to the community again. */
  public void comeBack(Member member) {
    update(member, "left_at = :value", null);
  }

  private void update(Member member, String change, @Nullable Object value) {
    database
        .update(
            "update member set "
                + change
                + " where community_id = :community and member_id = :member")
        .bind("value", value)
        .bind("community", member.community().id())
        .bind("member", member.id())
        .execute();
  }

  /** The member's own zone from an instant on. */
  public void setZone(Member member, Instant since, ZoneId zone) {
    database
        .upsert(
            "insert into member_zone (community_id, member_id, since, zone) values (:community,"
                + " :member, :since, :zone)",
            "update member_zone set zone = :zone where community_id = :community and member_id ="
                + " :member and since = :since")
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("since", since)
        .bind("zone", zone)
        .execute();
  }

  /** Makes every other transaction that wants to add or change anything of theirs wait. */
  public void claim(Member member) {
    database
        .query(
            "select member_id from member where community_id = :community and member_id = :member"
                + " for update")
        .bind("community", member.community().id())
        .bind("member", member.id())
        .one(Long.class);
  }

  /** Makes every other transaction that wants to change the member's days wait for this one. */
  public void lock(Member member) {
    locking(member.community().id(), member.id()).one(Long.class);
  }

  /** The same for a member who may be gone by now; false where they are. */
  boolean lock(CommunityId community, MemberId id) {
    return locking(community, id).find(Long.class).isPresent();
  }

  private Query locking(CommunityId community, MemberId id) {
    return database
        .query(
            "select member_id from member where community_id = :community and member_id = :member"
                + database.locked())
        .bind("community", community)
        .bind("member", id);
  }

  /** The first members of a community after one of them, in the order of their ids. */
  List<MemberId> after(CommunityId community, MemberId last, int most) {
    return database
        .query(
            """
            select member_id from member where community_id = :community and member_id > :last
            order by community_id, member_id limit :most
            """)
        .bind("community", community)
        .bind("last", last)
        .bind("most", most)
        .list(MemberId.class);
  }
}
