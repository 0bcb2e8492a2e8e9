package dev.cairn.feature.daily;

import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Place;
import dev.cairn.chat.Value;
import dev.cairn.connection.InstallationCheck.Posts;
import dev.cairn.domain.day.DailyHour;
import dev.cairn.domain.day.StudyClock;
import dev.cairn.feature.community.Community;
import dev.cairn.jobs.JobKey;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a community has something of its days posted in a channel. There is one for a channel, a
 * kind and a track.
 *
 * @param place the platform's community that the channel is in
 * @param kind what is posted
 * @param track the id of the only track whose days are posted; null for all
 * @param zone where the wall clock hangs; null for the community's own
 * @param furnishing what goes along with each post
 * @param weekly whether the week is summed up on Mondays
 * @param since when it was set last: nothing that was due before is made up for
 */
public record DailyPostSettings(
    Community community,
    Place place,
    Value.Channel channel,
    DailyKind kind,
    @Nullable String track,
    DailyHour hour,
    @Nullable ZoneId zone,
    Furnishing furnishing,
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

  /** What is posted, for whoever looks at what keeps us from posting it. */
  public Posts posts() {
    return new Posts(channel.id(), furnishing.thread(), furnishing.pin(), furnishing.ping());
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

  /** Whether both are about the same channel. */
  boolean isIn(Value.Channel other) {
    return channel.id().equals(other.id());
  }

  /** Whether both would post the same of a day into one channel. */
  boolean repeats(DailyPostSettings other) {
    return isIn(other.channel) && kind == other.kind && meets(other);
  }

  /** Whether both would post something of a day into one channel at the same hour. */
  boolean coincidesWith(DailyPostSettings other) {
    return isIn(other.channel)
        && kind != other.kind
        && meets(other)
        && hour.hour().equals(other.hour.hour())
        && zoneAt(since).equals(other.zoneAt(since))
        && !Collections.disjoint(hour.weekdays(), other.hour.weekdays());
  }

  /** Whether there are days that both post. */
  private boolean meets(DailyPostSettings other) {
    return track == null || other.track == null || track.equals(other.track);
  }

  /** The same at the same hour, on Mondays only. */
  public DailyPostSettings onMondays() {
    DailyHour mondays = new DailyHour(hour.hour(), Set.of(DayOfWeek.MONDAY));
    return new DailyPostSettings(
        community, place, channel, kind, track, mondays, zone, furnishing, weekly, since);
  }

  /**
   * What posts here, named by the place, which outlasts the community's being tied to another, and
   * by the channel.
   */
  public JobKey job(String work) {
    return new JobKey(work, community.id(), place.key() + BEFORE_CHANNEL + channel.id());
  }

  /** The key of a message that this channel gets once. */
  public String key(String which) {
    String key = which + BEFORE_CHANNEL + channel.id();
    return key.length() <= LONGEST_KEY
        ? key
        : which + BEFORE_CHANNEL + Integer.toHexString(channel.id().hashCode());
  }
}
