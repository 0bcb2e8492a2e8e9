package dev.cairn.feature.daily;

import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Place;
import dev.cairn.chat.Value;
import dev.cairn.connection.ForumLookup;
import dev.cairn.database.Database;
import dev.cairn.database.Row;
import dev.cairn.database.Statement;
import dev.cairn.domain.day.DailyHour;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.community.Community;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps where and when communities have their days posted. */
public final class DailyStore {
  /** Stands for every track. */
  private static final String ALL = "all";

  private static final String PLACE =
      " where community_id = :community and platform = :platform and external_community_id ="
          + " :place";

  private static final String CHANNEL = " and external_channel_id = :channel";
  private static final String IT = PLACE + CHANNEL + " and kind = :kind and track = :track";

  /** The topic stands before the question. */
  private static final String IN_ORDER =
      " order by channel_name, external_channel_id, kind desc, track";

  private final Database database;

  public DailyStore(Database database) {
    this.database = database;
  }

  /** What a community set at a place of its own, channel by channel, in the order of names. */
  public List<DailyPostSettings> all(Community community, Place place) {
    return at(database.query("select * from daily" + PLACE + IN_ORDER), community, place)
        .list(row -> daily(row, community, place));
  }

  /** What a community set for a channel. */
  public List<DailyPostSettings> in(Community community, ChannelRef channel) {
    Place place = channel.place();
    return at(database.query("select * from daily" + PLACE + CHANNEL + IN_ORDER), community, place)
        .bind("channel", channel.channel())
        .list(row -> daily(row, community, place));
  }

  private static DailyPostSettings daily(Row row, Community community, Place place) {
    String track = row.text("track");
    String ping = row.findText("ping_id");
    String tag = row.findText("tag_id");
    return new DailyPostSettings(
        community,
        place,
        new Value.Channel(row.text("external_channel_id"), row.text("channel_name")),
        DailyKind.ofKey(row.text("kind")),
        track.equals(ALL) ? null : track,
        new DailyHour(
            row.get("wall_time", LocalTime.class), Weekdays.read("weekdays", row.text("weekdays"))),
        row.find("zone", ZoneId.class),
        new Furnishing(
            row.flag("pin"),
            row.flag("thread"),
            ping == null ? null : new Value.Role(ping, row.text("ping_name")),
            tag == null ? null : new ForumLookup.Tag(tag, row.text("tag_name"))),
        row.flag("weekly"),
        row.instant("since"));
  }

  /** Sets it, in place of what was set for its channel, kind and track before. */
  public void save(DailyPostSettings daily) {
    Furnishing furnishing = daily.furnishing();
    Value.Role ping = furnishing.ping();
    ForumLookup.Tag tag = furnishing.tag();
    it(
            database.upsert(
                """
                insert into daily (community_id, platform, external_community_id, external_channel_id, channel_name,
                  kind, track, wall_time, zone, weekdays, pin, thread, ping_id, ping_name, tag_id, tag_name, weekly, since)
                values (:community, :platform, :place, :channel, :channelName, :kind, :track, :hour, :zone, :weekdays,
                  :pin, :thread, :pingId, :pingName, :tagId, :tagName, :weekly, :since)
                """,
                """
                update daily set channel_name = :channelName, wall_time = :hour, zone = :zone,
                  weekdays = :weekdays, pin = :pin, thread = :thread, ping_id = :pingId,
                  ping_name = :pingName, tag_id = :tagId, tag_name = :tagName, weekly = :weekly,
                  since = :since
                """
                    + IT),
            daily)
        .bind("channelName", daily.channel().name())
        .bind("hour", daily.hour().hour())
        .bind("zone", daily.zone())
        .bind("weekdays", Weekdays.typed(daily.hour().weekdays()))
        .bind("pin", furnishing.pin())
        .bind("thread", furnishing.thread())
        .bind("pingId", ping == null ? null : ping.id())
        .bind("pingName", ping == null ? null : ping.name())
        .bind("tagId", furnishing.tagId())
        .bind("tagName", tag == null ? null : tag.name())
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
    it(database.update("delete from daily" + IT), daily).execute();
  }

  private static <S extends Statement<S>> S it(S statement, DailyPostSettings daily) {
    return at(statement, daily.community(), daily.place())
        .bind("channel", daily.channel().id())
        .bind("kind", daily.kind().key())
        .bind("track", stored(daily.track()));
  }

  private static String stored(@Nullable String track) {
    return Objects.requireNonNullElse(track, ALL);
  }

  private static <S extends Statement<S>> S at(S statement, Community community, Place place) {
    return statement
        .bind("community", community.id())
        .bind("platform", place.platform().key())
        .bind("place", place.id());
  }
}
