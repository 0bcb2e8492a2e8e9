package dev.cairn.database;

import dev.cairn.chat.Account;
import dev.cairn.chat.Platform;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.DaysOnRecord;
import dev.cairn.domain.DaysOnRecord.CheckIn;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.link.Link;
import dev.cairn.feature.link.LinkOffer;
import dev.cairn.feature.link.LinkStore;
import dev.cairn.feature.member.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Codes and links in the database. */
public final class JdbiLinkStore implements LinkStore {
  private final Database database;

  public JdbiLinkStore(Database database) {
    this.database = database;
  }

  @Override
  public void offer(String hash, LinkOffer offer) {
    database.with(
        handle -> {
          of(
                  handle.createUpdate(
                      """
                      delete from link_code where platform = :platform
                        and external_community_id = :place and external_user_id = :user
                      """),
                  offer.by())
              .execute();
          return of(
                  handle.createUpdate(
                      """
                      insert into link_code (code_hash, purpose, platform, external_community_id,
                        external_user_id, name, expires_at)
                      values (:hash, :purpose, :platform, :place, :user, :name, :expires)
                      """),
                  offer.by())
              .bind("hash", hash)
              .bind("purpose", offer.purpose().name())
              .bind("name", offer.by().name())
              .bind("expires", offer.expires())
              .execute();
        });
  }

  @Override
  public Optional<LinkOffer> offer(String hash, Instant now) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    "select * from link_code where code_hash = :hash and expires_at > :now")
                .bind("hash", hash)
                .bind("now", now)
                .map((row, context) -> offer(row))
                .findOne());
  }

  private static LinkOffer offer(ResultSet row) throws SQLException {
    return new LinkOffer(
        LinkOffer.Purpose.valueOf(row.getString("purpose")),
        new Account(
            Platform.valueOf(row.getString("platform").toUpperCase(Locale.ROOT)),
            row.getString("external_community_id"),
            row.getString("external_user_id"),
            row.getString("name")),
        TimeArguments.instant(row, "expires_at"));
  }

  @Override
  public boolean take(String hash, Instant now) {
    return database.with(
        handle ->
            handle
                    .createUpdate(
                        "delete from link_code where code_hash = :hash and expires_at > :now")
                    .bind("hash", hash)
                    .bind("now", now)
                    .execute()
                > 0);
  }

  @Override
  public int wrongTries(Account account, Instant since) {
    return database.with(
        handle ->
            of(
                    handle.createQuery(
                        """
                        select count(*) from link_wrong_try where platform = :platform
                          and external_community_id = :place and external_user_id = :user
                          and tried_at > :since
                        """),
                    account)
                .bind("since", since)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public void addWrongTry(Account account, Instant at) {
    database.with(
        handle ->
            of(
                    handle.createUpdate(
                        """
                        insert into link_wrong_try
                          (platform, external_community_id, external_user_id, tried_at)
                        values (:platform, :place, :user, :at)
                        """),
                    account)
                .bind("at", at)
                .execute());
  }

  @Override
  public DaysOnRecord days(Member member) {
    return database.with(
        handle -> {
          NavigableMap<LocalDate, String> revoked = reasons(handle, member, "revocation");
          NavigableMap<LocalDate, CheckIn> checked = new TreeMap<>();
          of(
                  handle.createQuery(
                      """
                      select study_day, checked_at, zone, granted_by, reason, told_late_on from check_in
                      where community_id = :community and member_id = :member
                      """),
                  member)
              .map(
                  (row, context) -> checked.put(TimeArguments.date(row, "study_day"), checkIn(row)))
              .list();
          checked.keySet().removeAll(revoked.keySet());
          return new DaysOnRecord(checked, revoked, reasons(handle, member, "excuse"));
        });
  }

  private static NavigableMap<LocalDate, String> reasons(
      Handle handle, Member member, String table) {
    NavigableMap<LocalDate, String> reasons = new TreeMap<>();
    of(
            handle.createQuery(
                "select study_day, reason from "
                    + table
                    + " where community_id = :community and member_id = :member"),
            member)
        .map(
            (row, context) ->
                reasons.put(TimeArguments.date(row, "study_day"), row.getString("reason")))
        .list();
    return reasons;
  }

  private static CheckIn checkIn(ResultSet row) throws SQLException {
    return new CheckIn(
        TimeArguments.instant(row, "checked_at"),
        ZoneId.of(row.getString("zone")),
        row.getObject("granted_by", Long.class),
        row.getString("reason"),
        row.getObject("told_late_on", LocalDate.class));
  }

  @Override
  public void replaceDays(Member member, DaysOnRecord before, DaysOnRecord after) {
    database.with(
        handle -> {
          after
              .checked()
              .forEach(
                  (day, checkIn) -> {
                    if (!checkIn.equals(before.checked().get(day))) {
                      delete(handle, member, "revocation", day);
                      check(handle, member, day, checkIn);
                    }
                  });
          for (LocalDate day : before.checked().keySet()) {
            // What was revoked stays on record, with the revocation beside it.
            if (!after.checked().containsKey(day) && !after.revoked().containsKey(day)) {
              delete(handle, member, "check_in", day);
            }
          }
          replace(handle, member, "revocation", before.revoked(), after.revoked());
          replace(handle, member, "excuse", before.excused(), after.excused());
          return true;
        });
  }

  private static void check(Handle handle, Member member, LocalDate day, CheckIn checkIn) {
    new Upsert(
            """
            insert into check_in (community_id, member_id, study_day, checked_at, zone, granted_by, reason, told_late_on)
            values (:community, :member, :day, :at, :zone, :grantedBy, :reason, :toldLateOn)
            """,
            """
            update check_in set checked_at = :at, zone = :zone, granted_by = :grantedBy, reason = :reason, told_late_on = :toldLateOn
            where community_id = :community and member_id = :member and study_day = :day
            """)
        .run(
            handle,
            statement -> bind(of(statement, member).bind("day", day), checkIn, checkIn.reason()));
  }

  private static <S extends SqlStatement<S>> S bind(
      S statement, @Nullable CheckIn checkIn, @Nullable String reason) {
    return statement
        .bind("at", checkIn == null ? null : checkIn.at())
        .bind("zone", checkIn == null ? null : checkIn.zone().getId())
        .bind("grantedBy", checkIn == null ? null : checkIn.grantedBy())
        .bind("toldLateOn", checkIn == null ? null : checkIn.toldLateOn())
        .bind("reason", reason);
  }

  private static void replace(
      Handle handle,
      Member member,
      String table,
      NavigableMap<LocalDate, String> before,
      NavigableMap<LocalDate, String> after) {
    before.forEach(
        (day, reason) -> {
          if (!reason.equals(after.get(day))) {
            delete(handle, member, table, day);
          }
        });
    after.forEach(
        (day, reason) -> {
          if (!reason.equals(before.get(day))) {
            of(
                    handle.createUpdate(
                        "insert into "
                            + table
                            + " (community_id, member_id, study_day, reason) values (:community, :member, :day, :reason)"),
                    member)
                .bind("day", day)
                .bind("reason", reason)
                .execute();
          }
        });
  }

  private static void delete(Handle handle, Member member, String table, LocalDate day) {
    of(
            handle.createUpdate(
                "delete from "
                    + table
                    + " where community_id = :community and member_id = :member and study_day = :day"),
            member)
        .bind("day", day)
        .execute();
  }

  @Override
  public void add(Community community, Link link) {
    database.with(
        handle -> {
          long id =
              handle
                  .createUpdate(
                      """
                      insert into member_link
                        (community_id, survivor_id, absorbed_id, absorbed_hidden, linked_at)
                      values (:community, :survivor, :absorbed, :hidden, :at)
                      """)
                  .bind("community", community.id().value())
                  .bind("survivor", link.survivor().value())
                  .bind("absorbed", link.absorbed().value())
                  .bind("hidden", link.absorbedHidden())
                  .bind("at", link.at())
                  .executeAndReturnGeneratedKeys("link_id")
                  .mapTo(Long.class)
                  .one();
          Linked linked = new Linked(handle, community.id(), id, link.survivor(), link.absorbed());
          linked.come();
          linked.remember(link);
          return true;
        });
  }

  @Override
  public Optional<Link> newest(Member survivor) {
    return database.with(
        handle -> newestRow(handle, survivor).map(row -> row.linked.link(row.hidden, row.at)));
  }

  @Override
  public void removeNewest(Member survivor) {
    database.with(
        handle -> {
          newestRow(handle, survivor).orElseThrow().linked.goBack();
          return true;
        });
  }

  private record Row(Linked linked, boolean hidden, Instant at) {}

  private static Optional<Row> newestRow(Handle handle, Member survivor) {
    CommunityId community = survivor.community().id();
    return of(
            handle.createQuery(
                """
                select * from member_link where community_id = :community and survivor_id = :member
                order by link_id desc limit 1
                """),
            survivor)
        .map(
            (row, context) ->
                new Row(
                    new Linked(
                        handle,
                        community,
                        row.getLong("link_id"),
                        survivor.id(),
                        new MemberId(row.getLong("absorbed_id"))),
                    row.getBoolean("absorbed_hidden"),
                    TimeArguments.instant(row, "linked_at")))
        .findOne();
  }

  @Override
  public void move(CommunityId from, CommunityId to) {
    database.with(
        handle -> {
          new CommunityMove(handle, from, to).run();
          return true;
        });
  }

  /** What a remembered day was. */
  private enum Kind {
    CHECKED,
    REVOKED,
    EXCUSED,
    BRIDGED
  }

  /** What hangs on one link. */
  private record Linked(
      Handle handle, CommunityId community, long id, MemberId survivor, MemberId absorbed) {

    /** Accounts and what was said come to the survivor, and it is noted which. */
    void come() {
      execute(
          """
          insert into member_link_account
            (community_id, link_id, platform, external_community_id, external_user_id)
          select community_id, :link, platform, external_community_id, external_user_id
          from account where community_id = :community and member_id = :absorbed
          """);
      execute(
          """
          insert into member_link_entry (community_id, link_id, interaction_id)
          select community_id, :link, interaction_id
          from check_in_entry where community_id = :community and member_id = :absorbed
          """);
      execute(
          "update account set member_id = :survivor where community_id = :community and member_id = :absorbed");
      execute(
          "update check_in_entry set member_id = :survivor where community_id = :community and member_id = :absorbed");
    }

    void goBack() {
      execute(
          """
          update account set member_id = :absorbed
          where community_id = :community and member_id = :survivor
            and exists (select 1 from member_link_account l where l.community_id = :community
              and l.link_id = :link and l.platform = account.platform
              and l.external_community_id = account.external_community_id
              and l.external_user_id = account.external_user_id)
          """);
      execute(
          """
          update check_in_entry set member_id = :absorbed
          where community_id = :community and member_id = :survivor
            and interaction_id in (select interaction_id from member_link_entry
              where community_id = :community and link_id = :link)
          """);
      execute("delete from member_link where community_id = :community and link_id = :link");
    }

    private void execute(String sql) {
      handle
          .createUpdate(sql)
          .bind("community", community.value())
          .bind("link", id)
          .bind("survivor", survivor.value())
          .bind("absorbed", absorbed.value())
          .execute();
    }

    void remember(Link link) {
      link.own()
          .checked()
          .forEach((day, checkIn) -> add(Kind.CHECKED, day, checkIn, checkIn.reason()));
      link.own().revoked().forEach((day, reason) -> add(Kind.REVOKED, day, null, reason));
      link.own().excused().forEach((day, reason) -> add(Kind.EXCUSED, day, null, reason));
      link.bridged().forEach(day -> add(Kind.BRIDGED, day, null, null));
    }

    private void add(Kind kind, LocalDate day, @Nullable CheckIn checkIn, @Nullable String reason) {
      bind(
              handle
                  .createUpdate(
                      """
                      insert into member_link_day
                        (community_id, link_id, kind, study_day, checked_at, zone, granted_by, reason, told_late_on)
                      values (:community, :link, :kind, :day, :at, :zone, :grantedBy, :reason, :toldLateOn)
                      """)
                  .bind("community", community.value())
                  .bind("link", id)
                  .bind("kind", kind.name())
                  .bind("day", day),
              checkIn,
              reason)
          .execute();
    }

    Link link(boolean hidden, Instant at) {
      NavigableMap<LocalDate, CheckIn> checked = new TreeMap<>();
      NavigableMap<LocalDate, String> revoked = new TreeMap<>();
      NavigableMap<LocalDate, String> excused = new TreeMap<>();
      NavigableSet<LocalDate> bridged = new TreeSet<>();
      handle
          .createQuery(
              "select * from member_link_day where community_id = :community and link_id = :link")
          .bind("community", community.value())
          .bind("link", id)
          .map(
              (row, context) -> {
                LocalDate day = TimeArguments.date(row, "study_day");
                switch (Kind.valueOf(row.getString("kind"))) {
                  case CHECKED -> checked.put(day, checkIn(row));
                  case REVOKED -> revoked.put(day, row.getString("reason"));
                  case EXCUSED -> excused.put(day, row.getString("reason"));
                  case BRIDGED -> bridged.add(day);
                }
                return day;
              })
          .list();
      return new Link(
          survivor, absorbed, hidden, at, new DaysOnRecord(checked, revoked, excused), bridged);
    }
  }

  private static <S extends SqlStatement<S>> S of(S statement, Member member) {
    return statement
        .bind("community", member.community().id().value())
        .bind("member", member.id().value());
  }

  private static <S extends SqlStatement<S>> S of(S statement, Account account) {
    return statement
        .bind("platform", account.platform().key())
        .bind("place", account.community())
        .bind("user", account.user());
  }
}
