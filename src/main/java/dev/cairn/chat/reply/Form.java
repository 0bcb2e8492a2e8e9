package dev.cairn.chat.reply;

import dev.cairn.chat.Action;
import java.util.List;

/**
 * Asks for options of a command; sending it gives the command with what was filled in. Each
 * platform draws an input that fits the option's type.
 *
 * @param title at most 24 characters: the shortest title a platform allows
 * @param action the command, with the arguments that are not asked for; an argument that is asked
 *     for is filled in beforehand
 * @param asked names of the options to ask for, 1 to 5
 * @param submitLabel what the sending button says
 */
public record Form(String title, Action action, List<String> asked, String submitLabel) {
  public Form {
    asked = List.copyOf(asked);
    if (title.length() > 24) {
      throw new IllegalArgumentException("form title is longer than 24 characters: " + title);
    }
    if (asked.isEmpty() || asked.size() > 5) {
      throw new IllegalArgumentException("a form asks for 1 to 5 options");
    }
  }
}
