package dev.cairn.picture;

import dev.cairn.domain.day.Verdict;

/** What a day of a {@link CalendarHeatmap} was. */
public enum DayState {
  /** The member checked in. */
  CHECKED("checked"),
  /** The day neither counted nor broke. */
  COVERED("covered"),
  /** Missed, and bridged by a freeze. */
  FROZEN("frozen"),
  /** Missed, and won back. */
  MENDED("mended"),
  /** The day was lost. */
  MISSED("missed"),
  /** The day may still be checked. */
  OPEN("open");

  private final String word;

  DayState(String word) {
    this.word = word;
  }

  static DayState of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Checked _ -> CHECKED;
      case Verdict.Covered _ -> COVERED;
      case Verdict.Frozen _ -> FROZEN;
      case Verdict.Mended _ -> MENDED;
      case Verdict.Missed _ -> MISSED;
      case Verdict.Open _ -> OPEN;
    };
  }

  /** The state as members are told it, such as {@code frozen}. */
  public String word() {
    return word;
  }
}
