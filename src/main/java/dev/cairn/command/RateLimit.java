package dev.cairn.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cairn.chat.Account;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How many commands one account may give: a token bucket each. */
public final class RateLimit {
  /** As many as anybody typing or pressing by hand will ever need. */
  public static final RateLimit.Policy DEFAULT = new Policy(20, Duration.ofSeconds(30));

  /** What a bucket and its key take, about. */
  private static final int BUCKET_BYTES = 512;

  /** A small heap gives less; whoever loses their bucket begins with a full one. */
  private static final long MOST_BUCKETS =
      Math.min(100_000, Runtime.getRuntime().maxMemory() / 16 / BUCKET_BYTES);

  private final Policy policy;
  private final TimeMeter meter;
  private final Cache<Key, Bucket> buckets;

  /**
   * A burst, and the time in which it is refilled.
   *
   * @param burst commands at once, at least 1
   * @param refill until an empty bucket is full again
   */
  public record Policy(int burst, Duration refill) {}

  private record Key(String platform, String community, String user) {}

  /** Limits by this policy and clock. */
  public RateLimit(Policy policy, InstantSource clock) {
    this.policy = policy;
    this.meter = new ClockMeter(clock);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(policy.refill.multipliedBy(2))
            .build();
  }

  /**
   * Takes one command from the account's bucket: zero when it had one, else how long until it will.
   */
  Duration take(Account account) {
    Bucket bucket =
        buckets.get(
            new Key(account.platform().key(), account.community(), account.user()),
            key -> newBucket());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(policy.burst).refillGreedy(policy.burst, policy.refill))
        .withCustomTimePrecision(meter)
        .build();
  }

  /** Buckets on our clock, so that tests need not wait. */
  private record ClockMeter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
