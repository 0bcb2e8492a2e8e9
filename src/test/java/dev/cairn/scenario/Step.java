package dev.cairn.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One thing that happens in a conversation. */
sealed interface Step {

  /** A member gives a command. */
  record Command(Person by, Line line, Answer answer) implements Step {}

  /** A member presses a button of the message that was shown last. */
  record Press(Person by, String label, Answer answer) implements Step {}

  /** A member sends the form that was opened last. */
  record Submit(Person by, Map<String, String> values, Answer answer) implements Step {}

  /** Time passes, and what falls due meanwhile is done. */
  record ClockMove(Instant to) implements Step {}

  /** Something comes that nobody asked for just now. */
  record Arrival(PostedIn place, List<String> words) implements Step {}

  /**
   * What is answered.
   *
   * @param facts JSON of all facts that the core tells, with {@code $CHANNEL} for the id of the
   *     channel; {@code null} where no command was run
   * @param words what a member reads among other things
   */
  record Answer(String facts, List<String> words) {}
}
