package dev.cairn.catalog.quiz;

import java.util.List;

/**
 * A question with four options, one of them right.
 *
 * @param id unique among all questions, and the same as long as the content is: its kind, a colon,
 *     what it is about
 * @param about words that it can be asked for by: a name, the title of a day
 * @param question the question
 * @param options four, in a fixed order that does not tell which is right
 * @param correct the right one, letter for letter
 * @param why the reason
 * @param days the numbers of the days that teach it, in order; may be empty
 */
public record QuizQuestion(
    String id,
    List<String> about,
    String question,
    List<String> options,
    String correct,
    String why,
    List<Integer> days) {
  /** How many options a question has. */
  public static final int OPTIONS = 4;

  public QuizQuestion {
    about = List.copyOf(about);
    options = List.copyOf(options);
    days = List.copyOf(days);
  }
}
