package dev.cairn.jobs;

import dev.cairn.database.Database;
import dev.cairn.database.Row;
import dev.cairn.database.Statement;
import dev.cairn.domain.CommunityId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What is to be done later, in the table that db-scheduler works off. */
public final class JobQueue {
  private static final Duration LATE = Duration.ofMinutes(1);
  private static final String IT = " where task_name = :kind and task_instance = :name";

  private final Database database;

  /** The first instant that anything was planned for since somebody last asked. */
  private final AtomicReference<Instant> planned = new AtomicReference<>(Instant.MIN);

  public JobQueue(Database database) {
    this.database = database;
  }

  /**
   * A piece of work that was planned.
   *
   * @param planned the instant it was planned for, however late it is run
   */
  public record Entry(JobKey job, Instant planned) {
    private static final char AFTER_COMMUNITY = '.';
    private static final char BEFORE_INSTANT = '@';

    public Entry {
      planned = planned.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The entry of a name. */
    public static Entry named(String kind, String name) {
      int dot = name.indexOf(AFTER_COMMUNITY);
      int at = name.lastIndexOf(BEFORE_INSTANT);
      CommunityId community = new CommunityId(Long.parseLong(name.substring(0, dot)));
      return new Entry(
          new JobKey(kind, community, name.substring(dot + 1, at)),
          Instant.parse(name.substring(at + 1)));
    }

    /** A name that no other entry of this kind has. */
    public String name() {
      return job.community().value()
          + String.valueOf(AFTER_COMMUNITY)
          + job.subject()
          + BEFORE_INSTANT
          + planned;
    }
  }

  /**
   * An entry and when it is due: when it was planned for, or later after a failure.
   *
   * @param failures how often it has failed
   */
  public record Due(Entry entry, Instant at, int failures) {}

  /**
   * Has a piece of work done at an instant, or as soon after it as a process is there to do it.
   * Part of the transaction under way; durable when that is. Planned twice for one instant, it is
   * done once.
   *
   * <p>Nothing is ever taken off: {@link JobHandler} looks for itself whether it is still wanted.
   *
   * @param at in the past for at once; told to the millisecond. Work that is being run for an
   *     instant plans itself for another.
   */
  public void plan(JobKey job, Instant at) {
    Entry entry = new Entry(job, at);
    it(
            database.update(
                """
                insert into scheduled_tasks (task_name, task_instance, community_id, execution_time, picked, version)
                values (:kind, :name, :community, :at, false, 1)
                on conflict do nothing
                """),
            entry)
        .bind("community", job.community())
        .bind("at", entry.planned())
        .execute();
    noteLater(entry.planned());
  }

  /** It counts when it is committed: whoever looks earlier does not find it. */
  private void noteLater(Instant at) {
    // At once too, for a commit that is made although its answer is lost.
    note(at);
    database.afterCommit(() -> note(at));
  }

  private void note(Instant at) {
    planned.accumulateAndGet(at, (known, added) -> added.isBefore(known) ? added : known);
  }

  /**
   * The first instant that this process has planned anything for since this was last called, {@link
   * Instant#MAX} where nothing was, {@link Instant#MIN} the first time.
   */
  Instant takePlanned() {
    return planned.getAndSet(Instant.MAX);
  }

  /** When the first of all entries is due. */
  Optional<Instant> firstInstant() {
    return database
        .query(
            """
            select execution_time from scheduled_tasks where picked = false
            order by execution_time, task_name, task_instance limit 1
            """)
        .find(Instant.class);
  }

  /**
   * The entry that is due first, if it is due by an instant; among those of one instant, by kind
   * and subject.
   */
  public Optional<Due> next(Instant until) {
    return database
        .query(
            """
            select task_name, task_instance, execution_time, consecutive_failures from scheduled_tasks
            where execution_time <= :until and picked = false
            order by execution_time, task_name, task_instance limit 1
            """)
        .bind("until", until)
        .find(JobQueue::due);
  }

  private static Due due(Row row) {
    Integer failures = row.find("consecutive_failures", Integer.class);
    return new Due(
        Entry.named(row.text("task_name"), row.text("task_instance")),
        row.instant("execution_time"),
        failures == null ? 0 : failures);
  }

  /**
   * What is to be done, or being done.
   *
   * @param begun whether somebody has taken it up
   */
  public record Planned(JobKey job, boolean begun) {}

  /** What there is to do of one kind in a community; what is being done is a part of it. */
  public List<Planned> planned(String kind, CommunityId community) {
    return database
        .query(
            """
            select task_name, task_instance, picked from scheduled_tasks
            where task_name = :kind and community_id = :community
            """)
        .bind("kind", kind)
        .bind("community", community)
        .list(row ->
            new Planned(
                Entry.named(row.text("task_name"), row.text("task_instance")).job(),
                row.flag("picked")));
  }

  /**
   * How much there is to do.
   *
   * @param due and not taken up
   * @param late due for more than a minute, and not taken up
   * @param failing failed at least once, and to be tried again
   */
  public record Counts(long due, long late, long failing) {}

  /** How much there is to do at an instant. */
  public Counts counts(Instant now) {
    return database
        .query(
            """
            select count(*) filter (where execution_time <= :now and picked = false) as due,
              count(*) filter (where execution_time <= :before and picked = false) as late,
              count(*) filter (where consecutive_failures > 0) as failing
            from scheduled_tasks where execution_time <= :now or consecutive_failures > 0
            """)
        .bind("now", now)
        .bind("before", now.minus(LATE))
        .find(row -> new Counts(row.big("due"), row.big("late"), row.big("failing")))
        .orElse(new Counts(0, 0, 0));
  }

  /** It is done. */
  public void remove(Entry entry) {
    it(database.update("delete from scheduled_tasks" + IT), entry).execute();
  }

  /** It is to be tried again. */
  public void postpone(Entry entry, Instant until) {
    it(
            database.update(
                """
                update scheduled_tasks
                set execution_time = :until, consecutive_failures = coalesce(consecutive_failures, 0) + 1
                """
                    + IT),
            entry)
        .bind("until", until)
        .execute();
    noteLater(until);
  }

  /** Ends every claim on an entry, whoever made it. */
  public void endClaims() {
    database
        .update(
            """
            update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null
            where picked = true
            """)
        .execute();
    noteLater(Instant.MIN);
  }

  private static <S extends Statement<S>> S it(S statement, Entry entry) {
    return statement.bind("kind", entry.job().kind()).bind("name", entry.name());
  }
}
