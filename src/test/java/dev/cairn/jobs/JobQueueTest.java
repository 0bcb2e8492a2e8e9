package dev.cairn.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.People;
import dev.cairn.domain.CommunityId;
import dev.cairn.jobs.JobQueue.Due;
import dev.cairn.jobs.JobQueue.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every jobs promises. */
final class JobQueueTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

  private static JobKey job(String kind, String subject) {
    return new JobKey(kind, new CommunityId(12), subject);
  }

  private static Due due(String kind, String subject, Instant at) {
    return new Due(new Entry(job(kind, subject), at), at, 0);
  }

  /** What is worked off until an instant, in order. */
  private static List<Due> workOff(JobQueue jobs, Instant until) {
    List<Due> done = new ArrayList<>();
    for (Optional<Due> next = jobs.next(until); next.isPresent(); next = jobs.next(until)) {
      done.add(next.get());
      jobs.remove(next.get().entry());
    }
    return done;
  }

  @ParameterizedTest
  @EnumSource
  void whatIsDueComesInItsOrderAndNothingComesEarly(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      JobQueue jobs = new JobQueue(database);
      assertThat(jobs.next(AT)).isEmpty();
      jobs.plan(job("b", "1"), AT);
      jobs.plan(job("a", "2"), AT);
      jobs.plan(job("a", "1"), AT);
      jobs.plan(job("z", "0"), AT.minusSeconds(1));
      jobs.plan(job("a", "0"), AT.plusMillis(1));
      assertThat(workOff(jobs, AT))
          .containsExactly(
              due("z", "0", AT.minusSeconds(1)),
              due("a", "1", AT),
              due("a", "2", AT),
              due("b", "1", AT));
      assertThat(workOff(jobs, AT.plusMillis(1))).containsExactly(due("a", "0", AT.plusMillis(1)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPlannedTwiceForOneInstantIsDoneOnce(DatabaseUnderTest under) throws Exception {
    try (Database database = under.open()) {
      JobQueue jobs = new JobQueue(database);
      // Finer than the jobs tells instants apart.
      People.writeAtOnce(database, 6, thread -> jobs.plan(job("a", "1@odd"), AT.plusNanos(thread)));
      jobs.plan(job("a", "1@odd"), AT.plusSeconds(1));
      assertThat(workOff(jobs, AT.plusSeconds(1)))
          .containsExactly(due("a", "1@odd", AT), due("a", "1@odd", AT.plusSeconds(1)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatFailedComesAgainLaterAndSaysHowOften(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      JobQueue jobs = new JobQueue(database);
      Entry entry = new Entry(job("a", "1"), AT);
      jobs.plan(job("a", "1"), AT);
      jobs.postpone(entry, AT.plusSeconds(60));
      assertThat(jobs.next(AT.plusSeconds(59))).isEmpty();
      assertThat(jobs.next(AT.plusSeconds(60))).contains(new Due(entry, AT.plusSeconds(60), 1));
      jobs.postpone(entry, AT.plusSeconds(120));
      assertThat(jobs.next(AT.plusSeconds(120))).contains(new Due(entry, AT.plusSeconds(120), 2));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatSomebodyClaimedIsNobodyElsesUntilClaimsEnd(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      JobQueue jobs = new JobQueue(database);
      jobs.plan(job("a", "1"), AT);
      // As db-scheduler claims it.
      database.update("update scheduled_tasks set picked = true, picked_by = 'me'").execute();
      assertThat(jobs.next(AT)).isEmpty();
      jobs.endClaims();
      assertThat(jobs.next(AT)).contains(due("a", "1", AT));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsUndoneWasNeverPlanned(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      JobQueue jobs = new JobQueue(database);
      assertThatThrownBy(() ->
              database.transaction(() -> {
                jobs.plan(job("a", "1"), AT);
                throw new IllegalStateException("undo");
              }))
          .hasMessage("undo");
      assertThat(jobs.next(AT)).isEmpty();
    }
  }
}
