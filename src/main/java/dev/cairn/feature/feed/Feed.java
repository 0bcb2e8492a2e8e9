package dev.cairn.feature.feed;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A feed that a member follows with us.
 *
 * @param url where it is
 * @param title what it calls itself, or null
 * @param validators of what was read last
 * @param looked whether it has been read once: only what is new since then counts
 * @param failures how often in a row it could not be read
 * @param claim counts those who set out to read it; whoever comes back with an older one is late
 * @param nextPollAt when it is to be read again, to the millisecond as work is planned
 */
public record Feed(
    URI url,
    @Nullable String title,
    Validators validators,
    boolean looked,
    int failures,
    int claim,
    Instant nextPollAt) {

  public Feed {
    nextPollAt = nextPollAt.truncatedTo(ChronoUnit.MILLIS);
  }

  /** One that has not been read yet. */
  static Feed at(URI url, Instant firstPoll) {
    return new Feed(url, null, Validators.NONE, false, 0, 0, firstPoll);
  }

  Feed claimedUntil(Instant until) {
    return new Feed(url, title, validators, looked, failures, claim + 1, until);
  }

  Feed movedTo(URI address) {
    return new Feed(address, title, validators, looked, failures, claim, nextPollAt);
  }

  Feed read(@Nullable String newTitle, Validators newValidators) {
    return new Feed(url, newTitle, newValidators, true, 0, claim, nextPollAt);
  }

  Feed succeeded() {
    return new Feed(url, title, validators, looked, 0, claim, nextPollAt);
  }

  Feed failed() {
    return new Feed(url, title, validators, looked, failures + 1, claim, nextPollAt);
  }

  Feed pollAt(Instant next) {
    return new Feed(url, title, validators, looked, failures, claim, next);
  }
}
