package dev.cairn.chat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a control does: it gives a command. Its text form is what one would type, without the slash:
 * {@code done}, {@code leaderboard of:groups page:2}. Short and readable, so it fits every
 * platform's ids and survives a restart.
 *
 * @param command the command to give
 * @param arguments raw values by option name, read against the command's spec when the control is
 *     used
 */
public record Action(CommandName command, Map<String, String> arguments) {
  private static final Pattern UNQUOTED = Pattern.compile("[\\p{L}\\p{N}!#%&()*+,./:;=?@_~-]+");

  /** Discord gives an id 100 characters. */
  private static final int LONGEST_SHORT = 90;

  public Action {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }

  /** Gives this command without arguments. */
  public static Action of(String command) {
    return new Action(CommandName.of(command), Map.of());
  }

  /** The same action with one more argument. */
  public Action with(String option, Object value) {
    Map<String, String> more = new LinkedHashMap<>(arguments);
    more.put(option, value.toString());
    return new Action(command, more);
  }

  /** Whether its text form fits the ids of every platform, with room for what they add. */
  public boolean isShort() {
    return toString().length() <= LONGEST_SHORT;
  }

  /** The text form. Values with spaces or other unusual signs are quoted. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(command.toString());
    arguments.forEach(
        (name, value) -> text.append(' ').append(name).append(':').append(quoted(value)));
    return text.toString();
  }

  private static String quoted(String value) {
    if (UNQUOTED.matcher(value).matches()) {
      return value;
    }
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
