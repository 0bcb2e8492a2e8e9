package dev.cairn.feature.link;

import dev.cairn.chat.Account;
import dev.cairn.database.CommunityMove;
import dev.cairn.database.Database;
import dev.cairn.database.Row;
import dev.cairn.database.Statement;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.streak.DaysOnRecord;
import dev.cairn.domain.streak.DaysOnRecord.CheckIn;
import dev.cairn.feature.AccountColumns;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Keeps codes and links, and what the records of linked members were. */
public final class LinkStore {
  private final Database database;

  public LinkStore(Database database) {
    this.database = database;
  }

  /** Keeps a code in the place of whatever was offered by the same account before. */
  public void offer(String hash, LinkOffer offer) {
    database.transaction(() -> {
      of(
              database.update(
                  """
                  delete from link_code where platform = :platform
                    and external_community_id = :place and external_user_id = :user
                  """),
              offer.by())
          .execute();
      of(
              database.update(
                  """
                  insert into link_code (code_hash, purpose, platform, external_community_id,
                    external_user_id, name, expires_at)
                  values (:hash, :purpose, :platform, :place, :user, :name, :expires)
                  """),
              offer.by())
          .bind("hash", hash)
          .bind("purpose", offer.purpose())
          .bind("name", offer.by().name())
          .bind("expires", offer.expires())
          .execute();
    });
  }

  /** The account or community of a code; empty for an expired code. */
  public Optional<LinkOffer> offer(String hash, Instant now) {
    return database
        .query("select * from link_code where code_hash = :hash and expires_at > :now")
        .bind("hash", hash)
        .bind("now", now)
        .find(LinkStore::offer);
  }

  private static LinkOffer offer(Row row) {
    return new LinkOffer(
        row.get("purpose", LinkOffer.Purpose.class),
        AccountColumns.of(row::text, row.text("name")),
        row.instant("expires_at"));
  }

  /** Takes a code, so that nobody else can; false where it is gone. */
  public boolean take(String hash, Instant now) {
    return database
            .update("delete from link_code where code_hash = :hash and expires_at > :now")
            .bind("hash", hash)
            .bind("now", now)
            .execute()
        > 0;
  }

  /** How many wrong codes an account has tried since. */
  public int wrongTries(Account account, Instant since) {
    return of(
            database.query(
                """
                select count(*) from link_wrong_try where platform = :platform
                  and external_community_id = :place and external_user_id = :user
                  and tried_at > :since
                """),
            account)
        .bind("since", since)
        .one(Integer.class);
  }

  /** An account has tried a wrong code. */
  public void addWrongTry(Account account, Instant at) {
    of(
            database.update(
                """
                insert into link_wrong_try
                  (platform, external_community_id, external_user_id, tried_at)
                values (:platform, :place, :user, :at)
                """),
            account)
        .bind("at", at)
        .execute();
  }

  /** What is on record of a member's days. */
  public DaysOnRecord days(Member member) {
    return database.reading(() -> {
      NavigableMap<LocalDate, String> revoked = reasons(member, "revocation");
      NavigableMap<LocalDate, CheckIn> checked =
          new TreeMap<>(
              of(
                      database.query(
                          """
                          select study_day, checked_at, zone, granted_by, reason, told_late_on from check_in
                          where community_id = :community and member_id = :member
                          """),
                      member)
                  .map(row -> row.date("study_day"), LinkStore::checkIn));
      checked.keySet().removeAll(revoked.keySet());
      return new DaysOnRecord(checked, revoked, reasons(member, "excuse"));
    });
  }

  private NavigableMap<LocalDate, String> reasons(Member member, String table) {
    return new TreeMap<>(
        of(
                database.query(
                    "select study_day, reason from "
                        + table
                        + " where community_id = :community and member_id = :member"),
                member)
            .map(row -> row.date("study_day"), row -> row.text("reason")));
  }

  private static CheckIn checkIn(Row row) {
    return new CheckIn(
        row.instant("checked_at"),
        row.get("zone", ZoneId.class),
        row.find("granted_by", Long.class),
        row.findText("reason"),
        row.find("told_late_on", LocalDate.class));
  }

  /** Replaces what is on record of a member's days. */
  public void replaceDays(Member member, DaysOnRecord before, DaysOnRecord after) {
    database.transaction(() -> {
      after
          .checked()
          .forEach((day, checkIn) -> {
            if (!checkIn.equals(before.checked().get(day))) {
              delete(member, "revocation", day);
              check(member, day, checkIn);
            }
          });
      for (LocalDate day : before.checked().keySet()) {
        // What was revoked stays on record, with the revocation beside it.
        if (!after.checked().containsKey(day) && !after.revoked().containsKey(day)) {
          delete(member, "check_in", day);
        }
      }
      replace(member, "revocation", before.revoked(), after.revoked());
      replace(member, "excuse", before.excused(), after.excused());
    });
  }

  private void check(Member member, LocalDate day, CheckIn checkIn) {
    bind(
            of(
                    database.upsert(
                        """
                        insert into check_in (community_id, member_id, study_day, checked_at, zone, granted_by, reason, told_late_on)
                        values (:community, :member, :day, :at, :zone, :grantedBy, :reason, :toldLateOn)
                        """,
                        """
                        update check_in set checked_at = :at, zone = :zone, granted_by = :grantedBy, reason = :reason, told_late_on = :toldLateOn
                        where community_id = :community and member_id = :member and study_day = :day
                        """),
                    member)
                .bind("day", day),
            checkIn,
            checkIn.reason())
        .execute();
  }

  private static <S extends Statement<S>> S bind(
      S statement, @Nullable CheckIn checkIn, @Nullable String reason) {
    return statement
        .bind("at", checkIn == null ? null : checkIn.at())
        .bind("zone", checkIn == null ? null : checkIn.zone())
        .bind("grantedBy", checkIn == null ? null : checkIn.grantedBy())
        .bind("toldLateOn", checkIn == null ? null : checkIn.toldLateOn())
        .bind("reason", reason);
  }

  private void replace(
      Member member,
      String table,
      NavigableMap<LocalDate, String> before,
      NavigableMap<LocalDate, String> after) {
    before.forEach((day, reason) -> {
      if (!reason.equals(after.get(day))) {
        delete(member, table, day);
      }
    });
    after.forEach((day, reason) -> {
      if (!reason.equals(before.get(day))) {
        of(
                database.update(
                    "insert into "
                        + table
                        + " (community_id, member_id, study_day, reason) values (:community,"
                        + " :member, :day, :reason)"),
                member)
            .bind("day", day)
            .bind("reason", reason)
            .execute();
      }
    });
  }

  private void delete(Member member, String table, LocalDate day) {
    of(
            database.update(
                "delete from "
                    + table
                    + " where community_id = :community and member_id = :member and study_day ="
                    + " :day"),
            member)
        .bind("day", day)
        .execute();
  }

  /** Gives the accounts of the absorbed member to the survivor, with what was said by them. */
  public void add(Community community, Link link) {
    database.transaction(() -> {
      long id =
          database
              .update(
                  """
                  insert into member_link
                    (community_id, survivor_id, absorbed_id, absorbed_hidden, linked_at)
                  values (:community, :survivor, :absorbed, :hidden, :at)
                  """)
              .bind("community", community.id())
              .bind("survivor", link.survivor())
              .bind("absorbed", link.absorbed())
              .bind("hidden", link.absorbedHidden())
              .bind("at", link.at())
              .insert("link_id");
      Linked linked = new Linked(database, community.id(), id, link.survivor(), link.absorbed());
      linked.come();
      linked.remember(link);
    });
  }

  /** The newest link of a member who survived it. */
  public Optional<Link> newest(Member survivor) {
    return newestRow(survivor).map(row -> row.linked.link(row.hidden, row.at));
  }

  /** Gives the accounts of the newest link back, with what had come with them. */
  public void removeNewest(Member survivor) {
    database.transaction(() -> newestRow(survivor).orElseThrow().linked.goBack());
  }

  private record Newest(Linked linked, boolean hidden, Instant at) {}

  private Optional<Newest> newestRow(Member survivor) {
    CommunityId community = survivor.community().id();
    return of(
            database.query(
                """
                select * from member_link where community_id = :community and survivor_id = :member
                order by link_id desc limit 1
                """),
            survivor)
        .find(row ->
            new Newest(
                new Linked(
                    database,
                    community,
                    row.big("link_id"),
                    survivor.id(),
                    row.get("absorbed_id", MemberId.class)),
                row.flag("absorbed_hidden"),
                row.instant("linked_at")));
  }

  /**
   * Lets everybody of one community belong to another, with all that hangs on them, and the places
   * of the one be places of the other. What the one decided for itself is left behind.
   */
  public void move(CommunityId from, CommunityId to) {
    database.transaction(() -> new CommunityMove(database, from, to).run());
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
      Database database, CommunityId community, long id, MemberId survivor, MemberId absorbed) {

    /** Moves accounts and check-in entries to the survivor, and notes which. */
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
          "update account set member_id = :survivor where community_id = :community and member_id ="
              + " :absorbed");
      execute(
          "update check_in_entry set member_id = :survivor where community_id = :community and"
              + " member_id = :absorbed");
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
      database
          .update(sql)
          .bind("community", community)
          .bind("link", id)
          .bind("survivor", survivor)
          .bind("absorbed", absorbed)
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
              database
                  .update(
                      """
                      insert into member_link_day
                        (community_id, link_id, kind, study_day, checked_at, zone, granted_by, reason, told_late_on)
                      values (:community, :link, :kind, :day, :at, :zone, :grantedBy, :reason, :toldLateOn)
                      """)
                  .bind("community", community)
                  .bind("link", id)
                  .bind("kind", kind)
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
      database
          .query(
              "select * from member_link_day where community_id = :community and link_id = :link")
          .bind("community", community)
          .bind("link", id)
          .each(row -> {
            LocalDate day = row.date("study_day");
            switch (row.get("kind", Kind.class)) {
              case CHECKED -> checked.put(day, checkIn(row));
              case REVOKED -> revoked.put(day, row.text("reason"));
              case EXCUSED -> excused.put(day, row.text("reason"));
              case BRIDGED -> bridged.add(day);
            }
          });
      return new Link(
          survivor, absorbed, hidden, at, new DaysOnRecord(checked, revoked, excused), bridged);
    }
  }

  private static <S extends Statement<S>> S of(S statement, Member member) {
    return statement.bind("community", member.community().id()).bind("member", member.id());
  }

  private static <S extends Statement<S>> S of(S statement, Account account) {
    return statement
        .bind("platform", account.platform().key())
        .bind("place", account.community())
        .bind("user", account.user());
  }
}
