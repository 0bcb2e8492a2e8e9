package dev.cairn.platform.slack.answer;

import dev.cairn.platform.slack.api.SlackFailure;
import dev.cairn.platform.slack.render.SlackMessage;

/** One way for a message to reach somebody. */
interface AnswerRoute {
  /** What it is called in the log. */
  String name();

  /** Whether it takes pictures that were uploaded; a {@code response_url} takes none. */
  boolean takesUploads();

  /**
   * Sends a message.
   *
   * @throws SlackFailure when Slack does not take it on this way
   */
  void send(SlackMessage message);
}
