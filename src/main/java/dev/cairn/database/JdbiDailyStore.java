package dev.cairn.database;

import dev.cairn.chat.Value;
import dev.cairn.domain.DailyHour;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.Place;
import dev.cairn.feature.daily.DailyPostSettings;
import dev.cairn.feature.daily.DailyStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** Where and when communities have their topics posted, in the database. */
public final class JdbiDailyStore implements DailyStore {
  private static final String IT =
      " where community_id = :community and platform = :platform and external_community_id = :place";
  private static final Upsert SAVE =
      new Upsert(
          """
          insert into daily (community_id, platform, external_community_id, external_channel_id, channel_name,
            wall_time, zone, weekdays, pin, weekly, since)
          values (:community, :platform, :place, :channel, :channelName, :hour, :zone, :weekdays, :pin, :weekly, :since)
          """,
          """
          update daily set external_channel_id = :channel, channel_name = :channelName, wall_time = :hour, zone = :zone,
            weekdays = :weekdays, pin = :pin, weekly = :weekly, since = :since
          """
              + IT);

  private final Database database;

  public JdbiDailyStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<DailyPostSettings> find(Community community, Place place) {
    return database.with(
        handle ->
            at(handle.createQuery("select * from daily" + IT), community, place)
                .map((row, context) -> daily(row, community, place))
                .findOne());
  }

  private static DailyPostSettings daily(ResultSet row, Community community, Place place)
      throws SQLException {
    String zone = row.getString("zone");
    return new DailyPostSettings(
        community,
        place,
        new Value.Channel(row.getString("external_channel_id"), row.getString("channel_name")),
        new DailyHour(
            row.getObject("wall_time", LocalTime.class),
            Weekdays.read("weekdays", row.getString("weekdays"))),
        zone == null ? null : ZoneId.of(zone),
        row.getBoolean("pin"),
        row.getBoolean("weekly"),
        TimeArguments.instant(row, "since"));
  }

  @Override
  public void save(DailyPostSettings daily) {
    ZoneId zone = daily.zone();
    database.with(
        handle ->
            SAVE.run(
                handle,
                update ->
                    at(update, daily.community(), daily.place())
                        .bind("channel", daily.channel().id())
                        .bind("channelName", daily.channel().name())
                        .bind("hour", daily.hour().hour())
                        .bind("zone", zone == null ? null : zone.getId())
                        .bind("weekdays", Weekdays.typed(daily.hour().weekdays()))
                        .bind("pin", daily.pin())
                        .bind("weekly", daily.weekly())
                        .bind("since", daily.since())));
  }

  @Override
  public void keepZone(Community community, ZoneId zone) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    "update daily set zone = :zone where community_id = :community and zone is null")
                .bind("zone", zone.getId())
                .bind("community", community.id().value())
                .execute());
  }

  @Override
  public void remove(DailyPostSettings daily) {
    database.with(
        handle ->
            at(handle.createUpdate("delete from daily" + IT), daily.community(), daily.place())
                .execute());
  }

  private static <S extends SqlStatement<S>> S at(S statement, Community community, Place place) {
    return statement
        .bind("community", community.id().value())
        .bind("platform", place.platform().key())
        .bind("place", place.id());
  }
}
