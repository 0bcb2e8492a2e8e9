package dev.cairn.platform.slack.render;

import java.util.Optional;

/** What an element is, told by the first letter of its {@code action_id}. */
public enum ActionKind {
  BUTTON('b'),
  FORM('f'),
  LINK('l'),
  SELECT('s');

  private final char letter;

  ActionKind(char letter) {
    this.letter = letter;
  }

  /** An id that is unique within a message. */
  String actionId(int index) {
    return "" + letter + index;
  }

  /** The kind that an id tells; empty for an id that is not ours. */
  public static Optional<ActionKind> of(String actionId) {
    for (ActionKind kind : values()) {
      if (!actionId.isEmpty() && actionId.charAt(0) == kind.letter) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
