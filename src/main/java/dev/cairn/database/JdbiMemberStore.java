package dev.cairn.database;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.MemberStore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Members and their accounts in the database. */
public final class JdbiMemberStore implements MemberStore {
  private final Database database;

  public JdbiMemberStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Member> find(Community community, Account account) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    """
                    select member_id from account
                    where platform = :platform and external_community_id = :place and external_user_id = :user
                    """)
                .bind("platform", account.platform().key())
                .bind("place", account.community())
                .bind("user", account.user())
                .mapTo(Long.class)
                .findOne()
                .flatMap(id -> find(community, new MemberId(id))));
  }

  @Override
  public Optional<Member> find(Community community, MemberId id) {
    return find(community, List.of(id)).stream().findFirst();
  }

  @Override
  public List<Member> all(Community community) {
    List<MemberId> ids =
        database.with(
            handle ->
                handle
                    .createQuery("select member_id from member where community_id = :community")
                    .bind("community", community.id().value())
                    .mapTo(Long.class)
                    .map(MemberId::new)
                    .list());
    return find(community, ids);
  }

  @Override
  public List<Member> find(Community community, Collection<MemberId> ids) {
    return database.with(
        handle -> {
          Map<MemberId, NavigableMap<Instant, ZoneId>> zones = zones(handle, community, ids);
          return of(
                  handle,
                  community,
                  ids,
                  """
                  select member_id, name, hidden, left_at, met_at
                  from unnest(:members) as wanted(id) join member on member_id = wanted.id
                  where community_id = :community
                  """)
              .map(
                  (row, context) -> {
                    MemberId id = new MemberId(row.getLong("member_id"));
                    return new Member(
                        community,
                        id,
                        row.getString("name"),
                        row.getBoolean("hidden"),
                        row.getObject("left_at") != null,
                        zones.getOrDefault(id, Collections.emptyNavigableMap()),
                        TimeArguments.instant(row, "met_at"));
                  })
              .list();
        });
  }

  private static Map<MemberId, NavigableMap<Instant, ZoneId>> zones(
      Handle handle, Community community, Collection<MemberId> ids) {
    return of(
            handle,
            community,
            ids,
            """
            select member_id, since, zone
            from unnest(:members) as wanted(id) join member_zone on member_id = wanted.id
            where community_id = :community
            """)
        .reduceRows(
            new HashMap<>(),
            (map, row) -> {
              map.computeIfAbsent(
                      new MemberId(row.getColumn("member_id", Long.class)), id -> new TreeMap<>())
                  .put(
                      row.getColumn("since", Instant.class),
                      ZoneId.of(row.getColumn("zone", String.class)));
              return map;
            });
  }

  // Joined, not "= any(:members)": for that H2 would go through the whole community.
  private static Query of(
      Handle handle, Community community, Collection<MemberId> ids, String sql) {
    return handle
        .createQuery(sql)
        .bind("community", community.id().value())
        .bindArray("members", Long.class, ids.stream().distinct().map(MemberId::value).toList());
  }

  @Override
  public List<Account> accounts(Member member) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    """
                    select platform, external_community_id, external_user_id from account
                    where community_id = :community and member_id = :member
                    order by platform, external_community_id, external_user_id
                    """)
                .bind("community", member.community().id().value())
                .bind("member", member.id().value())
                .map(
                    (row, context) ->
                        new Account(
                            Platform.ofKey(row.getString("platform")),
                            row.getString("external_community_id"),
                            row.getString("external_user_id"),
                            member.name()))
                .list());
  }

  @Override
  public void add(Community community, Account account, Instant metAt) {
    database.with(
        handle -> {
          long id =
              handle
                  .createUpdate(
                      "insert into member (community_id, name, met_at) values (:community, :name, :metAt)")
                  .bind("community", community.id().value())
                  .bind("name", account.name())
                  .bind("metAt", metAt)
                  .executeAndReturnGeneratedKeys("member_id")
                  .mapTo(Long.class)
                  .one();
          int added =
              handle
                  .createUpdate(
                      """
                      insert into account
                        (platform, external_community_id, external_user_id, community_id, member_id)
                      values (:platform, :place, :user, :community, :member) on conflict do nothing
                      """)
                  .bind("platform", account.platform().key())
                  .bind("place", account.community())
                  .bind("user", account.user())
                  .bind("community", community.id().value())
                  .bind("member", id)
                  .execute();
          if (added == 0) {
            // Somebody else met them at the same moment; theirs is the member.
            handle
                .createUpdate(
                    "delete from member where community_id = :community and member_id = :member")
                .bind("community", community.id().value())
                .bind("member", id)
                .execute();
          }
          return added;
        });
  }

  @Override
  public void rename(Member member, String name) {
    update(member, "name = :value", name);
  }

  @Override
  public void setHidden(Member member, boolean hidden) {
    update(member, "hidden = :value", hidden);
  }

  @Override
  public void leave(Member member, Instant at) {
    update(member, "left_at = :value", at);
  }

  @Override
  public void comeBack(Member member) {
    update(member, "left_at = :value", null);
  }

  private void update(Member member, String change, @Nullable Object value) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    "update member set "
                        + change
                        + " where community_id = :community and member_id = :member")
                .bind("value", value)
                .bind("community", member.community().id().value())
                .bind("member", member.id().value())
                .execute());
  }

  @Override
  public void setZone(Member member, Instant since, ZoneId zone) {
    database.with(
        handle ->
            new Upsert(
                    "insert into member_zone (community_id, member_id, since, zone) values (:community, :member, :since, :zone)",
                    "update member_zone set zone = :zone where community_id = :community and member_id = :member and since = :since")
                .run(
                    handle,
                    statement ->
                        statement
                            .bind("community", member.community().id().value())
                            .bind("member", member.id().value())
                            .bind("since", since)
                            .bind("zone", zone.getId())));
  }

  @Override
  public void lock(Member member) {
    database.with(
        handle ->
            handle
                .createQuery(
                    "select member_id from member where community_id = :community and member_id = :member for update")
                .bind("community", member.community().id().value())
                .bind("member", member.id().value())
                .mapTo(Long.class)
                .one());
  }
}
