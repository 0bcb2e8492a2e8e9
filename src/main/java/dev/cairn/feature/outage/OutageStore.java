package dev.cairn.feature.outage;

import dev.cairn.chat.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps when we were cut off from platforms. */
public interface OutageStore {

  /** When a platform was last known to be in reach; empty where it never was. */
  Optional<Instant> lastReached(Platform platform);

  /** A platform was in reach at an instant. */
  void setReached(Platform platform, Instant at);

  /** Adds an outage that is not reckoned with yet. */
  void add(Outage outage);

  /** The outages of a platform that had not ended before an instant, in their order. */
  List<Outage> since(Platform platform, Instant from);

  /** The outages of a platform that are not reckoned with yet, in their order. */
  List<Outage> unreckoned(Platform platform);

  /** Every figure that the outage may change has been derived anew. */
  void setReckoned(Outage outage);
}
