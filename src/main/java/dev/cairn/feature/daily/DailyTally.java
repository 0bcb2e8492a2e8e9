package dev.cairn.feature.daily;

import dev.cairn.chat.Place;
import dev.cairn.connection.Connections;
import dev.cairn.connection.MessageSender;
import dev.cairn.connection.MessageSender.Delivery;
import dev.cairn.connection.Serving;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.outbox.OutboxMessage;
import dev.cairn.jobs.JobHandler;
import dev.cairn.jobs.JobKey;
import dev.cairn.jobs.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a tally on the daily posts: how many studied the day that a post sets. Pressing the post's
 * button is answered in private; this is what the channel sees of it. Many presses within a few
 * seconds are one change of the post.
 */
public final class DailyTally implements JobHandler {
  static final String KIND = "tally";

  /** A post is changed at most once in this time, in seconds. */
  private static final long PACE = 10;

  /** On how many of the newest posts of a channel a tally is kept. */
  private static final int POSTS = 14;

  private static final Duration ELSEWHERE = Duration.ofSeconds(1);
  private static final char BEFORE_DAY = '|';
  private static final Logger LOG = LoggerFactory.getLogger(DailyTally.class);

  private final DailyPosts dailyPosts;
  private final DailyPost dailyPost;
  private final Connections connections;
  private final JobQueue jobs;
  private final InstantSource clock;

  public DailyTally(
      DailyPosts dailyPosts,
      DailyPost dailyPost,
      Connections connections,
      JobQueue jobs,
      InstantSource clock) {
    this.dailyPosts = dailyPosts;
    this.dailyPost = dailyPost;
    this.connections = connections;
    this.jobs = jobs;
    this.clock = clock;
  }

  static JobKey job(Community community, Place place, String dayId) {
    return new JobKey(KIND, community.id(), place.key() + BEFORE_DAY + dayId);
  }

  /** When a change at an instant is shown. */
  static Instant next(Instant at) {
    return Instant.ofEpochSecond((at.getEpochSecond() / PACE + 1) * PACE);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobKey job, Instant due) {
    String subject = job.subject();
    int end = subject.lastIndexOf(BEFORE_DAY);
    String dayId = subject.substring(end + 1);
    Place place = Place.ofKey(subject.substring(0, end));
    if (connections.serving(place) == Serving.ELSEWHERE) {
      // Another process may have its turn.
      jobs.plan(job, clock.instant().plus(ELSEWHERE));
      return;
    }
    List<DailyPostSettings> all = dailyPosts.all(place);
    if (!all.isEmpty()) {
      DailyPostSettings any = all.getFirst();
      dailyPosts.sent(any.community(), any.place(), POSTS * all.size()).stream()
          .filter(post -> dailyPost.dayId(any.community(), post).filter(dayId::equals).isPresent())
          .forEach(post -> change(post, job));
    }
  }

  private void change(OutboxMessage post, JobKey job) {
    String messageId = post.messageId();
    Optional<MessageSender> sender = connections.sender(post.platform());
    if (messageId == null || sender.isEmpty()) {
      return;
    }
    dailyPost
        .compose(post)
        .map(message -> sender.get().edit(message, messageId))
        .ifPresent(delivery -> {
          LOG.debug("the tally on {}: {}", messageId, delivery);
          if (delivery instanceof Delivery.Later(String _, Duration after)) {
            Duration pause = after == null ? Duration.ofMinutes(1) : after;
            jobs.plan(job, next(clock.instant().plus(pause)));
          }
        });
  }
}
