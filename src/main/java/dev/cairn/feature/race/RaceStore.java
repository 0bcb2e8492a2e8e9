package dev.cairn.feature.race;

import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.database.Database;
import dev.cairn.database.Query;
import dev.cairn.database.Row;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.group.RaceDates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps races, and the final standing of those that have ended. */
public final class RaceStore {
  private final Database database;

  public RaceStore(Database database) {
    this.database = database;
  }

  /** Adds a race that has not ended, under whatever id it is given. */
  public Race add(CommunityId community, Race race, Instant at) {
    return database.transaction(() -> {
      long id =
          database
              .update(
                  """
                  insert into race (community_id, name, from_day, until_day, platform,
                    external_community_id, external_channel_id, external_role_id, role_name, planned_at)
                  values (:community, :name, :from, :until, :platform, :place, :channel, :role, :roleName, :at)
                  """)
              .bind("community", community)
              .bind("name", race.name())
              .bind("from", race.dates().from())
              .bind("until", race.dates().until())
              .bind("platform", race.place().platform().key())
              .bind("place", race.place().id())
              .bind("channel", race.channel())
              .bind("role", race.role())
              .bind("roleName", race.roleName())
              .bind("at", at)
              .insert("race_id");
      return find(community, id).orElseThrow();
    });
  }

  /** The races of a community, the newest first. */
  public List<Race> all(CommunityId community) {
    return of(community, "select * from race where community_id = :community order by race_id desc")
        .list(RaceStore::race);
  }

  /** The race of this id. */
  public Optional<Race> find(CommunityId community, long id) {
    return of(community, "select * from race where community_id = :community and race_id = :race")
        .bind("race", id)
        .find(RaceStore::race);
  }

  private static Race race(Row row) {
    return new Race(
        row.big("race_id"),
        row.text("name"),
        new RaceDates(row.date("from_day"), row.date("until_day")),
        new Place(Platform.ofKey(row.text("platform")), row.text("external_community_id")),
        row.findText("external_channel_id"),
        row.findText("external_role_id"),
        row.findText("role_name"),
        row.find("ended", RaceDates.State.class),
        row.find("ended_at", Instant.class),
        row.findText("leader"));
  }

  /** The race has ended, with this standing. */
  public void end(
      CommunityId community, Race race, RaceDates.State how, List<Race.Row> rows, Instant at) {
    database.transaction(() -> {
      database
          .update(
              """
              update race set ended = :ended, ended_at = :at
              where community_id = :community and race_id = :race
              """)
          .bind("ended", how)
          .bind("at", at)
          .bind("community", community)
          .bind("race", race.id())
          .execute();
      add(community, race, rows);
    });
  }

  /** The final standing of a race that has ended is this one. */
  void replace(CommunityId community, Race race, List<Race.Row> rows) {
    database.transaction(() -> {
      database
          .update("delete from race_row where community_id = :community and race_id = :race")
          .bind("community", community)
          .bind("race", race.id())
          .execute();
      add(community, race, rows);
    });
  }

  private void add(CommunityId community, Race race, List<Race.Row> rows) {
    for (int position = 0; position < rows.size(); position++) {
      add(community, race, position, rows.get(position));
    }
  }

  private void add(CommunityId community, Race race, int position, Race.Row row) {
    database
        .update(
            """
            insert into race_row (community_id, race_id, position, place, group_id, name, percent,
              streak, check_ins)
            values (:community, :race, :position, :place, :group, :name, :percent, :streak, :checkIns)
            """)
        .bind("community", community)
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

  /** The final standing of a race that has ended, in its order. */
  public List<Race.Row> rows(CommunityId community, Race race) {
    return of(
            community,
            """
            select * from race_row where community_id = :community and race_id = :race
            order by position
            """)
        .bind("race", race.id())
        .list(row ->
            new Race.Row(
                row.find("place", Integer.class),
                row.big("group_id"),
                row.text("name"),
                row.number("percent"),
                row.number("streak"),
                row.number("check_ins")));
  }

  /** This group was told to lead. */
  public void setLeader(CommunityId community, Race race, String leader) {
    database
        .update(
            """
            update race set leader = :leader
            where community_id = :community and race_id = :race
            """)
        .bind("leader", leader)
        .bind("community", community)
        .bind("race", race.id())
        .execute();
  }

  private Query of(CommunityId community, String sql) {
    return database.query(sql).bind("community", community);
  }
}
