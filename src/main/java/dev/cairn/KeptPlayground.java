package dev.cairn;

import dev.cairn.feature.playground.KeptMessage;
import dev.cairn.feature.playground.PlaygroundStore;
import dev.cairn.platform.local.playground.Message;
import dev.cairn.platform.local.playground.MessageJson;
import dev.cairn.platform.local.playground.PlaygroundRecords;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a playground in the database, along with what its members did. */
final class KeptPlayground implements PlaygroundRecords {
  private static final Logger LOG = LoggerFactory.getLogger(KeptPlayground.class);

  /** What is longer than this is forgotten over a restart. */
  private static final int LONGEST = 1_000_000;

  private final PlaygroundStore store;

  KeptPlayground(PlaygroundStore store) {
    this.store = store;
  }

  @Override
  public List<Message> messages() {
    return store.all().stream().flatMap(KeptPlayground::message).toList();
  }

  private static Stream<Message> message(KeptMessage kept) {
    return MessageJson.read(kept.body())
        .map(body -> new Message(kept.id(), kept.channel(), kept.at(), kept.onlyFor(), body, 0))
        .stream();
  }

  /** What cannot be kept was said all the same. */
  @Override
  public void keep(Message message, long forgotten) {
    try {
      MessageJson.write(message.body())
          .filter(json -> json.length() <= LONGEST)
          .ifPresent(json ->
              store.keep(
                  new KeptMessage(
                      message.id(),
                      message.channel(),
                      message.at(),
                      message.onlyFor(),
                      message.user().orElse(null),
                      json),
                  forgotten));
    } catch (RuntimeException failure) {
      LOG.warn("a message of the playground is not kept", failure);
    }
  }

  @Override
  public Contents contents() {
    Map<String, Long> rows = store.count();
    return new Contents(
        rows.getOrDefault("member", 0L),
        rows.getOrDefault("check_in", 0L),
        rows.getOrDefault("post", 0L),
        rows.getOrDefault("study_group", 0L));
  }

  @Override
  public void empty() {
    store.empty();
  }
}
