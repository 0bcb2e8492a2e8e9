package dev.cairn.platform.discord.render;

import java.time.Duration;

/** What Discord takes at most, as its documentation says. Lengths are in characters (UTF-16). */
public final class DiscordLimits {
  /** All components of a message, nested ones included. */
  static final int COMPONENTS = 40;

  /** The text of all text displays of a message together. */
  static final int MESSAGE_TEXT = 4000;

  /** Files attached to a message. */
  static final int ATTACHMENTS = 10;

  /** Pictures in one gallery. */
  static final int GALLERY_ITEMS = 10;

  /** The description of a picture, for whoever cannot see it. */
  static final int ALT_TEXT = 1024;

  /** Buttons side by side. */
  static final int ROW_BUTTONS = 5;

  /** Rows of controls. Ours: more would bury the text on a phone. */
  static final int ROWS = 5;

  /** The id of a component or a modal. */
  public static final int CUSTOM_ID = 100;

  static final int BUTTON_LABEL = 80;
  static final int BUTTON_URL = 512;

  /** Entries of a select, choices of an option, suggestions of an autocomplete. */
  public static final int ENTRIES = 25;

  public static final int ENTRY_LABEL = 100;
  public static final int ENTRY_VALUE = 100;

  /** Discord takes 150, JDA no more than this. */
  static final int SELECT_PLACEHOLDER = 100;

  static final int MODAL_INPUT = 4000;
  static final int MODAL_LABEL = 45;
  static final int MODAL_DESCRIPTION = 100;

  /** The text of a string option of a slash command. */
  public static final int OPTION_TEXT = 6000;

  /** Whole numbers that survive JavaScript: an integer option takes no more. */
  public static final long OPTION_WHOLE = (1L << 53) - 1;

  public static final int THREAD_NAME = 100;

  /**
   * How long an interaction waits for its first answer before Discord tells the member that we did
   * not respond.
   */
  static final Duration FIRST_ANSWER = Duration.ofSeconds(3);

  /** How long an interaction can be answered at all. */
  public static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

  private DiscordLimits() {}
}
