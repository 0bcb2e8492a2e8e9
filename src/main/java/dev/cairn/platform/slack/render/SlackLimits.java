package dev.cairn.platform.slack.render;

import java.time.Duration;

/**
 * What Slack takes at most. Lengths are in characters (UTF-16). From Slack's Block Kit reference
 * and its published types, the smaller where the two differ.
 */
public final class SlackLimits {
  /** Blocks of a message. */
  static final int MESSAGE_BLOCKS = 50;

  /**
   * Text in all blocks of a message. Slack names no number and answers {@code msg_blocks_too_long}
   * somewhat above 13,000.
   */
  static final int MESSAGE_TEXT = 12_000;

  /** The text of a message in a notification; Slack cuts it off at 40,000 characters. */
  static final int NOTIFICATION_TEXT = 3_000;

  /** The same text where it changes a message: {@code msg_too_long} beyond. */
  static final int CHANGED_TEXT = 4_000;

  /** Blocks of a modal or of App Home. */
  static final int VIEW_BLOCKS = 100;

  static final int VIEW_TITLE = 24;
  static final int VIEW_BUTTON = 24;
  static final int PRIVATE_METADATA = 3_000;

  static final int HEADER_TEXT = 150;

  /** Text of a section; also what we put into one rich text block, for which none is named. */
  static final int SECTION_TEXT = 3_000;

  static final int FIELDS = 10;
  static final int FIELD_TEXT = 2_000;
  static final int CONTEXT_TEXT = 2_000;
  static final int ALT_TEXT = 2_000;

  static final int ACTION_ELEMENTS = 25;
  static final int ACTION_ID = 255;
  static final int BUTTON_TEXT = 75;
  static final int BUTTON_VALUE = 2_000;
  static final int BUTTON_URL = 3_000;

  static final int OPTIONS = 100;
  static final int OPTION_TEXT = 75;
  static final int OPTION_VALUE = 75;
  static final int PLACEHOLDER = 150;

  static final int INPUT_LABEL = 2_000;
  static final int INPUT_TEXT = 3_000;

  /** Rows of a table, its header among them. */
  static final int TABLE_ROWS = 100;

  static final int TABLE_COLUMNS = 20;

  /** Text in all cells of a message's tables. */
  static final int TABLE_TEXT = 10_000;

  /** Tables in a message. */
  static final int TABLES = 1;

  /** How old a signed request may be, and how far ahead of our clock. */
  public static final Duration REQUEST_AGE = Duration.ofMinutes(5);

  /** Bytes of a request's body. Slack's largest, a submitted modal with its view, is far below. */
  public static final int REQUEST_BODY = 1 << 20;

  /**
   * How long an acknowledgement may take, of Slack's three seconds: the rest is for the way there
   * and back.
   */
  public static final Duration ACKNOWLEDGEMENT = Duration.ofSeconds(2);

  private SlackLimits() {}
}
