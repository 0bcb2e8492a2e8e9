package dev.cairn.scenario;

import dev.cairn.chat.Action;
import dev.cairn.chat.CommandName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A command with its options, for each platform to write in its own way.
 *
 * @param options texts, whole numbers, flags, a {@link Person}, a {@link Circle}, or a {@link
 *     PostedIn}
 */
record Line(String command, Map<String, Object> options) {

  /** A command without options. */
  static Line of(String command) {
    return new Line(command, Map.of());
  }

  /** The same command with one more option. */
  Line with(String option, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(options);
    more.put(option, value);
    return new Line(command, more);
  }

  /**
   * As it is typed where commands are typed, without the slash.
   *
   * @param written how a value of an option is written there
   */
  String typed(Function<Object, String> written) {
    Map<String, String> arguments = new LinkedHashMap<>();
    options.forEach((option, value) -> arguments.put(option, written.apply(value)));
    return new Action(CommandName.of(command), arguments).toString();
  }
}
