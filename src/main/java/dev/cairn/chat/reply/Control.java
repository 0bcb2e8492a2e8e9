package dev.cairn.chat.reply;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType;
import java.net.URI;
import java.util.List;

/** Something to press or pick under a card. */
public sealed interface Control {

  /** A button that gives a command. */
  record Button(String label, Action action, Style style, Effect effect) implements Control {
    /** How much a button stands out. */
    public enum Style {
      PRIMARY,
      SECONDARY,
      DANGER
    }
  }

  /** A button that opens a page. */
  record LinkButton(String label, URI target) implements Control {}

  /**
   * A list to pick one entry from; picking gives the command with the entry's value as one more
   * argument.
   *
   * @param placeholder what is shown while nothing is picked
   * @param action the command
   * @param option the option that takes the picked value
   * @param entries at least one
   */
  record Select(
      String placeholder,
      Action action,
      String option,
      List<OptionType.ChoiceValue> entries,
      Effect effect)
      implements Control {
    public Select {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A button that opens a form.
   *
   * @param label what the button says
   * @param form what it opens
   */
  record FormButton(String label, Form form) implements Control {}
}
