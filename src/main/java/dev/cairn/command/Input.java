package dev.cairn.command;

import dev.cairn.chat.Action;
import dev.cairn.chat.Direction;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Form;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a member did, as their platform tells it. */
public sealed interface Input {

  /**
   * They typed a line: a command with its options.
   *
   * @param text with or without a leading slash
   */
  record Line(String text) implements Input {
    public Line {
      text = Direction.cleaned(text);
    }
  }

  /**
   * They gave a command that their platform knows, with separate options. The platform may know our
   * commands as they were before an update.
   *
   * @param command its words, without a slash
   * @param values typed as the platform types them; {@link Value.Text} where it has only text
   */
  record Options(String command, Map<String, Value> values) implements Input {
    public Options {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /**
   * They pressed a button or picked an entry.
   *
   * @param byOwner whether the message that it sits on answered them
   */
  record Press(Action action, Effect effect, boolean byOwner) implements Input {}

  /** They pressed a button that opens a form. */
  record Open(Form form) implements Input {}

  /**
   * They sent a form.
   *
   * @param action the form's command, with the arguments that were not asked for
   * @param asked names of the options that were asked for
   * @param filled what was filled in, without what was left blank
   */
  record Submission(Action action, List<String> asked, Map<String, Value> filled) implements Input {
    public Submission {
      asked = List.copyOf(asked);
      filled = Collections.unmodifiableMap(new LinkedHashMap<>(filled));
    }
  }
}
