package dev.cairn.feature.race;

import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.Place;
import dev.cairn.domain.group.RaceDates;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A race of a community's groups.
 *
 * @param place where it was started
 * @param channel in which it is told of, by the platform's own id; null where it is not
 * @param role what the winners get, by the platform's own id; null for none
 * @param roleName what that is called there, as of the start; null where there is none, or a race
 *     is older than its name
 * @param ended whether it is over or stopped, and its standing is final; null while it is neither
 * @param endedAt when that was; null while it is not
 * @param leader the name of the group that was told to lead last; null where none was
 */
public record Race(
    long id,
    String name,
    RaceDates dates,
    Place place,
    @Nullable String channel,
    @Nullable String role,
    @Nullable String roleName,
    RaceDates.@Nullable State ended,
    @Nullable Instant endedAt,
    @Nullable String leader) {

  /** The channel in which it is told of; empty where it is not. */
  public Optional<ChannelRef> toldIn() {
    return Optional.ofNullable(channel).map(place::channel);
  }

  /** How long a name may be, in characters. */
  public static final int LONGEST_NAME = 60;

  /**
   * A group's line in the standing.
   *
   * @param rank null for a group that never had two expected on one date
   * @param percent of those expected
   * @param checkIns how many were present, summed over the dates
   */
  public record Row(
      @Nullable Integer rank, long group, String name, int percent, int streak, int checkIns) {

    /** Whether the group is among the first. */
    public boolean isFirst() {
      return rank != null && rank == 1;
    }
  }
}
