package dev.cairn.catalog.answer;

/** What an answer to a check is worth. */
public enum Judgement {
  /** It is right. */
  RIGHT,
  /** It is right but for a slip of spelling, which is forgiven. */
  MISSPELT,
  /** A number that is not far off, lacks its unit's factor, or has another unit. Wrong. */
  NEAR,
  /** It is wrong. */
  WRONG,
  /** It is no answer to this kind of check: no number, or none of the options. */
  UNREADABLE;

  /** Whether it counts as right. */
  public boolean right() {
    return this == RIGHT || this == MISSPELT;
  }
}
