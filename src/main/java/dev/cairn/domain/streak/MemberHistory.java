package dev.cairn.domain.streak;

import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.Timeline;
import dev.cairn.domain.day.Outages;
import dev.cairn.domain.day.Pause;
import dev.cairn.domain.day.StudyClock;
import dev.cairn.domain.day.StudyDays;
import dev.cairn.domain.day.Verdict;
import dev.cairn.domain.day.ZoneHistory;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything on record that bears on a member's streak.
 *
 * @param zones the member's zones
 * @param policy the community's policy, by the member's study day
 * @param metAt when the member was first met; {@link Instant#MIN} where that is not known
 * @param checked the days that count; a revoked one is not among them
 * @param toldLateOn the study days on which the member checked in for the one before, and did not
 *     take it back
 * @param revoked why a moderator revoked a check-in, by study day
 * @param restDays by study day
 * @param pauses by study day
 * @param excuses why a moderator excused a day
 * @param outages of the member's platform
 */
public record MemberHistory(
    ZoneHistory zones,
    Timeline<LocalDate, StreakPolicy> policy,
    Instant metAt,
    NavigableMap<LocalDate, Verdict.Checked> checked,
    NavigableSet<LocalDate> toldLateOn,
    Map<LocalDate, String> revoked,
    Timeline<LocalDate, RestDays> restDays,
    Timeline<LocalDate, Optional<Pause>> pauses,
    Map<LocalDate, String> excuses,
    Outages outages) {

  public MemberHistory {
    checked = Collections.unmodifiableNavigableMap(new TreeMap<>(checked));
    toldLateOn = Collections.unmodifiableNavigableSet(new TreeSet<>(toldLateOn));
    revoked = Map.copyOf(revoked);
    excuses = Map.copyOf(excuses);
  }

  /** The history of a member of whom nothing is known but a zone. */
  public static Builder in(ZoneId zone) {
    return in(ZoneHistory.of(zone));
  }

  /** The history of a member of whom nothing is known but their zones. */
  public static Builder in(ZoneHistory zones) {
    return new Builder(zones);
  }

  /** Starts from this history to record more. */
  public Builder and() {
    return new Builder(this);
  }

  /** What was on record when only days before this one had been checked. */
  public MemberHistory before(LocalDate day) {
    return new MemberHistory(
        zones,
        policy,
        metAt,
        checked.headMap(day, false),
        toldLateOn,
        revoked,
        restDays,
        pauses,
        excuses,
        outages);
  }

  /** The member's study days. */
  public StudyDays days() {
    return new StudyDays(zones, policy);
  }

  /** The member's wall clock at an instant. */
  public StudyClock clock(Instant at) {
    return new StudyClock(zones.at(at), policy);
  }

  /** The newest day that counts. */
  public @Nullable LocalDate newestChecked() {
    return checked.isEmpty() ? null : checked.lastKey();
  }

  /** The study day that a check-in would count for. */
  public LocalDate today(Instant now) {
    return days().today(now);
  }

  /** The study day on which the member was first met. */
  public LocalDate metOn() {
    return metAt.equals(Instant.MIN) ? LocalDate.MIN : today(metAt);
  }

  /** Why a day is covered unless it is checked; null where nothing covers it. */
  public Verdict.@Nullable Covered coverOn(LocalDate day) {
    return new MemberCalendar(this).coverOn(day);
  }

  /** What keeps a member from checking in for yesterday. */
  public enum LateRefusal {
    /** The community does not have it. */
    SWITCHED_OFF,
    /** Yesterday counts already. */
    CHECKED,
    /** A moderator revoked yesterday's check-in. */
    REVOKED,
    /** Yesterday needs none. */
    COVERED,
    /** The member was first met today. */
    NOT_MET_YET,
    /** The last check-in told late is not long enough ago. */
    TOO_SOON
  }

  /** What keeps the member from checking in now for the study day before; empty where they may. */
  public Optional<LateRefusal> lateRefusal(Instant now) {
    LocalDate today = today(now);
    LocalDate yesterday = today.minusDays(1);
    int every = policy.at(today).lateEvery();
    if (every == 0) {
      return Optional.of(LateRefusal.SWITCHED_OFF);
    }
    if (checked.containsKey(yesterday)) {
      return Optional.of(LateRefusal.CHECKED);
    }
    if (revoked.containsKey(yesterday)) {
      return Optional.of(LateRefusal.REVOKED);
    }
    if (yesterday.isBefore(metOn())) {
      return Optional.of(LateRefusal.NOT_MET_YET);
    }
    if (coverOn(yesterday) != null) {
      return Optional.of(LateRefusal.COVERED);
    }
    return toldLateOn.subSet(today.minusDays(every - 1L), true, today, true).isEmpty()
        ? Optional.empty()
        : Optional.of(LateRefusal.TOO_SOON);
  }

  /** Whether a moderator revoked today's check-in: then its member cannot make it again. */
  public boolean revokedToday(Instant now) {
    LocalDate today = today(now);
    return revoked.containsKey(today) && !checked.containsKey(today);
  }

  /**
   * The day that the member may still take back: today's check-in, or else yesterday's told today.
   */
  public Optional<LocalDate> undoable(Instant now) {
    LocalDate today = today(now);
    LocalDate yesterday = today.minusDays(1);
    if (isTheirOwn(checked.get(today))) {
      return Optional.of(today);
    }
    return new Verdict.ToldLate(today).equals(checked.get(yesterday))
        ? Optional.of(yesterday)
        : Optional.empty();
  }

  private static boolean isTheirOwn(Verdict.@Nullable Checked checked) {
    return checked instanceof Verdict.CheckedIn || checked instanceof Verdict.ToldLate;
  }

  /**
   * The day from which rest days hold that are chosen on {@code today}: the next where none are in
   * force, else the next Monday.
   */
  public LocalDate restDaysFrom(LocalDate today) {
    return RestDays.holdFrom(today, restDays.at(today));
  }

  /**
   * Gathers facts. The order matters only among zones, among policies, among rest days, and among
   * pauses.
   */
  public static final class Builder {
    private ZoneHistory zones;
    private Timeline<LocalDate, StreakPolicy> policy = Timeline.of(StreakPolicy.DEFAULT);
    private Instant metAt = Instant.MIN;
    private final NavigableSet<LocalDate> toldLateOn = new TreeSet<>();
    private final NavigableMap<LocalDate, Verdict.Checked> checked = new TreeMap<>();
    private final Map<LocalDate, String> revoked = new HashMap<>();
    private Timeline<LocalDate, RestDays> restDays = Timeline.of(RestDays.NONE);
    private Timeline<LocalDate, Optional<Pause>> pauses = Timeline.of(Optional.empty());
    private final Map<LocalDate, String> excuses = new HashMap<>();
    private Outages outages = Outages.NONE;

    private Builder(ZoneHistory zones) {
      this.zones = zones;
    }

    private Builder(MemberHistory history) {
      zones = history.zones;
      policy = history.policy;
      metAt = history.metAt;
      toldLateOn.addAll(history.toldLateOn);
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

    /** When the member was first met. */
    public Builder metAt(Instant at) {
      metAt = at;
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

    /** The member checked in, on the study day {@code on}, for the one before it. */
    public Builder checkInLate(LocalDate on) {
      toldLateOn.add(on);
      return check(on.minusDays(1), new Verdict.ToldLate(on));
    }

    /** A check-in was told late, on this study day, whatever has become of it. */
    public Builder toldLateOn(LocalDate on) {
      toldLateOn.add(on);
      return this;
    }

    /** The member took back the check-in of a day. */
    public Builder undo(LocalDate day) {
      if (checked.remove(day) instanceof Verdict.ToldLate(LocalDate on)) {
        toldLateOn.remove(on);
      }
      return this;
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

    /** The member chose, on a study day, the weekdays to rest on. */
    public Builder rest(LocalDate chosenOn, Set<DayOfWeek> weekdays) {
      return rest(
          RestDays.holdFrom(chosenOn, restDays.at(chosenOn)), new RestDays(chosenOn, weekdays));
    }

    /** The member chose the weekdays to rest on from a day on. */
    public Builder rest(LocalDate from, RestDays chosen) {
      restDays = restDays.with(from, chosen);
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
      return new MemberHistory(
          zones, policy, metAt, checked, toldLateOn, revoked, restDays, pauses, excuses, outages);
    }
  }
}
