package dev.cairn.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything on record that bears on a member's streak.
 *
 * @param zones the member's zone, by instant
 * @param policy the community's policy, by study day
 * @param checked the days that count; a revoked one is not among them
 * @param revoked why a moderator revoked a check-in, by study day
 * @param restDays by study day
 * @param pauses by study day
 * @param excuses why a moderator excused a day
 * @param outages of the member's platform
 */
public record MemberHistory(
    Timeline<Instant, ZoneId> zones,
    Timeline<LocalDate, StreakPolicy> policy,
    NavigableMap<LocalDate, Verdict.Checked> checked,
    Map<LocalDate, String> revoked,
    Timeline<LocalDate, RestDays> restDays,
    Timeline<LocalDate, Optional<Pause>> pauses,
    Map<LocalDate, String> excuses,
    Outages outages) {

  public MemberHistory {
    checked = Collections.unmodifiableNavigableMap(new TreeMap<>(checked));
    revoked = Map.copyOf(revoked);
    excuses = Map.copyOf(excuses);
  }

  /** The history of a member of whom nothing is known but a zone. */
  public static Builder in(ZoneId zone) {
    return new Builder(zone);
  }

  /** Starts from this history to record more. */
  public Builder and() {
    return new Builder(this);
  }

  /** What was on record when only days before this one had been checked. */
  public MemberHistory before(LocalDate day) {
    return new MemberHistory(
        zones, policy, checked.headMap(day, false), revoked, restDays, pauses, excuses, outages);
  }

  /** The member's wall clock at an instant. */
  public StudyClock clock(Instant at) {
    return new StudyClock(zones.at(at), policy);
  }

  /** The newest day that counts. */
  public @Nullable LocalDate newestChecked() {
    return checked.isEmpty() ? null : checked.lastKey();
  }

  /**
   * The study day that a check-in would count for: what the wall clock reads, but never a day
   * before the newest one checked. Where that day is {@link #checked} the check-in has already been
   * counted.
   */
  public LocalDate today(Instant now) {
    return notBeforeNewestChecked(clock(now).dayAt(now));
  }

  /**
   * The earliest study day that has not ended for the member; {@link #today}, but where clocks are
   * put back.
   */
  LocalDate openFrom(Instant now) {
    return notBeforeNewestChecked(clock(now).openFrom(now));
  }

  private LocalDate notBeforeNewestChecked(LocalDate day) {
    LocalDate newest = newestChecked();
    return newest == null || newest.isBefore(day) ? day : newest;
  }

  /**
   * Gathers facts. The order matters only among zones, among policies, among rest days, and among
   * pauses.
   */
  public static final class Builder {
    private Timeline<Instant, ZoneId> zones;
    private Timeline<LocalDate, StreakPolicy> policy = Timeline.of(StreakPolicy.DEFAULT);
    private final NavigableMap<LocalDate, Verdict.Checked> checked = new TreeMap<>();
    private final Map<LocalDate, String> revoked = new HashMap<>();
    private Timeline<LocalDate, RestDays> restDays = Timeline.of(RestDays.NONE);
    private Timeline<LocalDate, Optional<Pause>> pauses = Timeline.of(Optional.empty());
    private final Map<LocalDate, String> excuses = new HashMap<>();
    private Outages outages = Outages.NONE;

    private Builder(ZoneId zone) {
      zones = Timeline.of(zone);
    }

    private Builder(MemberHistory history) {
      zones = history.zones;
      policy = history.policy;
      checked.putAll(history.checked);
      revoked.putAll(history.revoked);
      restDays = history.restDays;
      pauses = history.pauses;
      excuses.putAll(history.excuses);
      outages = history.outages;
    }

    /** The member's zone from an instant on. */
    public Builder zone(Instant from, ZoneId zone) {
      zones = zones.with(from, zone);
      return this;
    }

    /** The community's whole policy, by study day. */
    public Builder policy(Timeline<LocalDate, StreakPolicy> timeline) {
      policy = timeline;
      return this;
    }

    /** The community's policy from a study day on. */
    public Builder policy(LocalDate from, StreakPolicy changed) {
      policy = policy.with(from, changed);
      return this;
    }

    /** The member checked in. */
    public Builder checkIn(LocalDate day) {
      return check(day, new Verdict.CheckedIn());
    }

    /**
     * A moderator granted a check-in; a day that the member checked in on stays the member's own.
     */
    public Builder grant(LocalDate day, String reason) {
      return check(day, new Verdict.Granted(reason));
    }

    private Builder check(LocalDate day, Verdict.Checked how) {
      checked.putIfAbsent(day, how);
      revoked.remove(day);
      return this;
    }

    /** A moderator revoked the day's check-in. */
    public Builder revoke(LocalDate day, String reason) {
      if (checked.remove(day) != null) {
        revoked.put(day, reason);
      }
      return this;
    }

    /** A moderator excused the day. */
    public Builder excuse(LocalDate day, String reason) {
      excuses.put(day, reason);
      return this;
    }

    /** The member chose, on a study day, the weekdays to rest on from the next. */
    public Builder rest(LocalDate chosenOn, Set<DayOfWeek> weekdays) {
      restDays = restDays.with(chosenOn.plusDays(1), new RestDays(chosenOn, weekdays));
      return this;
    }

    /**
     * The member is away; whatever an earlier pause would still cover from its first day on is
     * replaced.
     */
    public Builder pause(Pause pause) {
      pauses =
          pauses
              .with(pause.from(), Optional.of(pause))
              .with(pause.until().plusDays(1), Optional.empty());
      return this;
    }

    /** The member is back: {@code today} and later are no longer covered by a pause. */
    public Builder endPause(LocalDate today) {
      pauses = pauses.with(today, Optional.empty());
      return this;
    }

    /** We were cut off from the member's platform. */
    public Builder outage(Instant from, Instant until) {
      outages = outages.and(from, until);
      return this;
    }

    /** The facts gathered. */
    public MemberHistory build() {
      return new MemberHistory(zones, policy, checked, revoked, restDays, pauses, excuses, outages);
    }
  }
}
