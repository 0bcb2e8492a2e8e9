package dev.cairn.chat;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something that a command can be told.
 *
 * @param <T> what a handler gets of it
 * @param name lower case, 1 to 32 letters, the same on every platform
 * @param description one sentence without a full stop, at most 100 characters
 * @param label what a form calls it, in words, at most 45 characters
 * @param type what it takes
 * @param required whether the command cannot do without it
 * @param suggester completes what is being typed; {@link Suggester#NONE} where there is nothing to
 *     suggest
 * @param hidden whether only our own buttons give it (a page number), so that no platform offers it
 *     for typing
 */
public record Option<T>(
    String name,
    String description,
    String label,
    OptionType<T> type,
    boolean required,
    Suggester suggester,
    boolean hidden) {
  private static final Pattern NAME = Pattern.compile("[a-z]{1,32}");

  public Option {
    if (!isName(name)) {
      throw new IllegalArgumentException("not an option name: " + name);
    }
    if (description.isEmpty() || description.length() > 100) {
      throw new IllegalArgumentException(
          "description of " + name + " must have 1 to 100 characters");
    }
    if (label.isEmpty() || label.length() > 45) {
      throw new IllegalArgumentException("label of " + name + " must have 1 to 45 characters");
    }
  }

  /** Whether an option may be called so. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** An option that may be left out. */
  public static <T> Option<T> optional(String name, OptionType<T> type, String description) {
    return new Option<>(name, description, capitalised(name), type, false, Suggester.NONE, false);
  }

  /** An option that must be given. */
  public static <T> Option<T> required(String name, OptionType<T> type, String description) {
    return new Option<>(name, description, capitalised(name), type, true, Suggester.NONE, false);
  }

  /** An option that only our own buttons give. */
  public static <T> Option<T> hidden(String name, OptionType<T> type, String description) {
    return new Option<>(name, description, capitalised(name), type, false, Suggester.NONE, true);
  }

  /** The same option, completed by this suggester. */
  public Option<T> suggesting(Suggester by) {
    return new Option<>(name, description, label, type, required, by, hidden);
  }

  /** The same option, which a form calls so. */
  public Option<T> labelled(String words) {
    return new Option<>(name, description, words, type, required, suggester, hidden);
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
