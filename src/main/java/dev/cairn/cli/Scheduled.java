package dev.cairn.cli;

import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.Reply;
import dev.cairn.platform.local.ReplyJson;
import java.time.Instant;

/**
 * What was posted without being asked for.
 *
 * @param kind what kind it is: {@code daily}, {@code reminder}, {@code milestone}, …
 * @param at when
 * @param community the name of the community
 * @param audience who sees it
 */
record Scheduled(String kind, Instant at, String community, Audience audience, Reply.Card card) {

  /** The line of JSON that tells it. */
  String json() {
    return ReplyJson.scheduled(kind, at, community, audience, card);
  }
}
