package dev.cairn.feature.leaderboard;

import dev.cairn.database.Batch;
import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
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
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Keeps what members are ranked by. Members who hide are not in what it tells. */
public final class LeaderboardStore {
  private final Database database;

  public LeaderboardStore(Database database) {
    this.database = database;
  }

  /**
   * Where a measure is read.
   *
   * @param value the column that is ranked by
   * @param longest the member's longest streak
   * @param listed the tables and the rows of them that are listed
   */
  private record Source(String value, String longest, String listed) {
    private static final Source STREAK =
        new Source(
            "s.streak",
            "s.longest",
            """
            from streak s
            join member m on m.community_id = s.community_id and m.member_id = s.member_id
            where s.community_id = :community and s.streak > 0
              and (s.breaks_at is null or s.breaks_at > :now) and not m.hidden and m.left_at is null
            """);

    private static final Source CHECK_INS =
        new Source(
            "c.check_ins",
            "coalesce(s.longest, 0)",
            """
            from check_in_count c
            join member m on m.community_id = c.community_id and m.member_id = c.member_id
            left join streak s on s.community_id = c.community_id and s.member_id = c.member_id
            where c.community_id = :community and c.period = :period
              and c.check_ins > 0 and not m.hidden and m.left_at is null
            """);

    static Source of(Measure measure) {
      return switch (measure) {
        case Measure.CurrentStreak streak -> STREAK;
        case Measure.CheckIns checkIns -> CHECK_INS;
      };
    }

    String tally() {
      return "select %s as ranked_by, count(*) as members %s group by %s"
          .formatted(value, listed, value);
    }

    String ofMember() {
      return "select " + value + " " + listed + " and m.member_id = :member";
    }

    String list(Database database) {
      return "select m.member_id, m.name, %s as ranked_by, %s as longest_streak %s"
              .formatted(value, longest, listed)
          + " and %s >= :least".formatted(value)
          + " order by ranked_by desc, longest_streak desc, "
          + database.byCharacter("lower(m.name)")
          + ", m.member_id limit :limit offset :offset";
    }
  }

  /**
   * Adds to a member's check-ins in periods.
   *
   * @param periods by their {@link Period#key}
   * @param change negative to take some away
   */
  public void add(Member member, Collection<String> periods, int change) {
    database.transaction(() -> {
      String update =
          """
          update check_in_count set check_ins = check_ins + :change
          where community_id = :community and period = :period and member_id = :member
          """;
      List<String> missing = missed(update, member, List.copyOf(periods), change);
      // Between the two somebody else may have inserted it.
      missed(
          update,
          member,
          missed(
              """
              insert into check_in_count (community_id, period, member_id, check_ins)
              values (:community, :period, :member, :change) on conflict do nothing
              """,
              member,
              missing,
              change),
          change);
    });
  }

  /** Those of the periods in which a change found nothing to change. */
  private List<String> missed(String sql, Member member, List<String> periods, int change) {
    Batch batch = database.batch(sql);
    for (String period : periods) {
      batch
          .bind("community", member.community().id())
          .bind("period", period)
          .bind("member", member.id())
          .bind("change", change)
          .add();
    }
    int[] changed = batch.executeEach();
    return IntStream.range(0, changed.length)
        .filter(i -> changed[i] == 0)
        .mapToObj(periods::get)
        .toList();
  }

  /** How often each member checked in in each period, as it is kept; those who did not left out. */
  Map<Counted, Integer> counts(CommunityId community) {
    return database
        .query(
            """
            select member_id, period, check_ins from check_in_count
            where community_id = :community and check_ins <> 0
            """)
        .bind("community", community)
        .map(LeaderboardStore::counted, row -> row.number("check_ins"));
  }

  private static Counted counted(Row row) {
    return new Counted(row.get("member_id", MemberId.class), row.text("period"));
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

  /** Sets how often a member checked in in a period. */
  void set(CommunityId community, Counted counted, int checkIns) {
    database
        .upsert(
            """
            insert into check_in_count (community_id, period, member_id, check_ins)
            values (:community, :period, :member, :checkIns)
            """,
            """
            update check_in_count set check_ins = :checkIns
            where community_id = :community and period = :period and member_id = :member
            """)
        .bind("community", community)
        .bind("period", counted.period())
        .bind("member", counted.member())
        .bind("checkIns", checkIns)
        .execute();
  }

  /** Whose check-ins are counted, and in which period. */
  record Counted(MemberId member, String period) {}

  /** How many members are listed with each value. */
  Tally tally(CommunityId community, Measure measure) {
    SortedMap<Long, Integer> members = new TreeMap<>(Comparator.reverseOrder());
    of(Source.of(measure).tally(), community, measure)
        .each(row -> members.put(row.big("ranked_by"), row.number("members")));
    return new Tally(members);
  }

  /**
   * Members by rank and, within one, as the rules order them.
   *
   * @param least nobody with less is looked at: where it is known which value the last one wanted
   *     has, only so much is sorted
   */
  public List<MemberStanding> list(
      CommunityId community, Measure measure, long least, int offset, int limit) {
    return of(Source.of(measure).list(database), community, measure)
        .bind("least", least)
        .bind("limit", limit)
        .bind("offset", offset)
        .list(row ->
            new MemberStanding(
                row.get("member_id", MemberId.class),
                row.text("name"),
                row.big("ranked_by"),
                row.number("longest_streak")));
  }

  /** What a member is listed with; empty where they are not listed. */
  public OptionalLong value(Member member, Measure measure) {
    return of(Source.of(measure).ofMember(), member.community().id(), measure)
        .bind("member", member.id())
        .find(Long.class)
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  private Query of(String sql, CommunityId community, Measure measure) {
    Query query = database.query(sql).bind("community", community);
    return switch (measure) {
      case Measure.CurrentStreak(Instant now) -> query.bind("now", now);
      case Measure.CheckIns(String period) -> query.bind("period", period);
    };
  }
}
