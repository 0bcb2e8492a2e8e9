package dev.cairn.platform.slack.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.bolt.service.OAuthStateService;
import java.time.Duration;

/**
 * The states of installations under way: each is good once, for ten minutes, in the browser that
 * began it (Bolt's cookie sees to that).
 */
public final class OAuthStates implements OAuthStateService {
  private final Cache<String, Boolean> issued =
      Caffeine.newBuilder()
          .maximumSize(10_000)
          .expireAfterWrite(Duration.ofSeconds(DEFAULT_EXPIRATION_IN_SECONDS))
          .build();

  @Override
  public void addNewStateToDatastore(String state) {
    issued.put(state, Boolean.TRUE);
  }

  @Override
  public boolean isAvailableInDatabase(String state) {
    // Taken out here and not when the flow has succeeded: a state that failed is no good either.
    return issued.asMap().remove(state) != null;
  }

  @Override
  public void deleteStateFromDatastore(String state) {
    issued.invalidate(state);
  }
}
