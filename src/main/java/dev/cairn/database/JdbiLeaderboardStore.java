package dev.cairn.database;

import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.MemberStanding;
import dev.cairn.domain.Period;
import dev.cairn.feature.leaderboard.LeaderboardStore;
import dev.cairn.feature.leaderboard.Measure;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What members are ranked by, in the database. Every question is answered from derived figures, one
 * row a member; none looks at check-ins.
 */
public final class JdbiLeaderboardStore implements LeaderboardStore {
  private final Database database;

  public JdbiLeaderboardStore(Database database) {
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
            where c.community_id = :community and c.period = :period and c.starts_on = :start
              and c.check_ins > 0 and not m.hidden and m.left_at is null
            """);

    static Source of(Measure measure) {
      return switch (measure) {
        case Measure.CurrentStreak streak -> STREAK;
        case Measure.CheckIns checkIns -> CHECK_INS;
      };
    }

    String size() {
      return "select count(*) " + listed;
    }

    String countAbove() {
      return size() + " and " + value + " > :value";
    }

    String ofMember() {
      return "select " + value + " " + listed + " and m.member_id = :member";
    }

    String list(Dialect dialect) {
      return "select m.member_id, m.name, %s as ranked_by, %s as longest_streak %s"
              .formatted(value, longest, listed)
          + " order by ranked_by desc, longest_streak desc, "
          + dialect.byCharacter("lower(m.name)")
          + ", m.member_id limit :limit offset :offset";
    }
  }

  @Override
  public void add(Member member, Period period, LocalDate start, int change) {
    database.with(
        handle ->
            new Upsert(
                    """
                    insert into check_in_count (community_id, period, starts_on, member_id, check_ins)
                    values (:community, :period, :start, :member, :change)
                    """,
                    """
                    update check_in_count set check_ins = check_ins + :change
                    where community_id = :community and period = :period and starts_on = :start
                      and member_id = :member
                    """)
                .run(
                    handle,
                    statement ->
                        statement
                            .bind("community", member.community().id().value())
                            .bind("period", period.name())
                            .bind("start", TimeArguments.storable(start))
                            .bind("member", member.id().value())
                            .bind("change", change)));
  }

  @Override
  public int size(CommunityId community, Measure measure) {
    return database.with(
        handle ->
            of(handle, Source.of(measure).size(), community, measure).mapTo(Integer.class).one());
  }

  @Override
  public List<MemberStanding> list(CommunityId community, Measure measure, int offset, int limit) {
    return database.with(
        handle ->
            of(handle, Source.of(measure).list(database.dialect()), community, measure)
                .bind("limit", limit)
                .bind("offset", offset)
                .map(
                    (row, context) ->
                        new MemberStanding(
                            new MemberId(row.getLong("member_id")),
                            row.getString("name"),
                            row.getLong("ranked_by"),
                            row.getInt("longest_streak")))
                .list());
  }

  @Override
  public int countAbove(CommunityId community, Measure measure, long value) {
    return database.with(
        handle ->
            of(handle, Source.of(measure).countAbove(), community, measure)
                .bind("value", value)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public OptionalLong value(Member member, Measure measure) {
    return database.with(
        handle ->
            of(handle, Source.of(measure).ofMember(), member.community().id(), measure)
                .bind("member", member.id().value())
                .mapTo(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst());
  }

  private static Query of(Handle handle, String sql, CommunityId community, Measure measure) {
    Query query = handle.createQuery(sql).bind("community", community.value());
    return switch (measure) {
      case Measure.CurrentStreak(Instant now) -> query.bind("now", now);
      case Measure.CheckIns(Period period, LocalDate start) ->
          query.bind("period", period.name()).bind("start", TimeArguments.storable(start));
    };
  }
}
