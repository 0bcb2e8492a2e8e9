package dev.cairn.domain.streak;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of a learner's days, and what becomes of it when two records turn out to be of
 * one learner, and when they are taken apart again.
 *
 * @param checked the days that count
 * @param revoked why a moderator revoked a day that does not count; never one of {@code checked}
 * @param excused why a day was excused
 */
public record DaysOnRecord(
    NavigableMap<LocalDate, CheckIn> checked,
    NavigableMap<LocalDate, String> revoked,
    NavigableMap<LocalDate, String> excused) {

  /** Nothing. */
  public static final DaysOnRecord NONE =
      new DaysOnRecord(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  public DaysOnRecord {
    checked = Collections.unmodifiableNavigableMap(new TreeMap<>(checked));
    revoked = Collections.unmodifiableNavigableMap(new TreeMap<>(revoked));
    excused = Collections.unmodifiableNavigableMap(new TreeMap<>(excused));
    if (!Collections.disjoint(checked.keySet(), revoked.keySet())) {
      throw new IllegalArgumentException("a day that was revoked does not count");
    }
  }

  /**
   * A check-in.
   *
   * @param at when it was made, or granted
   * @param zone in which it was read
   * @param grantedBy the id of the moderator who granted it; null where the member checked in
   * @param reason why it was granted; null where the member checked in
   * @param toldLateOn the study day on which the member checked in for the one before; null where
   *     they checked in on the day itself, or never told it
   */
  public record CheckIn(
      Instant at,
      ZoneId zone,
      @Nullable Long grantedBy,
      @Nullable String reason,
      @Nullable LocalDate toldLateOn)
      implements Comparable<CheckIn> {
    private static final Comparator<CheckIn> EARLIEST_FIRST =
        Comparator.comparing(CheckIn::at)
            .thenComparing(checkIn -> checkIn.zone().getId())
            .thenComparing(CheckIn::toString);

    /** The earlier one first. */
    @Override
    public int compareTo(CheckIn other) {
      return EARLIEST_FIRST.compare(this, other);
    }
  }

  /**
   * Both records as one. Every day that counts in either counts, once, by the earlier check-in; a
   * revocation holds where the other does not have the day.
   */
  public static DaysOnRecord merged(DaysOnRecord one, DaysOnRecord other) {
    NavigableMap<LocalDate, CheckIn> checked = new TreeMap<>(one.checked);
    other.checked.forEach(
        (day, checkIn) -> checked.merge(day, checkIn, (a, b) -> a.compareTo(b) <= 0 ? a : b));
    NavigableMap<LocalDate, String> revoked = reasons(one.revoked, other.revoked);
    revoked.keySet().removeAll(checked.keySet());
    return new DaysOnRecord(checked, revoked, reasons(one.excused, other.excused));
  }

  private static NavigableMap<LocalDate, String> reasons(
      Map<LocalDate, String> one, Map<LocalDate, String> other) {
    NavigableMap<LocalDate, String> reasons = new TreeMap<>(one);
    other.forEach(
        (day, reason) -> reasons.merge(day, reason, (a, b) -> a.compareTo(b) <= 0 ? a : b));
    return reasons;
  }

  /** This record with more days excused; a day that is excused already keeps its reason. */
  public DaysOnRecord excusing(Collection<LocalDate> days, String reason) {
    NavigableMap<LocalDate, String> more = new TreeMap<>(excused);
    days.forEach(day -> more.putIfAbsent(day, reason));
    return new DaysOnRecord(checked, revoked, more);
  }

  /**
   * What one of two records is when they are taken apart: what it was when they were put together,
   * with everything that has happened since. A day checked meanwhile stays with both, for it was
   * studied by whoever has both; a day revoked meanwhile is lost to both.
   *
   * @param own the record as it was
   * @param together what both were put together
   * @param now what that has become
   */
  public static DaysOnRecord apart(DaysOnRecord own, DaysOnRecord together, DaysOnRecord now) {
    NavigableMap<LocalDate, CheckIn> checked = new TreeMap<>(own.checked);
    checked.keySet().retainAll(now.checked.keySet());
    now.checked.forEach((day, checkIn) -> {
      if (!together.checked.containsKey(day)) {
        checked.put(day, checkIn);
      }
    });
    NavigableMap<LocalDate, String> revoked = new TreeMap<>(own.revoked);
    now.revoked.forEach((day, reason) -> {
      if (own.checked.containsKey(day)) {
        revoked.put(day, reason);
      }
    });
    revoked.keySet().removeAll(checked.keySet());
    NavigableMap<LocalDate, String> excused = new TreeMap<>(own.excused);
    now.excused.forEach((day, reason) -> {
      if (!Objects.equals(together.excused.get(day), reason)) {
        excused.put(day, reason);
      }
    });
    return new DaysOnRecord(checked, revoked, excused);
  }
}
