package dev.cairn.feature.daily;

import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Place;
import dev.cairn.chat.Value;
import dev.cairn.domain.day.DailyHour;
import dev.cairn.domain.day.StudyClock;
import dev.cairn.feature.community.Community;
import dev.cairn.jobs.JobKey;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a community has its topic posted in a channel.
 *
 * @param place the platform's community that the channel is in
 * @param zone where the wall clock hangs; null for the community's own
 * @param track the id of the only track whose topics are posted; null for all
 * @param pin whether each post is pinned
 * @param weekly whether the week is summed up on Mondays
 * @param since when it was set last: nothing that was due before is made up for
 */
public record DailyPostSettings(
    Community community,
    Place place,
    Value.Channel channel,
    DailyHour hour,
    @Nullable ZoneId zone,
    @Nullable String track,
    boolean pin,
    boolean weekly,
    Instant since) {
  /** Stands before the channel where a name has the channel in it. */
  static final char BEFORE_CHANNEL = '#';

  private static final int LONGEST_KEY = 120;

  /** The channel, with the place that it is in. */
  public ChannelRef channelRef() {
    return place.channel(channel.id());
  }

  /** Where the wall clock hangs at an instant. */
  public ZoneId zoneAt(Instant at) {
    return zone == null ? community.zones().at(at) : zone;
  }

  /** The next post after an instant. */
  public DailyHour.Occurrence next(Instant after) {
    return hour.after(after, zoneAt(after));
  }

  /** Until when a post is still today's: the study day that bears its date. */
  public Instant end(DailyHour.Occurrence occurrence) {
    return new StudyClock(zoneAt(occurrence.at()), community.policy()).endsAt(occurrence.date());
  }

  /**
   * Whether a post is to be made at an instant: it was not due before this was set, and it is still
   * today's.
   */
  public boolean isWanted(DailyHour.Occurrence occurrence, Instant now) {
    return !occurrence.at().isBefore(since) && now.isBefore(end(occurrence));
  }

  /** The same at the same hour, on Mondays only. */
  public DailyPostSettings onMondays() {
    DailyHour mondays = new DailyHour(hour.hour(), Set.of(DayOfWeek.MONDAY));
    return new DailyPostSettings(
        community, place, channel, mondays, zone, track, pin, weekly, since);
  }

  /**
   * What posts here, named by the place, which outlasts the community's being tied to another, and
   * by the channel.
   */
  public JobKey job(String kind) {
    return new JobKey(kind, community.id(), place.key() + BEFORE_CHANNEL + channel.id());
  }

  /** The key of a message that this channel gets once. */
  public String key(String which) {
    String key = which + BEFORE_CHANNEL + channel.id();
    return key.length() <= LONGEST_KEY
        ? key
        : which + BEFORE_CHANNEL + Integer.toHexString(channel.id().hashCode());
  }
}
