package dev.cairn.picture;

/** What a day of a {@link CalendarHeatmap} was. */
public enum DayState {
  /** The member checked in. */
  CHECKED("checked"),
  /** The day neither counted nor broke. */
  COVERED("covered"),
  /** Missed, and bridged by a freeze. */
  FROZEN("frozen"),
  /** The day was lost. */
  MISSED("missed"),
  /** The day may still be checked. */
  OPEN("open");

  private final String word;

  DayState(String word) {
    this.word = word;
  }

  /** The state as members are told it, such as {@code frozen}. */
  public String word() {
    return word;
  }
}
