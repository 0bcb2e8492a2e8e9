package dev.cairn.chat;

/** What pressing a control does to the message that it sits on. */
public enum Effect {
  /** The answer is a message of its own. */
  REPLY,
  /**
   * The answer takes the place of the message, when its owner pressed; anybody else gets an answer
   * of their own.
   */
  UPDATE
}
