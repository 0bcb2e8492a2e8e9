package dev.cairn;

import dev.cairn.database.upkeep.ScheduledBackups;
import dev.cairn.feature.outbox.OutboxStore;
import dev.cairn.jobs.JobQueue;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Figures that are looked up now and then and not when somebody asks for them: a database that is
 * gone must not keep the metrics from telling so.
 */
final class Samples implements AutoCloseable {
  /** How often they are looked up. */
  static final Duration EVERY = Duration.ofSeconds(30);

  private final MeterRegistry meters;
  private final JobQueue jobs;
  private final OutboxStore announcements;
  private final InstantSource clock;
  private final Map<String, Long> sampled = new ConcurrentHashMap<>();
  private final JvmGcMetrics collections = new JvmGcMetrics();

  Samples(MeterRegistry meters, JobQueue jobs, OutboxStore announcements, InstantSource clock) {
    this.meters = meters;
    this.jobs = jobs;
    this.announcements = announcements;
    this.clock = clock;
    for (String state : new String[] {"due", "late", "failing"}) {
      gauge("cairn.jobs", "Work that is planned, by how it stands", state);
    }
    for (String state : OutboxStore.STATES) {
      gauge("cairn.announcements", "What is said without being asked, by how it stands", state);
    }
    new JvmMemoryMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    collections.bindTo(meters);
  }

  /** Tells whether platforms are in reach: 1 or 0. */
  record Reach(MeterRegistry meters) {
    void add(String platform, BooleanSupplier connected) {
      Gauge.builder("cairn.connected", () -> connected.getAsBoolean() ? 1 : 0)
          .description("Whether a platform is in reach")
          .tag("platform", platform)
          .register(meters);
    }
  }

  /** Tells how it stands with the backups that are made by the clock. */
  static void tell(ScheduledBackups backups, MeterRegistry meters) {
    TimeGauge.builder(
            "cairn.backup.newest",
            backups,
            TimeUnit.SECONDS,
            all -> all.newest().map(Instant::getEpochSecond).orElse(0L))
        .description("When the newest backup was made, since 1970; 0 while there is none")
        .register(meters);
    TimeGauge.builder(
            "cairn.backup.every", backups, TimeUnit.SECONDS, all -> all.every().toSeconds())
        .description("How long it is to be from one backup to the next")
        .register(meters);
    FunctionCounter.builder("cairn.backup.failures", backups, ScheduledBackups::failures)
        .description("Backups that could not be made")
        .register(meters);
  }

  private void gauge(String name, String description, String state) {
    Gauge.builder(name, () -> sampled.getOrDefault(name + state, 0L))
        .description(description)
        .tag("state", state.toLowerCase(java.util.Locale.ROOT))
        .register(meters);
  }

  /** Looks them up. */
  void take() {
    Instant now = clock.instant();
    JobQueue.Counts counts = jobs.counts(now);
    sampled.put("cairn.jobsdue", counts.due());
    sampled.put("cairn.jobslate", counts.late());
    sampled.put("cairn.jobsfailing", counts.failing());
    Map<String, Long> byState = announcements.counts();
    OutboxStore.STATES.forEach(
        state -> sampled.put("cairn.announcements" + state, byState.getOrDefault(state, 0L)));
  }

  @Override
  public void close() {
    collections.close();
  }
}
