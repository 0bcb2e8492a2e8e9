package dev.cairn.feature.daily;

import dev.cairn.chat.Place;
import dev.cairn.chat.Value;
import dev.cairn.connection.ForumLookup.Tag;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /**
   * What undoing a change of what is posted has to know.
   *
   * @param before what was set, if anything was
   * @param after what is set, if anything is
   */
  static Undo of(Optional<DailyPostSettings> before, Optional<DailyPostSettings> after) {
    DailyPostSettings either = after.or(() -> before).orElseThrow();
    return Undo.of(KIND)
        .with(PLACE, either.place().key())
        .with(CHANNEL, either.channel().id())
        .with(BEFORE, details(before))
        .with(AFTER, details(after));
  }

  /** What is as by default is left out, as in what was kept before it could be set. */
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
      if (daily.kind() != DailyKind.TOPIC) {
        details.put("kind", daily.kind().key());
      }
      String track = daily.track();
      if (track != null) {
        details.put("track", track);
      }
      details.put("weekly", Boolean.toString(daily.weekly()));
      details.putAll(details(daily.furnishing()));
    });
    return details;
  }

  private static Map<String, String> details(Furnishing furnishing) {
    Map<String, String> details = new TreeMap<>();
    details.put("pin", Boolean.toString(furnishing.pin()));
    if (!furnishing.thread()) {
      details.put("thread", Boolean.toString(false));
    }
    Value.Role ping = furnishing.ping();
    if (ping != null) {
      details.put("ping", ping.id());
      details.put("pingname", ping.name());
    }
    Tag tag = furnishing.tag();
    if (tag != null) {
      details.put("tag", tag.id());
      details.put("tagname", tag.name());
    }
    return details;
  }

  private static DailyPostSettings settings(
      Community community, Place place, Map<String, String> details, Instant since) {
    String zone = details.get("zone");
    return new DailyPostSettings(
        community,
        place,
        new Value.Channel(detail(details, CHANNEL), detail(details, "name")),
        DailyKind.ofKey(details.getOrDefault("kind", DailyKind.TOPIC.key())),
        details.get("track"),
        new DailyHour(
            LocalTime.parse(detail(details, "hour")),
            Weekdays.read("weekdays", detail(details, "weekdays"))),
        zone == null ? null : ZoneId.of(zone),
        furnishing(details),
        Boolean.parseBoolean(details.get("weekly")),
        since);
  }

  private static Furnishing furnishing(Map<String, String> details) {
    String ping = details.get("ping");
    String tag = details.get("tag");
    return new Furnishing(
        Boolean.parseBoolean(details.get("pin")),
        !details.containsKey("thread"),
        ping == null ? null : new Value.Role(ping, detail(details, "pingname")),
        tag == null ? null : new Tag(tag, detail(details, "tagname")));
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
    Optional<DailyPostSettings> now = now(undoing);
    Optional<DailyPostSettings> before = kept(undoing, BEFORE);
    boolean changed =
        !details(now).equals(undoing.undo().under(AFTER))
            || before.filter(was -> isInTheWay(undoing, was, now)).isPresent();
    if (changed) {
      throw Undos.changedSince("the daily post");
    }
    return before
        .map(daily ->
            "%s is posted in #%s at %s again, on: %s."
                .formatted(
                    what(daily),
                    daily.channel().name(),
                    Hours.typed(daily.hour().hour()),
                    Wording.weekdays(daily.hour().weekdays())))
        .orElseGet(() -> what(now.orElseThrow()) + " is not posted there any more.");
  }

  private static String what(DailyPostSettings daily) {
    return "The %s of the day".formatted(daily.kind().key());
  }

  /** Whether what was set before would repeat, or meet, what others have set meanwhile. */
  private boolean isInTheWay(
      Undoing undoing, DailyPostSettings before, Optional<DailyPostSettings> now) {
    return all(undoing).stream()
        .filter(other -> now.isEmpty() || !isSame(other, now.get()))
        .anyMatch(other -> before.repeats(other) || before.coincidesWith(other));
  }

  private Optional<DailyPostSettings> kept(Undoing undoing, String which) {
    return Optional.of(undoing.undo().under(which))
        .filter(details -> !details.isEmpty())
        .map(details ->
            settings(undoing.moderator().community(), place(undoing), details, undoing.at()));
  }

  /** What stands now where something was set. */
  private Optional<DailyPostSettings> now(Undoing undoing) {
    DailyPostSettings meant = kept(undoing, AFTER).or(() -> kept(undoing, BEFORE)).orElseThrow();
    return all(undoing).stream().filter(daily -> isSame(daily, meant)).findFirst();
  }

  private List<DailyPostSettings> all(Undoing undoing) {
    return dailyPosts.all(undoing.moderator().community(), place(undoing));
  }

  private static boolean isSame(DailyPostSettings daily, DailyPostSettings other) {
    return daily.isIn(other.channel())
        && daily.kind() == other.kind()
        && Objects.equals(daily.track(), other.track());
  }

  private static Place place(Undoing undoing) {
    return Place.ofKey(undoing.undo().get(PLACE));
  }

  @Override
  public Undone undo(Undoing undoing) {
    String done = outlook(undoing);
    Optional<DailyPostSettings> now = now(undoing);
    kept(undoing, BEFORE)
        .ifPresentOrElse(
            before -> dailyPosts.set(before, now), () -> now.ifPresent(dailyPosts::off));
    return Undone.of(done);
  }
}
