package dev.cairn.storage;

import dev.cairn.feature.Agenda;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What is to be done later, in the table that db-scheduler works off. */
public final class JdbiAgenda implements Agenda {
  private final Database database;

  public JdbiAgenda(Database database) {
    this.database = database;
  }

  @Override
  public void plan(String kind, String subject, Instant at) {
    Instant when = at.truncatedTo(ChronoUnit.MILLIS);
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    values (:kind, :instance, :at, false, 1)
                    on conflict do nothing
                    """)
                .bind("kind", kind)
                .bind("instance", subject + "@" + when)
                .bind("at", when)
                .execute());
  }
}
