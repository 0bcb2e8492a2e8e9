package dev.cairn.domain.recall;

/** How well a card was recalled, from not at all to without effort. */
public enum Rating {
  AGAIN(1),
  HARD(2),
  GOOD(3),
  EASY(4);

  private final int grade;

  Rating(int grade) {
    this.grade = grade;
  }

  /** As the formulas of FSRS count. */
  public int grade() {
    return grade;
  }

  /** Whether the card was recalled at all. */
  public boolean isRecalled() {
    return this != AGAIN;
  }
}
