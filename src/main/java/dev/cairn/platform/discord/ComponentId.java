package dev.cairn.platform.discord;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Form;
import dev.cairn.chat.Problem;
import dev.cairn.chat.Refusal;
import dev.cairn.command.LineReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What we write into the id of a button, a select or a modal, so that it can be understood after a
 * restart: {@code 1u~8x3k~~leaderboard page:2}. The version and the kind, then between tildes the
 * owner and the community (numbers to base 36, left out where they do not matter) and what to do.
 *
 * @param owner the user to whom the message answered, or null where anybody's press is the same
 * @param community the guild that is meant, or null where the message stands in it
 */
record ComponentId(@Nullable String owner, @Nullable String community, Task task) {
  private static final char VERSION = '1';
  private static final Pattern WRITTEN =
      Pattern.compile("1([a-zA-Z])([0-9]*)~([0-9a-z]*)~([0-9a-z]*)~(.*)", Pattern.DOTALL);
  private static final int BASE = 36;

  /** What a component does. */
  sealed interface Task {
    /** A button gives a command. */
    record Press(Effect effect, Action action) implements Task {}

    /** A select gives a command, with the picked value as one more argument. */
    record Pick(Effect effect, String option, Action action) implements Task {}

    /** A button opens a form. */
    record Open(Form form) implements Task {}

    /** A modal gives a command with what was filled in. */
    record Submit(Action action) implements Task {}
  }

  /** The id of a component, or empty when it is longer than Discord takes. */
  Optional<String> written() {
    return written(0);
  }

  /**
   * The id of a component that stands in its message for the nth time, from 0: Discord takes no id
   * twice in a message.
   */
  Optional<String> written(int nth) {
    String text =
        ""
            + VERSION
            + kind()
            + (nth == 0 ? "" : nth)
            + '~'
            + shortened(owner)
            + '~'
            + shortened(community)
            + '~'
            + payload();
    return text.length() <= DiscordLimits.CUSTOM_ID ? Optional.of(text) : Optional.empty();
  }

  /**
   * Reads an id.
   *
   * @throws Refusal when it is not ours, or of a version that is no longer understood
   */
  static ComponentId read(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      throw old();
    }
    return new ComponentId(
        number(matcher.group(3)),
        number(matcher.group(4)),
        task(matcher.group(1).charAt(0), matcher.group(5)));
  }

  private char kind() {
    return switch (task) {
      case Task.Press(Effect effect, Action action) -> effect == Effect.REPLY ? 'r' : 'u';
      case Task.Pick(Effect effect, String option, Action action) ->
          effect == Effect.REPLY ? 'R' : 'U';
      case Task.Open(Form form) -> isShorterWithBlanks(form) ? 'g' : 'f';
      case Task.Submit(Action action) -> 's';
    };
  }

  private String payload() {
    return switch (task) {
      case Task.Press(Effect effect, Action action) -> action.toString();
      case Task.Pick(Effect effect, String option, Action action) -> option + '|' + action;
      case Task.Open(Form form) -> isShorterWithBlanks(form) ? withBlanks(form) : withNames(form);
      case Task.Submit(Action action) -> action.toString();
    };
  }

  /**
   * Whether a form is better written with blanks. What is filled in beforehand is then named once,
   * so that more of it finds room; blanks can say nothing beyond what is asked.
   */
  private static boolean isShorterWithBlanks(Form form) {
    Map<String, String> filled = form.action().arguments();
    return form.asked().containsAll(filled.keySet())
        && !filled.containsValue("")
        && Set.copyOf(form.asked()).size() == form.asked().size()
        && withBlanks(form).length() < withNames(form).length();
  }

  /** The names of what is asked, the title, and what is filled in. */
  private static String withNames(Form form) {
    return String.join(",", form.asked()) + '|' + title(form) + '|' + form.action();
  }

  /** The title, and what is asked in its order, each with what is filled in. */
  private static String withBlanks(Form form) {
    Map<String, String> asked = new LinkedHashMap<>();
    for (String option : form.asked()) {
      asked.put(option, form.action().arguments().getOrDefault(option, ""));
    }
    return title(form) + '|' + new Action(form.action().command(), asked);
  }

  private static String title(Form form) {
    return form.title().replace("%", "%25").replace("|", "%7C");
  }

  private static Task task(char kind, String payload) {
    return switch (kind) {
      case 'r' -> new Task.Press(Effect.REPLY, LineReader.action(payload));
      case 'u' -> new Task.Press(Effect.UPDATE, LineReader.action(payload));
      case 'R' -> pick(Effect.REPLY, payload);
      case 'U' -> pick(Effect.UPDATE, payload);
      case 'f' -> open(payload);
      case 'g' -> openWithBlanks(payload);
      case 's' -> new Task.Submit(LineReader.action(payload));
      default -> throw old();
    };
  }

  private static Task pick(Effect effect, String payload) {
    String[] parts = parts(payload, 2);
    return new Task.Pick(effect, parts[0], LineReader.action(parts[1]));
  }

  private static Task open(String payload) {
    String[] parts = parts(payload, 3);
    return open(parts[1], LineReader.action(parts[2]), List.of(parts[0].split(",")));
  }

  private static Task openWithBlanks(String payload) {
    String[] parts = parts(payload, 2);
    Action action = LineReader.action(parts[1]);
    Map<String, String> filled = new LinkedHashMap<>(action.arguments());
    filled.values().removeIf(String::isEmpty);
    return open(
        parts[0], new Action(action.command(), filled), List.copyOf(action.arguments().keySet()));
  }

  private static Task open(String title, Action action, List<String> asked) {
    // Discord's modals have one sending button, whose label is Discord's own.
    return new Task.Open(
        new Form(title.replace("%7C", "|").replace("%25", "%"), action, asked, ""));
  }

  private static String[] parts(String payload, int count) {
    String[] parts = payload.split("\\|", count);
    if (parts.length < count) {
      throw old();
    }
    return parts;
  }

  private static String shortened(@Nullable String snowflake) {
    return snowflake == null ? "" : Long.toUnsignedString(Long.parseUnsignedLong(snowflake), BASE);
  }

  private static @Nullable String number(String text) {
    try {
      return text.isEmpty() ? null : Long.toUnsignedString(Long.parseUnsignedLong(text, BASE));
    } catch (NumberFormatException tooLong) {
      throw old();
    }
  }

  private static Refusal old() {
    return Refusal.of(
        Problem.NOT_FOUND,
        "This button is from an older version of me. Please give the command again.");
  }
}
