package dev.cairn.domain.recall;

/** How well a card was recalled, from not at all to without effort. */
public enum Rating {
  AGAIN,
  HARD,
  GOOD,
  EASY;

  /** 1 to 4, as the formulas of FSRS count. */
  int grade() {
    return ordinal() + 1;
  }

  /** Whether the card was recalled at all. */
  public boolean isRecalled() {
    return this != AGAIN;
  }
}
