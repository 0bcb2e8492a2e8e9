package dev.cairn.feature.leaderboard;

import dev.cairn.database.Batch;
import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.database.remembered.RememberedAnswers;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.group.MemberStanding;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what members are ranked by, in the order in which boards show it. Members who hide are not
 * in what it tells.
 *
 * <p>A change of a member's rows is told to the tally by the rows themselves: each knows what it
 * showed before its last change. So nothing has to be read first, and whoever changes a row holds
 * it until the tally knows.
 */
public final class LeaderboardStore {
  /** What a row derives from its member and their streak. */
  private static final String COLUMNS = "longest, breaks_at, sort_name, score, shown";

  /**
   * Brings rows up to what is kept of their members and streaks, and adds check-ins: each row by
   * one question.
   */
  private static final String CHANGE =
      """
      update standing set shown_before = shown, lapsed = false,
        (%s) = (
          select %s
          from member m
          left join streak k on k.community_id = m.community_id and k.member_id = m.member_id
          where m.community_id = standing.community_id and m.member_id = standing.member_id)
      where community_id = :community
      """
          .formatted(COLUMNS, values("standing.board", "standing.score + :change"));

  private static final String BEGIN =
      """
      insert into standing (community_id, member_id, board, %s, lapsed, shown_before)
      select m.community_id, m.member_id, cast(:board as varchar), %s, false, 0
      from member m
      left join streak k on k.community_id = m.community_id and k.member_id = m.member_id
      where m.community_id = :community and m.member_id = :member
      on conflict do nothing
      """
          .formatted(COLUMNS, values(":board", ":change"));

  /** Tells the tally what a member's rows showed before and what they show now. */
  private static final String TELL =
      """
      insert into standing_tally (community_id, board, score_before, score, members)
      select s.community_id, s.board, s.shown_before, s.shown, 1 from standing s
      where s.community_id = :community and s.member_id = :member and s.shown <> s.shown_before
      """;

  /** Of how many communities it is remembered that their board is right. */
  private static final int MOST_RIGHT = 1_000;

  /** All tables that a page of a board hangs on, but for the names of its members. */
  static final Set<String> TABLES = Set.of("standing", "standing_tally");

  private final Database database;
  private final RememberedAnswers<CommunityId, Shown> right;

  public LeaderboardStore(Database database) {
    this.database = database;
    this.right = database.remembering(MOST_RIGHT, "standing");
  }

  /**
   * What a row says of a member {@code m} with a streak {@code k}, by {@link #COLUMNS}.
   *
   * @param board which board it is on
   * @param checkIns how many it counts, where that is not the board of streaks
   */
  private static String values(String board, String checkIns) {
    String streakOrCheckIns =
        "when %s = 'STREAK' then coalesce(k.streak, 0) else %s end".formatted(board, checkIns);
    return """
    coalesce(k.longest, 0), case when %1$s = 'STREAK' then k.breaks_at end, lower(m.name),
    case %2$s, case when m.hidden or m.left_at is not null then 0 %2$s
    """
        .formatted(board, streakOrCheckIns);
  }

  /**
   * Adds to a member's check-ins in periods, and brings their streak up to date. Belongs into the
   * transaction in which the member is locked, so that nobody else begins rows of theirs.
   *
   * @param periods by their {@link dev.cairn.domain.day.Period#key}
   * @param change negative to take some away
   * @param beside other periods that may be shown today, in which only the longest streak counts
   */
  public void add(
      Member member, Collection<String> periods, int change, Collection<String> beside) {
    database.transaction(() -> {
      List<String> counted = new ArrayList<>(periods);
      counted.addFirst(Measure.STREAK);
      Batch batch = database.batch(CHANGE + " and member_id = :member and board = any(:boards)");
      of(batch, member, change).bindArray("boards", String.class, counted).add();
      if (!beside.isEmpty()) {
        of(batch, member, 0).bindArray("boards", String.class, beside).add();
      }
      if (batch.executeEach()[0] < counted.size()) {
        begin(member, counted, change);
      }
      database
          .update(TELL + " and s.board = any(:boards)")
          .bind("community", member.community().id())
          .bind("member", member.id())
          .bindArray("boards", String.class, counted)
          .execute();
    });
  }

  /** Begins the rows that a member does not have yet on some boards. */
  private void begin(Member member, List<String> boards, int change) {
    Batch batch = database.batch(BEGIN);
    for (String board : boards) {
      of(batch, member, change).bind("board", board).add();
    }
    batch.execute();
  }

  private static Batch of(Batch batch, Member member, int change) {
    return batch
        .bind("community", member.community().id())
        .bind("member", member.id())
        .bind("change", change);
  }

  /**
   * Brings all that is kept of a member up to what they are called, whether they are listed, and
   * their streak. Belongs into the transaction that changed it.
   */
  public void refresh(Member member) {
    database.transaction(() -> {
      database
          .update(CHANGE + " and member_id = :member")
          .bind("community", member.community().id())
          .bind("member", member.id())
          .bind("change", 0)
          .execute();
      database
          .update(TELL)
          .bind("community", member.community().id())
          .bind("member", member.id())
          .execute();
    });
  }

  /**
   * For how long the board of a community is right.
   *
   * @param since when it was looked at; before that, a streak may stand that has broken meanwhile
   * @param until when the next streak breaks by waiting, or has broken; the same moment where one
   *     stands again; null where neither
   */
  private record Shown(Instant since, @Nullable Instant until) {
    boolean holds(Instant now) {
      return !now.isBefore(since) && (until == null || now.isBefore(until));
    }
  }

  /** Whether a streak has broken by waiting, or stands again, and the board does not know it. */
  boolean lags(CommunityId community, Instant now) {
    Shown known = right.get(community, () -> readShown(community, now));
    return !(now.isBefore(known.since()) ? readShown(community, now) : known).holds(now);
  }

  private Shown readShown(CommunityId community, Instant now) {
    // In the order of the index, and not by "exists": PostgreSQL takes every streak that has lapsed
    // for one that has yet to, expects to find one at once, and reads the whole table in vain.
    return database
        .query(
            """
            select (select breaks_at from standing
              where community_id = :community and lapsed = false and breaks_at > :longAgo
              order by community_id, lapsed, breaks_at limit 1) as until,
            (select breaks_at from standing
              where community_id = :community and lapsed = true and breaks_at > :now
              order by community_id, lapsed, breaks_at limit 1) as stands_again
            """)
        .bind("community", community)
        .bind("now", now)
        // A range of the index, which has the rows without such a moment as well.
        .bind("longAgo", Instant.EPOCH)
        .list(row -> {
          boolean standsAgain = row.find("stands_again", Instant.class) != null;
          return new Shown(now, standsAgain ? now : row.find("until", Instant.class));
        })
        .getFirst();
  }

  /**
   * Whose streak would have broken by waiting, by what is kept of it; whoever is highest on the
   * board comes first.
   */
  List<MemberId> breaking(CommunityId community, Instant now, int most) {
    return database
        .query(
            """
            select member_id from standing
            where community_id = :community and lapsed = false and breaks_at <= :now
            order by shown desc, member_id limit :most
            """)
        .bind("community", community)
        .bind("now", now)
        .bind("most", most)
        .list(MemberId.class);
  }

  /**
   * Takes streaks off the board that have broken by waiting, and puts those back that had not yet
   * at an instant: clocks may go back.
   */
  void settle(CommunityId community, Instant now) {
    database.transaction(() -> {
      settle(community, "lapsed = false and breaks_at <= :now", true, now);
      settle(community, "lapsed = true and breaks_at > :now", false, now);
    });
  }

  private void settle(CommunityId community, String due, boolean lapsed, Instant now) {
    // In the order of their ids, so that no two transactions wait for each other.
    List<Long> members =
        database
            .query(
                "select member_id from standing where community_id = :community and "
                    + due
                    + " order by member_id for update")
            .bind("community", community)
            .bind("now", now)
            .list(Long.class);
    if (members.isEmpty()) {
      return;
    }
    Batch batch =
        database.batch(
            """
            update standing set shown = :shown, lapsed = :lapsed
            where community_id = :community and member_id = :member and board = 'STREAK'
            """);
    Map<Long, Integer> changes = new TreeMap<>();
    database
        .query(
            """
            select s.member_id, s.shown,
              case when m.hidden or m.left_at is not null then 0 else s.score end as score
            from unnest(:members) as wanted(id)
            join standing s on s.community_id = :community and s.member_id = wanted.id
              and s.board = 'STREAK'
            join member m on m.community_id = s.community_id and m.member_id = s.member_id
            """)
        .bind("community", community)
        .bindArray("members", Long.class, members)
        .each(row -> {
          long shown = lapsed ? 0 : row.big("score");
          changes.merge(row.big("shown"), -1, Integer::sum);
          changes.merge(shown, 1, Integer::sum);
          batch
              .bind("community", community)
              .bind("member", row.big("member_id"))
              .bind("shown", shown)
              .bind("lapsed", lapsed)
              .add();
        });
    batch.execute();
    tell(community, Measure.STREAK, changes);
  }

  /** Has the tally of a board have so many more with each score. */
  private void tell(CommunityId community, String board, Map<Long, Integer> members) {
    Batch batch =
        database.batch(
            """
            insert into standing_tally (community_id, board, score_before, score, members)
            values (:community, :board, 0, :score, :members)
            """);
    members.forEach((score, change) -> {
      if (change != 0 && score != 0) {
        batch
            .bind("community", community)
            .bind("board", board)
            .bind("score", score)
            .bind("members", change)
            .add();
      }
    });
    batch.execute();
  }

  /**
   * What the tally was told in one row.
   *
   * @param before what as many showed before; 0 where they were not listed
   * @param score what they show now; 0 where they are not listed any more
   */
  private record Told(long id, long before, long score, int members) {
    boolean moves() {
      return before != 0;
    }

    void addTo(Map<Long, Integer> tally) {
      tally.merge(before, -members, Integer::sum);
      tally.merge(score, members, Integer::sum);
    }
  }

  /** Sums up what the tally was told of a board, so that it stays short. */
  void sumUp(CommunityId community, String board) {
    database.transaction(() -> {
      // In one order, so that no two wait for each other.
      List<Told> all =
          of(
                  "select tally_id, score_before, score, members from standing_tally"
                      + " where community_id = :community and board = :board order by tally_id",
                  community,
                  board)
              .list(row ->
                  new Told(
                      row.big("tally_id"),
                      row.big("score_before"),
                      row.big("score"),
                      row.number("members")));
      Set<Long> once = new HashSet<>();
      Set<Long> several = new HashSet<>();
      for (Told told : all) {
        for (long score : new long[] {told.before(), told.score()}) {
          if (!once.add(score)) {
            several.add(score);
          }
        }
      }
      List<Told> summed =
          all.stream().filter(told -> told.moves() || several.contains(told.score())).toList();
      Batch delete =
          database.batch(
              """
              delete from standing_tally
              where community_id = :community and board = :board and tally_id = :id
              """);
      for (Told told : summed) {
        delete.bind("community", community).bind("board", board).bind("id", told.id()).add();
      }
      int[] deleted = delete.executeEach();
      Map<Long, Integer> sums = new TreeMap<>();
      for (int i = 0; i < deleted.length; i++) {
        // What another has summed up meanwhile is told by that one.
        if (deleted[i] > 0) {
          summed.get(i).addTo(sums);
        }
      }
      tell(community, board, sums);
    });
  }

  /** Whose check-ins are counted, and in which period. */
  record Counted(MemberId member, String period) {}

  /** How often each member checked in in each period, as it is kept; those who did not left out. */
  Map<Counted, Integer> counts(CommunityId community) {
    return database
        .query(
            """
            select member_id, board, score from standing
            where community_id = :community and board <> 'STREAK' and score <> 0
            """)
        .bind("community", community)
        .map(LeaderboardStore::counted, row -> row.number("score"));
  }

  private static Counted counted(Row row) {
    return new Counted(row.get("member_id", MemberId.class), row.text("board"));
  }

  /** The days on which each member of a community checked in, without those that were revoked. */
  Map<MemberId, List<LocalDate>> days(CommunityId community) {
    Map<MemberId, List<LocalDate>> days = new HashMap<>();
    database
        .query(
            """
            select member_id, study_day from check_in c where community_id = :community
              and not exists (select 1 from revocation r where r.community_id = c.community_id
                and r.member_id = c.member_id and r.study_day = c.study_day)
            """)
        .bind("community", community)
        .each(row ->
            days.computeIfAbsent(row.get("member_id", MemberId.class), id -> new ArrayList<>())
                .add(row.date("study_day")));
    return days;
  }

  /** Sets how often a member checked in in a period; the rest of the row is to be put right. */
  void set(CommunityId community, Counted counted, int checkIns) {
    database
        .upsert(
            """
            insert into standing (community_id, member_id, board, score, longest, sort_name, lapsed,
              shown, shown_before)
            values (:community, :member, :board, :checkIns, 0, '', false, 0, 0)
            """,
            """
            update standing set score = :checkIns
            where community_id = :community and member_id = :member and board = :board
            """)
        .bind("community", community)
        .bind("board", counted.period())
        .bind("member", counted.member())
        .bind("checkIns", checkIns)
        .execute();
  }

  /**
   * Derives all rows of a community anew from its members, their streaks and the counts of their
   * check-ins, and the tally from the rows.
   *
   * @return whether the tally was not what the rows came to before
   */
  boolean putRight(CommunityId community) {
    boolean wrong = !tallied(community).equals(shown(community));
    database
        .update(
            """
            insert into standing (community_id, member_id, board, score, longest, sort_name, lapsed,
              shown, shown_before)
            select k.community_id, k.member_id, 'STREAK', 0, 0, '', false, 0, 0 from streak k
            where k.community_id = :community and not exists (select 1 from standing s
              where s.community_id = k.community_id and s.member_id = k.member_id
                and s.board = 'STREAK')
            """)
        .bind("community", community)
        .execute();
    database.update(CHANGE).bind("community", community).bind("change", 0).execute();
    if (!tallied(community).equals(shown(community))) {
      database
          .update("delete from standing_tally where community_id = :community")
          .bind("community", community)
          .execute();
      database
          .update(
              """
              insert into standing_tally (community_id, board, score_before, score, members)
              select community_id, board, 0, shown, count(*) from standing
              where community_id = :community and shown > 0 group by community_id, board, shown
              """)
          .bind("community", community)
          .execute();
    }
    return wrong;
  }

  private Map<String, Integer> tallied(CommunityId community) {
    Map<String, Integer> members = new HashMap<>();
    database
        .query(
            """
            select board, score_before, score, sum(members) as members from standing_tally
            where community_id = :community group by board, score_before, score
            """)
        .bind("community", community)
        .each(row -> {
          members.merge(
              row.text("board") + ' ' + row.big("score_before"),
              -row.number("members"),
              Integer::sum);
          members.merge(
              row.text("board") + ' ' + row.big("score"), row.number("members"), Integer::sum);
        });
    members.entrySet().removeIf(each -> each.getValue() == 0 || each.getKey().endsWith(" 0"));
    return members;
  }

  private Map<String, Integer> shown(CommunityId community) {
    return database
        .query(
            """
            select board, shown, count(*) as members from standing
            where community_id = :community and shown > 0 group by board, shown
            """)
        .bind("community", community)
        .map(row -> row.text("board") + ' ' + row.big("shown"), row -> row.number("members"));
  }

  /** How many members are listed with each value. */
  Tally tally(CommunityId community, Measure measure) {
    SortedMap<Long, Integer> members = new TreeMap<>(Comparator.reverseOrder());
    of(
            "select score_before, score, sum(members) as members from standing_tally where"
                + " community_id = :community and board = :board group by score_before, score",
            community,
            measure.board())
        .each(row ->
            new Told(0, row.big("score_before"), row.big("score"), row.number("members"))
                .addTo(members));
    members.entrySet().removeIf(each -> each.getKey() == 0 || each.getValue() <= 0);
    return new Tally(members);
  }

  /**
   * Members by rank and, within one, as the rules order them.
   *
   * @param most nobody with more is looked at: where it is known which value the first one wanted
   *     has, only those who share it are passed over
   */
  public List<MemberStanding> list(
      CommunityId community, Measure measure, long most, int offset, int limit) {
    return of(
            // By all that the index is ordered by, so that H2 sees that it is.
            """
            select member_id, shown, longest,
              (select m.name from member m
                where m.community_id = standing.community_id and m.member_id = standing.member_id) as name
            from standing
            where community_id = :community and board = :board and shown > 0 and shown <= :most
            order by community_id, board, shown desc, longest desc, sort_name, member_id
            limit :limit offset :offset
            """,
            community,
            measure.board())
        .bind("most", most)
        .bind("limit", limit)
        .bind("offset", offset)
        .list(row ->
            new MemberStanding(
                row.get("member_id", MemberId.class),
                row.text("name"),
                row.big("shown"),
                row.number("longest")));
  }

  /** What a member is listed with; empty where they are not listed. */
  public OptionalLong value(Member member, Measure measure) {
    return of(
            "select shown from standing where community_id = :community and member_id = :member"
                + " and board = :board and shown > 0",
            member.community().id(),
            measure.board())
        .bind("member", member.id())
        .find(Long.class)
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  private Query of(String sql, CommunityId community, String board) {
    return database.query(sql).bind("community", community).bind("board", board);
  }
}
