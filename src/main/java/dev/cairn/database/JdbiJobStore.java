package dev.cairn.database;

import dev.cairn.jobs.JobQueue;
import dev.cairn.jobs.JobStore;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/** What is to be done later, in the table that db-scheduler works off. */
public final class JdbiJobStore implements JobQueue, JobStore {
  private static final String IT = " where task_name = :kind and task_instance = :name";

  private final Database database;

  public JdbiJobStore(Database database) {
    this.database = database;
  }

  @Override
  public void plan(String kind, String subject, Instant at) {
    Entry entry = new Entry(kind, subject, at);
    database.with(
        handle ->
            it(
                    handle.createUpdate(
                        """
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values (:kind, :name, :at, false, 1)
                        on conflict do nothing
                        """),
                    entry)
                .bind("at", entry.planned())
                .execute());
  }

  @Override
  public Optional<Due> next(Instant until) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    """
                    select task_name, task_instance, execution_time, consecutive_failures from scheduled_tasks
                    where execution_time <= :until and picked = false
                    order by execution_time, task_name, task_instance limit 1
                    """)
                .bind("until", until)
                .map(
                    (row, context) ->
                        new Due(
                            Entry.named(row.getString("task_name"), row.getString("task_instance")),
                            TimeArguments.instant(row, "execution_time"),
                            row.getInt("consecutive_failures")))
                .findOne());
  }

  @Override
  public void remove(Entry entry) {
    database.with(
        handle -> it(handle.createUpdate("delete from scheduled_tasks" + IT), entry).execute());
  }

  @Override
  public void postpone(Entry entry, Instant until) {
    database.with(
        handle ->
            it(
                    handle.createUpdate(
                        """
                        update scheduled_tasks
                        set execution_time = :until, consecutive_failures = coalesce(consecutive_failures, 0) + 1
                        """
                            + IT),
                    entry)
                .bind("until", until)
                .execute());
  }

  @Override
  public void endClaims() {
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null
                    where picked = true
                    """)
                .execute());
  }

  private static Update it(Update update, Entry entry) {
    return update.bind("kind", entry.kind()).bind("name", entry.name());
  }
}
