package dev.cairn.catalog;

/**
 * A question and its answer, for recall.
 *
 * @param day the id of the day that it belongs to
 * @param id unique within the day
 * @param question understood without the day at hand
 */
public record Flashcard(String day, String id, String question, String answer) {

  /** Unique among all days: the day's id, a dot, its own. */
  public String publicId() {
    return day + "." + id;
  }
}
