package dev.cairn.scenario;

import dev.cairn.scenario.Step.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts a conversation together, step by step. */
abstract class ConversationSteps {
  private final List<Step> steps = new ArrayList<>();

  /** What happens, in order. */
  final List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Time goes on to an instant. */
  final void at(String instant) {
    steps.add(new Step.ClockMove(Instant.parse(instant)));
  }

  /** A member gives a command, and is answered so. */
  final void given(Person by, Line line, String facts, String... words) {
    steps.add(new Step.Command(by, line, new Answer(facts, List.of(words))));
  }

  /** A member presses a button, and is answered so. */
  final void pressed(Person by, String label, String facts, String... words) {
    steps.add(new Step.Press(by, label, new Answer(facts, List.of(words))));
  }

  /** A member sends a form, and is answered so. */
  final void submitted(Person by, Map<String, String> values, String facts, String... words) {
    steps.add(new Step.Submit(by, values, new Answer(facts, List.of(words))));
  }

  /** This comes unasked. */
  final void arrived(PostedIn place, String... words) {
    steps.add(new Step.Arrival(place, List.of(words)));
  }
}
