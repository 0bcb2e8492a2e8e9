package dev.cairn.database;

import dev.cairn.chat.Platform;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.RaceDates;
import dev.cairn.feature.community.Place;
import dev.cairn.feature.race.Race;
import dev.cairn.feature.race.RaceStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Races in the database. */
public final class JdbiRaceStore implements RaceStore {
  private final Database database;

  public JdbiRaceStore(Database database) {
    this.database = database;
  }

  @Override
  public void lock(CommunityId community) {
    database.with(
        handle ->
            of(
                    handle,
                    community,
                    "select community_id from community where community_id = :community for update")
                .mapTo(Long.class)
                .one());
  }

  @Override
  public Race add(CommunityId community, Race race, Instant at) {
    return database.with(
        handle -> {
          long id =
              handle
                  .createUpdate(
                      """
                      insert into race (community_id, name, from_day, until_day, platform,
                        external_community_id, external_channel_id, external_role_id, planned_at)
                      values (:community, :name, :from, :until, :platform, :place, :channel, :role, :at)
                      """)
                  .bind("community", community.value())
                  .bind("name", race.name())
                  .bind("from", race.dates().from())
                  .bind("until", race.dates().until())
                  .bind("platform", race.place().platform().key())
                  .bind("place", race.place().id())
                  .bind("channel", race.channel())
                  .bind("role", race.role())
                  .bind("at", at)
                  .executeAndReturnGeneratedKeys("race_id")
                  .mapTo(Long.class)
                  .one();
          return find(community, id).orElseThrow();
        });
  }

  @Override
  public List<Race> all(CommunityId community) {
    return database.with(
        handle ->
            of(
                    handle,
                    community,
                    "select * from race where community_id = :community order by race_id desc")
                .map((row, context) -> race(row))
                .list());
  }

  @Override
  public Optional<Race> find(CommunityId community, long id) {
    return database.with(
        handle ->
            of(
                    handle,
                    community,
                    "select * from race where community_id = :community and race_id = :race")
                .bind("race", id)
                .map((row, context) -> race(row))
                .findOne());
  }

  private static Race race(ResultSet row) throws SQLException {
    String ended = row.getString("ended");
    return new Race(
        row.getLong("race_id"),
        row.getString("name"),
        new RaceDates(TimeArguments.date(row, "from_day"), TimeArguments.date(row, "until_day")),
        new Place(
            Platform.ofKey(row.getString("platform")), row.getString("external_community_id")),
        row.getString("external_channel_id"),
        row.getString("external_role_id"),
        ended == null ? null : RaceDates.State.valueOf(ended),
        row.getObject("ended_at") == null ? null : TimeArguments.instant(row, "ended_at"),
        row.getString("leader"));
  }

  @Override
  public void end(
      CommunityId community, Race race, RaceDates.State how, List<Race.Row> rows, Instant at) {
    database.with(
        handle -> {
          handle
              .createUpdate(
                  """
                  update race set ended = :ended, ended_at = :at
                  where community_id = :community and race_id = :race
                  """)
              .bind("ended", how.name())
              .bind("at", at)
              .bind("community", community.value())
              .bind("race", race.id())
              .execute();
          for (int position = 0; position < rows.size(); position++) {
            add(handle, community, race, position, rows.get(position));
          }
          return true;
        });
  }

  private static void add(
      Handle handle, CommunityId community, Race race, int position, Race.Row row) {
    handle
        .createUpdate(
            """
            insert into race_row (community_id, race_id, position, place, group_id, name, percent,
              streak, check_ins)
            values (:community, :race, :position, :place, :group, :name, :percent, :streak, :checkIns)
            """)
        .bind("community", community.value())
        .bind("race", race.id())
        .bind("position", position)
        .bind("place", row.rank())
        .bind("group", row.group())
        .bind("name", row.name())
        .bind("percent", row.percent())
        .bind("streak", row.streak())
        .bind("checkIns", row.checkIns())
        .execute();
  }

  @Override
  public List<Race.Row> rows(CommunityId community, Race race) {
    return database.with(
        handle ->
            of(
                    handle,
                    community,
                    """
                    select * from race_row where community_id = :community and race_id = :race
                    order by position
                    """)
                .bind("race", race.id())
                .map(
                    (row, context) ->
                        new Race.Row(
                            row.getObject("place", Integer.class),
                            row.getLong("group_id"),
                            row.getString("name"),
                            row.getInt("percent"),
                            row.getInt("streak"),
                            row.getInt("check_ins")))
                .list());
  }

  @Override
  public void setLeader(CommunityId community, Race race, String leader) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    update race set leader = :leader
                    where community_id = :community and race_id = :race
                    """)
                .bind("leader", leader)
                .bind("community", community.value())
                .bind("race", race.id())
                .execute());
  }

  private static Query of(Handle handle, CommunityId community, String sql) {
    return handle.createQuery(sql).bind("community", community.value());
  }
}
