package dev.cairn.feature.milestone;

import dev.cairn.chat.ChannelRef;
import dev.cairn.database.Database;
import dev.cairn.domain.day.DailyHour;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.jobs.JobHandler;
import dev.cairn.jobs.JobKey;
import dev.cairn.jobs.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Says what is reached: to the community at once, at a time that was planned, or many in one post;
 * and to the moderators each on a card of its own, or many in one message.
 *
 * <p>A milestone becomes announced in the transaction that decides on its post, with its row
 * locked, and only one that waits does: so it is in one post at most, ever.
 */
public final class MilestoneAnnouncements implements JobHandler {
  private static final Duration WORTH_CELEBRATING = Duration.ofDays(7);
  private static final Duration WORTH_DECIDING = Duration.ofDays(30);

  /** Within which they are many. */
  private static final Duration DAY = Duration.ofDays(1);

  /** When those that were collected are told, by the community's clock. */
  private static final DailyHour MORNING = DailyHour.everyDayAt(LocalTime.of(9, 0));

  /** How long a message that lists what waits is left as it is, though more is found. */
  private static final Duration LISTED_WITHIN = Duration.ofMinutes(2);

  private final MilestoneStore store;
  private final Outbox outbox;
  private final JobQueue jobs;
  private final Communities communities;
  private final Database database;
  private final InstantSource clock;

  public MilestoneAnnouncements(
      MilestoneStore store,
      Outbox outbox,
      JobQueue jobs,
      Communities communities,
      Database database,
      InstantSource clock) {
    this.store = store;
    this.outbox = outbox;
    this.jobs = jobs;
    this.communities = communities;
    this.database = database;
    this.clock = clock;
  }

  /** What was found is announced, collected, or laid before the moderators. */
  void found(Community community, MilestonePolicy policy, List<Milestone> found, Instant at) {
    List<ChannelRef> channels = store.channels(community, Purpose.ANNOUNCEMENTS);
    boolean many = policy.isMany(() -> store.foundSince(community, at.minus(DAY)));
    if (!policy.automatic() || channels.isEmpty()) {
      layBefore(community, found, many || policy.isMany(() -> store.undecided(community)), at);
    } else if (many) {
      Instant morning = MORNING.after(at, community.zones().at(at)).at();
      found.forEach(milestone -> plan(community, milestone, morning, true));
    } else {
      found.forEach(milestone -> announce(community, List.of(milestone), channels, at));
    }
  }

  private void layBefore(Community community, List<Milestone> found, boolean many, Instant at) {
    store
        .channels(community, Purpose.DECISIONS)
        .forEach(channel -> {
          if (many) {
            layAllBefore(community, channel, at);
          } else {
            found.forEach(milestone ->
                outbox.announce(
                    community.id(),
                    DecisionComposer.KIND,
                    Long.toString(milestone.id()),
                    channel,
                    at,
                    at.plus(WORTH_DECIDING)));
          }
        });
  }

  /** One message a day lists what waits, and goes on listing it. */
  private void layAllBefore(Community community, ChannelRef channel, Instant at) {
    String key = community.today(at).toString();
    boolean isNew =
        outbox.announce(
            community.id(), DecisionDigestComposer.KIND, key, channel, at, at.plus(WORTH_DECIDING));
    if (!isNew) {
      // By then a message on its way has arrived; and what comes in one go is added in one go.
      outbox.update(
          community.id(),
          DecisionDigestComposer.KIND,
          key,
          at.truncatedTo(ChronoUnit.MINUTES).plus(LISTED_WITHIN));
    }
  }

  /** The messages to the moderators that tell it say what has become of it. */
  void decided(Community community, List<Milestone> milestones, Instant at) {
    milestones.forEach(milestone ->
        outbox.update(community.id(), DecisionComposer.KIND, Long.toString(milestone.id()), at));
    store
        .channels(community, Purpose.DECISIONS)
        .forEach(channel ->
            outbox
                .newest(community.id(), DecisionDigestComposer.KIND, channel)
                .ifPresent(message ->
                    outbox.update(community.id(), DecisionDigestComposer.KIND, message.key(), at)));
  }

  /** These, which wait and are locked, are announced: in one post where they are several. */
  void announce(
      Community community, List<Milestone> milestones, List<ChannelRef> channels, Instant at) {
    Milestone first = milestones.getFirst();
    boolean alone = milestones.size() == 1;
    if (alone) {
      store.setState(community, first, Milestone.State.ANNOUNCED);
    } else {
      store.setAnnounced(community, milestones);
    }
    channels.forEach(channel ->
        outbox.announce(
            community.id(),
            alone ? MilestoneComposer.KIND : MilestoneDigestComposer.KIND,
            Long.toString(first.id()),
            channel,
            at,
            at.plus(WORTH_CELEBRATING)));
  }

  /** It is announced at an instant, if it still waits then. */
  void plan(Community community, Milestone milestone, Instant at, boolean collected) {
    store.plan(community, milestone, at, collected);
    jobs.plan(new JobKey(kind(), community.id(), Long.toString(milestone.id())), at);
  }

  @Override
  public String kind() {
    return "milestones";
  }

  @Override
  public void run(JobKey job, Instant due) {
    Instant now = clock.instant();
    communities
        .find(job.community())
        .ifPresent(community -> database.transaction(() -> announceDue(community, now)));
  }

  private void announceDue(Community community, Instant now) {
    List<ChannelRef> channels = store.channels(community, Purpose.ANNOUNCEMENTS);
    MilestonePolicy policy = store.policy(community).orElse(MilestonePolicy.DEFAULT);
    List<Milestone> collected = store.lockDue(community, now, true);
    List<Milestone> planned = store.lockDue(community, now, false);
    announceDue(community, collected, true, channels, now);
    announceDue(community, planned, policy.isMany(planned::size), channels, now);
  }

  private void announceDue(
      Community community,
      List<Milestone> due,
      boolean together,
      List<ChannelRef> channels,
      Instant now) {
    if (due.isEmpty()) {
      return;
    }
    if (channels.isEmpty()) {
      // There is nowhere any more: they wait for a moderator again.
      due.forEach(milestone -> store.plan(community, milestone, null, false));
    } else if (together) {
      announce(community, due, channels, now);
    } else {
      due.forEach(milestone -> announce(community, List.of(milestone), channels, now));
    }
    decided(community, due, now);
  }

  /** Why the announcement of a milestone is not there, for each place that it did not reach. */
  List<String> failures(Community community, Milestone milestone) {
    Long with = milestone.announcedWith();
    return milestone.state() == Milestone.State.ANNOUNCED
        ? outbox.failures(
            community.id(),
            with == null ? MilestoneComposer.KIND : MilestoneDigestComposer.KIND,
            Long.toString(with == null ? milestone.id() : with))
        : List.of();
  }
}
