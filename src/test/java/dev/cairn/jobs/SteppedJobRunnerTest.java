package dev.cairn.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.database.Database;
import dev.cairn.database.DatabaseUnderTest;
import dev.cairn.database.Statements;
import dev.cairn.domain.CommunityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SteppedJobRunnerTest {
  private static final Instant START = Instant.parse("2026-01-01T09:00:00Z");

  private final List<String> done = new ArrayList<>();

  private final class Noting implements JobHandler {
    @Override
    public String kind() {
      return "note";
    }

    @Override
    public void run(JobKey job, Instant planned) {
      done.add(job.subject());
    }
  }

  private static JobKey note(String subject) {
    return new JobKey("note", new CommunityId(1), subject);
  }

  private SteppedJobRunner runner(JobQueue jobs) {
    return new SteppedJobRunner(jobs, List.of(new Noting()), (at, work) -> work.run());
  }

  @ParameterizedTest
  @EnumSource
  void asksNothingUntilSomethingMayBeDue(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      JobQueue jobs = new JobQueue(database);
      SteppedJobRunner runner = runner(jobs);
      jobs.plan(note("later"), START.plusSeconds(100));
      Statements statements = Statements.of(database);
      runner.runThrough(START);
      assertThat(statements.take().sql()).isNotEmpty();
      runner.runThrough(START.plusSeconds(99));
      assertThat(statements.take().sql()).isEmpty();
      assertThat(done).isEmpty();
      runner.runThrough(START.plusSeconds(100));
      assertThat(done).containsExactly("later");
      statements.take();
      runner.runThrough(START.plusSeconds(1000));
      assertThat(statements.take().sql()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesWhatIsPlannedForEarlierMeanwhile(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      JobQueue jobs = new JobQueue(database);
      SteppedJobRunner runner = runner(jobs);
      jobs.plan(note("later"), START.plusSeconds(100));
      runner.runThrough(START);
      database.transaction(() -> {
        jobs.plan(note("sooner"), START.plusSeconds(50));
        runner(jobs).runThrough(START.plusSeconds(1));
      });
      runner.runThrough(START.plusSeconds(50));
      assertThat(done).containsExactly("sooner");
      runner.runThrough(START.plusSeconds(100));
      assertThat(done).containsExactly("sooner", "later");
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesWhatWasThereBeforeIt(DatabaseUnderTest under) {
    try (Database database = under.open()) {
      new JobQueue(database).plan(note("kept"), START);
      runner(new JobQueue(database)).runThrough(START);
      assertThat(done).containsExactly("kept");
    }
  }
}
