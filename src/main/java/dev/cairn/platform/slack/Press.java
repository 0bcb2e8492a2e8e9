package dev.cairn.platform.slack;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Problem;
import dev.cairn.chat.Refusal;
import dev.cairn.command.LineReader;

/**
 * What a button or a select does, as Slack gives it back to us when it is used.
 *
 * <p>Its text form is {@code 1R U123 done note:hi}: a version, the effect, the owner of the
 * message, the action. {@code & < > %} are written as in a web address, because Slack escapes the
 * first three on the way back.
 *
 * @param effect what it does to the message that it sits on
 * @param owner the user to whom the message answered
 * @param action what it gives
 */
record Press(Effect effect, String owner, Action action) {
  private static final char VERSION = '1';
  private static final String NOBODY = "-";

  /** The text form, as long as it needs to be. */
  String encoded() {
    char letter =
        switch (effect) {
          case REPLY -> 'R';
          case UPDATE -> 'U';
        };
    String user = owner.isEmpty() ? NOBODY : owner;
    return SlackEscapes.encoded("" + VERSION + letter + " " + user + " " + action);
  }

  /**
   * Reads the text form.
   *
   * @throws Refusal when it is from another version of us
   */
  static Press decoded(String text) {
    String[] parts = SlackEscapes.decoded(text).split(" ", 3);
    if (parts.length == 3
        && parts[0].length() == 2
        && parts[0].charAt(0) == VERSION
        && (parts[0].charAt(1) == 'R' || parts[0].charAt(1) == 'U')) {
      Effect effect = parts[0].charAt(1) == 'U' ? Effect.UPDATE : Effect.REPLY;
      String owner = parts[1].equals(NOBODY) ? "" : parts[1];
      return new Press(effect, owner, LineReader.action(parts[2]));
    }
    throw outdated();
  }

  /**
   * Reads a select's {@code action_id} with the value that was picked from it.
   *
   * @throws Refusal when it is from another version of us
   */
  static Press picked(String actionId, String value) {
    String[] parts = actionId.split(" ", 3);
    if (parts.length < 3) {
      throw outdated();
    }
    Press press = decoded(parts[2]);
    return new Press(
        press.effect(), press.owner(), press.action().with(parts[1], SlackEscapes.decoded(value)));
  }

  static Refusal outdated() {
    return Refusal.of(
        Problem.NOT_FOUND,
        "This button is from an older version of me. Please give the command again.");
  }
}
