package dev.cairn.feature.link;

import dev.cairn.domain.MemberId;
import dev.cairn.domain.streak.DaysOnRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableSet;

/**
 * Two members who are one learner.
 *
 * @param survivor who has the accounts of both
 * @param absorbed who had some of them, and has none now
 * @param absorbedHidden whether those wanted to be left out of leaderboards
 * @param at since when
 * @param own what was on record of the survivor's days before
 * @param bridged the days that were covered so that no streak was lost
 */
public record Link(
    MemberId survivor,
    MemberId absorbed,
    boolean absorbedHidden,
    Instant at,
    DaysOnRecord own,
    NavigableSet<LocalDate> bridged) {
  private static final String REASON = "bridged when the accounts were linked";

  /** What the records of both were put together. */
  DaysOnRecord together(DaysOnRecord ofAbsorbed) {
    return DaysOnRecord.merged(own, ofAbsorbed).excusing(bridged, REASON);
  }
}
