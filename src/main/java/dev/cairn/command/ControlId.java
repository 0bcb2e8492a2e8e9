package dev.cairn.command;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Option;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a button, a select or a form carries in its id, so that it can be understood after a
 * restart: {@code 1u~8x3k~~leaderboard page:2}. The version and the kind, then between tildes the
 * owner and the community (left out where they do not matter) and what to do. Ids that are numbers
 * are written to base 36, because Discord gives all of it 100 characters.
 *
 * @param owner the platform's own id of the user to whom the message answered, or null where
 *     anybody's press is the same
 * @param community the platform's own id of the community that is meant, or null where the message
 *     stands in it
 */
public record ControlId(@Nullable String owner, @Nullable String community, Task task) {
  private static final char VERSION = '1';
  private static final Pattern WRITTEN =
      Pattern.compile("1([a-zA-Z])([0-9]*)~([^~]*)~([^~]*)~(.*)", Pattern.DOTALL);

  /**
   * An id that is written as it is: Slack's. It begins with a capital, numbers to base 36 do not.
   */
  private static final Pattern AS_IT_IS = Pattern.compile("[A-Z][A-Z0-9]*");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
  private static final Pattern TO_BASE_36 = Pattern.compile("[0-9a-z]+");
  private static final int BASE = 36;

  /** What a component does. */
  public sealed interface Task {
    /** A button gives a command. */
    record Press(Effect effect, Action action) implements Task {}

    /** A select gives a command, with the picked value as one more argument. */
    record Pick(Effect effect, String option, Action action) implements Task {}

    /** A button opens a form. */
    record Open(Form form) implements Task {}

    /** A modal gives a command with what was filled in. */
    record Submit(Action action) implements Task {}
  }

  /**
   * The text of this id, or empty when it is longer than this.
   *
   * @param budget how many characters the platform takes
   */
  public Optional<String> written(int budget) {
    return written(0, budget);
  }

  /**
   * The text of this id where it stands in its message for the nth time, from 0: a platform may
   * take no id twice in a message.
   */
  public Optional<String> written(int nth, int budget) {
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
    return text.length() <= budget ? Optional.of(text) : Optional.empty();
  }

  /**
   * Reads an id.
   *
   * @throws Refusal when it is not ours, or of a version that is no longer understood
   */
  public static ControlId read(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      throw outdated();
    }
    return new ControlId(
        id(matcher.group(3)),
        id(matcher.group(4)),
        task(matcher.group(1).charAt(0), matcher.group(5)));
  }

  private char kind() {
    return switch (task) {
      case Task.Press(Effect effect, Action action) -> effect == Effect.REPLY ? 'r' : 'u';
      case Task.Pick(Effect effect, String option, Action action) ->
          effect == Effect.REPLY ? 'R' : 'U';
      case Task.Open(Form form) ->
          isShorterWithBlanks(form)
              ? form.submitLabel().isEmpty() ? 'g' : 'G'
              : form.submitLabel().isEmpty() ? 'f' : 'F';
      case Task.Submit(Action action) -> 's';
    };
  }

  private String payload() {
    return switch (task) {
      case Task.Press(Effect effect, Action action) -> action.toString();
      case Task.Pick(Effect effect, String option, Action action) -> option + '|' + action;
      case Task.Open(Form form) ->
          (form.submitLabel().isEmpty() ? "" : escaped(form.submitLabel()) + '|')
              + (isShorterWithBlanks(form) ? withBlanks(form) : withNames(form));
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
    return String.join(",", form.asked()) + '|' + escaped(form.title()) + '|' + form.action();
  }

  /** The title, and what is asked in its order, each with what is filled in. */
  private static String withBlanks(Form form) {
    Map<String, String> asked = new LinkedHashMap<>();
    for (String option : form.asked()) {
      asked.put(option, form.action().arguments().getOrDefault(option, ""));
    }
    return escaped(form.title()) + '|' + new Action(form.action().command(), asked);
  }

  private static String escaped(String words) {
    return words.replace("%", "%25").replace("|", "%7C");
  }

  private static String unescaped(String words) {
    return words.replace("%7C", "|").replace("%25", "%");
  }

  private static Task task(char kind, String payload) {
    return switch (kind) {
      case 'r' -> new Task.Press(Effect.REPLY, LineReader.action(payload));
      case 'u' -> new Task.Press(Effect.UPDATE, LineReader.action(payload));
      case 'R' -> pick(Effect.REPLY, payload);
      case 'U' -> pick(Effect.UPDATE, payload);
      case 'f' -> open(payload, "");
      case 'g' -> openWithBlanks(payload, "");
      case 'F' -> open(parts(payload, 2)[1], unescaped(parts(payload, 2)[0]));
      case 'G' -> openWithBlanks(parts(payload, 2)[1], unescaped(parts(payload, 2)[0]));
      case 's' -> new Task.Submit(LineReader.action(payload));
      default -> throw outdated();
    };
  }

  private static Task pick(Effect effect, String payload) {
    String[] parts = parts(payload, 2);
    return new Task.Pick(effect, parts[0], LineReader.action(parts[1]));
  }

  private static Task open(String payload, String submitLabel) {
    String[] parts = parts(payload, 3);
    return open(parts[1], LineReader.action(parts[2]), List.of(parts[0].split(",")), submitLabel);
  }

  private static Task openWithBlanks(String payload, String submitLabel) {
    String[] parts = parts(payload, 2);
    Action action = LineReader.action(parts[1]);
    Map<String, String> filled = new LinkedHashMap<>(action.arguments());
    filled.values().removeIf(String::isEmpty);
    return open(
        parts[0],
        new Action(action.command(), filled),
        List.copyOf(action.arguments().keySet()),
        submitLabel);
  }

  private static Task open(String title, Action action, List<String> asked, String submitLabel) {
    if (!asked.stream().allMatch(Option::isName)) {
      throw outdated();
    }
    try {
      return new Task.Open(new Form(unescaped(title), action, asked, submitLabel));
    } catch (IllegalArgumentException notAForm) {
      throw outdated();
    }
  }

  private static String[] parts(String payload, int count) {
    String[] parts = payload.split("\\|", count);
    if (parts.length < count) {
      throw outdated();
    }
    return parts;
  }

  /** An id of a platform as it stands in ours: empty where it is null, or of no known kind. */
  public static String shortened(@Nullable String id) {
    if (id == null) {
      return "";
    }
    if (NUMBER.matcher(id).matches()) {
      return Long.toUnsignedString(Long.parseUnsignedLong(id), BASE);
    }
    // Of another kind of id there is no platform; its owner is then nobody.
    return AS_IT_IS.matcher(id).matches() ? id : "";
  }

  private static @Nullable String id(String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (AS_IT_IS.matcher(text).matches()) {
      return text;
    }
    try {
      if (TO_BASE_36.matcher(text).matches()) {
        return Long.toUnsignedString(Long.parseUnsignedLong(text, BASE));
      }
    } catch (NumberFormatException tooLong) {
      // Told below, as whatever else is no id.
    }
    throw outdated();
  }

  /** Says that a control is not understood. */
  public static Refusal outdated() {
    return Refusal.of(
        Problem.NOT_FOUND,
        "This button is from an older version of me. Please give the command again.");
  }
}
