package dev.cairn.platform.slack;

/** One way for a message to reach somebody. */
interface AnswerRoute {
  /** What it is called in the log. */
  String name();

  /**
   * Sends a message.
   *
   * @throws SlackFailure when Slack does not take it on this way
   */
  void send(SlackMessage message);
}
