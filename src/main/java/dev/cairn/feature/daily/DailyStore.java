package dev.cairn.feature.daily;

import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Place;
import dev.cairn.chat.Value;
import dev.cairn.database.Database;
import dev.cairn.database.Row;
import dev.cairn.database.Statement;
import dev.cairn.domain.day.DailyHour;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.community.Community;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Keeps where and when communities have their topics posted. */
public final class DailyStore {
  private static final String IT =
      " where community_id = :community and platform = :platform and external_community_id ="
          + " :place";

  private static final String CHANNEL = " and external_channel_id = :channel";

  private final Database database;

  public DailyStore(Database database) {
    this.database = database;
  }

  /** What a community set at a place of its own, channel by channel, in the order of names. */
  public List<DailyPostSettings> all(Community community, Place place) {
    return at(
            database.query(
                "select * from daily" + IT + " order by channel_name, external_channel_id"),
            community,
            place)
        .list(row -> daily(row, community, place));
  }

  /** What a community set for a channel. */
  public Optional<DailyPostSettings> find(Community community, ChannelRef channel) {
    return at(database.query("select * from daily" + IT + CHANNEL), community, channel.place())
        .bind("channel", channel.channel())
        .find(row -> daily(row, community, channel.place()));
  }

  private static DailyPostSettings daily(Row row, Community community, Place place) {
    return new DailyPostSettings(
        community,
        place,
        new Value.Channel(row.text("external_channel_id"), row.text("channel_name")),
        new DailyHour(
            row.get("wall_time", LocalTime.class), Weekdays.read("weekdays", row.text("weekdays"))),
        row.find("zone", ZoneId.class),
        row.findText("track"),
        row.flag("pin"),
        row.flag("weekly"),
        row.instant("since"));
  }

  /** Sets it, in place of what was set for its channel before. */
  public void save(DailyPostSettings daily) {
    at(
            database.upsert(
                """
                insert into daily (community_id, platform, external_community_id, external_channel_id, channel_name,
                  wall_time, zone, weekdays, track, pin, weekly, since)
                values (:community, :platform, :place, :channel, :channelName, :hour, :zone, :weekdays, :track, :pin, :weekly, :since)
                """,
                """
                update daily set channel_name = :channelName, wall_time = :hour, zone = :zone,
                  weekdays = :weekdays, track = :track, pin = :pin, weekly = :weekly, since = :since
                """
                    + IT
                    + CHANNEL),
            daily.community(),
            daily.place())
        .bind("channel", daily.channel().id())
        .bind("channelName", daily.channel().name())
        .bind("hour", daily.hour().hour())
        .bind("zone", daily.zone())
        .bind("weekdays", Weekdays.typed(daily.hour().weekdays()))
        .bind("track", daily.track())
        .bind("pin", daily.pin())
        .bind("weekly", daily.weekly())
        .bind("since", daily.since())
        .execute();
  }

  /** Gives a zone to whatever of the community's has none of its own. */
  public void keepZone(Community community, ZoneId zone) {
    database
        .update("update daily set zone = :zone where community_id = :community and zone is null")
        .bind("zone", zone)
        .bind("community", community.id())
        .execute();
  }

  /** Ends it. */
  public void remove(DailyPostSettings daily) {
    at(database.update("delete from daily" + IT + CHANNEL), daily.community(), daily.place())
        .bind("channel", daily.channel().id())
        .execute();
  }

  private static <S extends Statement<S>> S at(S statement, Community community, Place place) {
    return statement
        .bind("community", community.id())
        .bind("platform", place.platform().key())
        .bind("place", place.id());
  }
}
