package dev.cairn.platform.slack.receive;

import java.util.Map;

/** A form that was sent and waits, for a moment, to be told whether all is well. */
interface OpenForm {
  /**
   * Keeps it open and shows what is wrong.
   *
   * @param problems by option
   * @return whether that was in time; not when it was closed meanwhile
   */
  boolean show(Map<String, String> problems);

  /** Closes it, unless it was closed meanwhile. */
  void close();
}
