package dev.cairn.platform.slack.send;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cairn.connection.MessageSender.Delivery.Sent;
import java.time.Duration;
import java.util.Optional;

/** What was posted lately, by nonce, so that it is not posted again. */
final class RecentPosts {
  private final Cache<Key, Sent> posts =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1)).build();

  private record Key(String channel, String nonce) {}

  Optional<Sent> find(String channel, String nonce) {
    return Optional.ofNullable(posts.getIfPresent(new Key(channel, nonce)));
  }

  void remember(String channel, String nonce, Sent sent) {
    posts.put(new Key(channel, nonce), sent);
  }
}
