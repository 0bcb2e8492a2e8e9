package dev.cairn.feature.outbox;

import dev.cairn.connection.Connections;
import dev.cairn.connection.MessageSender.Delivery;
import dev.cairn.connection.Serving;
import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.jobs.JobHandler;
import dev.cairn.jobs.JobKey;
import dev.cairn.jobs.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has messages that are there say what their composer says of them now. */
public final class OutboxUpdate implements JobHandler {
  static final String KIND = "update";

  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** After which another process may have taken up what it serves. */
  private static final Duration ELSEWHERE = Duration.ofSeconds(1);

  private static final char AFTER_KIND = ' ';
  private static final char BEFORE_PLACE = '\n';
  private static final Logger LOG = LoggerFactory.getLogger(OutboxUpdate.class);

  private final OutboxStore store;
  private final Map<String, MessageComposer> composers;
  private final Connections connections;
  private final JobQueue jobs;
  private final Database database;
  private final InstantSource clock;

  public OutboxUpdate(
      OutboxStore store,
      Collection<MessageComposer> composers,
      Connections connections,
      JobQueue jobs,
      Database database,
      InstantSource clock) {
    this.store = store;
    this.composers =
        composers.stream().collect(Collectors.toMap(MessageComposer::kind, Function.identity()));
    this.connections = connections;
    this.jobs = jobs;
    this.database = database;
    this.clock = clock;
  }

  static JobKey job(CommunityId community, String kind, String key) {
    return new JobKey(KIND, community, kind + AFTER_KIND + key);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobKey job, Instant due) {
    int end = job.subject().indexOf(AFTER_KIND);
    int last = job.subject().indexOf(BEFORE_PLACE);
    String kind = job.subject().substring(0, end);
    String key = job.subject().substring(end + 1, last < 0 ? job.subject().length() : last);
    database.reading(() -> store.sent(job.community(), kind, key)).stream()
        .filter(message -> last < 0 || job.subject().endsWith(in(message)))
        .forEach(message -> {
          if (connections.serving(message.address().place()) == Serving.ELSEWHERE) {
            String all = last < 0 ? job.subject() : job.subject().substring(0, last);
            jobs.plan(
                new JobKey(KIND, job.community(), all + in(message)),
                clock.instant().plus(ELSEWHERE));
          } else {
            update(message, job);
          }
        });
  }

  /** How it is told which of several messages is meant. */
  private static String in(OutboxMessage message) {
    return BEFORE_PLACE + message.address().place().key();
  }

  private void update(OutboxMessage message, JobKey job) {
    String messageId = message.messageId();
    MessageComposer composer = composers.get(message.kind());
    if (messageId == null || composer == null) {
      return;
    }
    connections
        .sender(message.platform())
        .flatMap(
            sender -> composer.compose(message).map(outgoing -> sender.edit(outgoing, messageId)))
        .ifPresent(delivery -> {
          LOG.debug("{} says something else: {}", messageId, delivery);
          if (delivery instanceof Delivery.Later(String _, Duration after)) {
            jobs.plan(job, clock.instant().plus(after == null ? PAUSE : after));
          }
        });
  }
}
