package dev.cairn.feature.streak;

import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.member.Members;
import dev.cairn.jobs.JobHandler;
import dev.cairn.jobs.JobKey;
import dev.cairn.jobs.JobQueue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/**
 * Derives anew when the streaks of a community break, after a change that all of them hang on: some
 * members at a time, each in a transaction of their own, so that nobody waits for all of them.
 *
 * <p>What a member is told of a streak does not wait for it: that is read off the days on record.
 * Only a board is read off what is derived here.
 */
public final class StreakDerivation implements JobHandler {
  /** How many members are derived before the next step is planned. */
  public static final int MEMBERS_A_STEP = 200;

  private static final String KIND = "streaks";
  private static final MemberId NOBODY = new MemberId(0);

  private final Streaks streaks;
  private final Members members;
  private final JobQueue jobs;
  private final Database database;
  private final InstantSource clock;

  public StreakDerivation(
      Streaks streaks, Members members, JobQueue jobs, Database database, InstantSource clock) {
    this.streaks = streaks;
    this.members = members;
    this.jobs = jobs;
    this.database = database;
    this.clock = clock;
  }

  /**
   * A step of a derivation.
   *
   * @param last whoever was derived last; those before are done
   * @param name of the derivation, which no other has
   */
  private record Step(MemberId last, String name) {
    private static final char BETWEEN = '/';

    static Step of(JobKey job) {
      int end = job.subject().indexOf(BETWEEN);
      return new Step(
          new MemberId(Long.parseLong(job.subject().substring(0, end))),
          job.subject().substring(end + 1));
    }

    JobKey in(CommunityId community) {
      return new JobKey(KIND, community, last.value() + String.valueOf(BETWEEN) + name);
    }

    /** Whether it will do all that another has still to do. */
    boolean includes(Step other) {
      return last.value() <= other.last.value() && !name.equals(other.name);
    }
  }

  /** All streaks of a community are derived soon. Belongs into the transaction of the change. */
  public void plan(CommunityId community, Instant at) {
    jobs.plan(new Step(NOBODY, UUID.randomUUID().toString()).in(community), at);
  }

  /** Whether some streaks of a community may have been derived before the newest change. */
  public boolean isUnderWay(CommunityId community) {
    return database.reading(() -> !jobs.planned(KIND, community).isEmpty());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobKey job, Instant due) {
    CommunityId community = job.community();
    Step step = Step.of(job);
    if (isIncluded(step, community)) {
      return;
    }
    List<MemberId> some = members.after(community, step.last(), MEMBERS_A_STEP);
    some.forEach(member -> streaks.refreshLater(community, member, clock.instant()));
    if (some.size() == MEMBERS_A_STEP) {
      jobs.plan(new Step(some.getLast(), step.name()).in(community), clock.instant());
    }
  }

  /**
   * Whether another step, which nobody has begun, will do this one's work as well. One that has
   * begun may have read the rules before they were changed.
   */
  private boolean isIncluded(Step step, CommunityId community) {
    return database.reading(() ->
        jobs.planned(KIND, community).stream()
            .filter(other -> !other.begun())
            .anyMatch(other -> Step.of(other.job()).includes(step)));
  }
}
