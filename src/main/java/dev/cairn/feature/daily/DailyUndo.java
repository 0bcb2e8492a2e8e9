package dev.cairn.feature.daily;

import dev.cairn.chat.Place;
import dev.cairn.chat.Value;
import dev.cairn.domain.day.DailyHour;
import dev.cairn.feature.Hours;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.Wording;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.audit.Undoer;
import dev.cairn.feature.audit.Undos;
import dev.cairn.feature.community.Community;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Has the topic of the day posted as it was before a moderator changed it, or not any more. */
public final class DailyUndo implements Undoer {
  private static final String KIND = "daily";
  private static final String PLACE = "place";
  private static final String CHANNEL = "channel";
  private static final String BEFORE = "before.";
  private static final String AFTER = "after.";

  private final DailyPosts dailyPosts;

  public DailyUndo(DailyPosts dailyPosts) {
    this.dailyPosts = dailyPosts;
  }

  /** What undoing a change of what is posted in the channel of some settings has to know. */
  static Undo of(
      DailyPostSettings of, Optional<DailyPostSettings> before, Optional<DailyPostSettings> after) {
    return Undo.of(KIND)
        .with(PLACE, of.place().key())
        .with(CHANNEL, of.channel().id())
        .with(BEFORE, details(before))
        .with(AFTER, details(after));
  }

  private static Map<String, String> details(Optional<DailyPostSettings> settings) {
    Map<String, String> details = new TreeMap<>();
    settings.ifPresent(daily -> {
      details.put(CHANNEL, daily.channel().id());
      details.put("name", daily.channel().name());
      details.put("hour", daily.hour().hour().toString());
      details.put("weekdays", Weekdays.typed(daily.hour().weekdays()));
      ZoneId zone = daily.zone();
      if (zone != null) {
        details.put("zone", zone.getId());
      }
      String track = daily.track();
      if (track != null) {
        details.put("track", track);
      }
      details.put("pin", Boolean.toString(daily.pin()));
      details.put("weekly", Boolean.toString(daily.weekly()));
    });
    return details;
  }

  private static DailyPostSettings settings(
      Community community, Place place, Map<String, String> details, Instant since) {
    String zone = details.get("zone");
    return new DailyPostSettings(
        community,
        place,
        new Value.Channel(detail(details, CHANNEL), detail(details, "name")),
        new DailyHour(
            LocalTime.parse(detail(details, "hour")),
            Weekdays.read("weekdays", detail(details, "weekdays"))),
        zone == null ? null : ZoneId.of(zone),
        details.get("track"),
        Boolean.parseBoolean(details.get("pin")),
        Boolean.parseBoolean(details.get("weekly")),
        since);
  }

  private static String detail(Map<String, String> details, String name) {
    return Optional.ofNullable(details.get(name)).orElseThrow();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String outlook(Undoing undoing) {
    if (!details(now(undoing)).equals(undoing.undo().under(AFTER))) {
      throw Undos.changedSince("the daily post");
    }
    Map<String, String> before = undoing.undo().under(BEFORE);
    if (before.isEmpty()) {
      return "The topic of the day is not posted there any more.";
    }
    DailyPostSettings daily =
        settings(undoing.moderator().community(), place(undoing), before, undoing.at());
    return "The topic of the day is posted in #%s at %s again, on: %s."
        .formatted(
            daily.channel().name(),
            Hours.typed(daily.hour().hour()),
            Wording.weekdays(daily.hour().weekdays()));
  }

  private Optional<DailyPostSettings> now(Undoing undoing) {
    return dailyPosts.all(undoing.moderator().community(), place(undoing)).stream()
        .filter(daily -> daily.channel().id().equals(undoing.undo().get(CHANNEL)))
        .findFirst();
  }

  private static Place place(Undoing undoing) {
    return Place.ofKey(undoing.undo().get(PLACE));
  }

  @Override
  public Undone undo(Undoing undoing) {
    String done = outlook(undoing);
    Map<String, String> before = undoing.undo().under(BEFORE);
    if (before.isEmpty()) {
      now(undoing).ifPresent(dailyPosts::off);
    } else {
      dailyPosts.set(
          settings(undoing.moderator().community(), place(undoing), before, undoing.at()));
    }
    return Undone.of(done);
  }
}
