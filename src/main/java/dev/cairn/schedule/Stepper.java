package dev.cairn.schedule;

import dev.cairn.feature.AgendaStore;
import dev.cairn.feature.AgendaStore.Due;
import dev.cairn.feature.DueWork;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what falls due on a clock that jumps: one piece of work at a time, in the order of the
 * instants they fall due, each while the clock reads that instant. The same agenda and the same
 * work as {@link Schedule}, without threads or waiting. For a database that no other process works
 * on.
 */
public final class Stepper {
  private static final Logger LOG = LoggerFactory.getLogger(Stepper.class);

  private final AgendaStore agenda;
  private final Map<String, DueWork> works;
  private final SteppedClock clock;

  /** A clock that can be made to read an instant. */
  @FunctionalInterface
  public interface SteppedClock {
    /** Runs work while the clock reads this instant. */
    void during(Instant at, Runnable work);
  }

  /** Work on this agenda; {@code works} are all kinds there are. */
  public Stepper(AgendaStore agenda, Collection<DueWork> works, SteppedClock clock) {
    this.agenda = agenda;
    this.works = works.stream().collect(Collectors.toMap(DueWork::kind, Function.identity()));
    this.clock = clock;
  }

  /** Does everything that falls due up to an instant, and what falls due from that by then. */
  public synchronized void runThrough(Instant until) {
    for (Optional<Due> due = agenda.next(until); due.isPresent(); due = agenda.next(until)) {
      Due next = due.get();
      clock.during(next.at(), () -> run(next));
    }
  }

  private void run(Due due) {
    DueWork work = works.get(due.entry().kind());
    if (work == null) {
      LOG.warn("nobody knows how to do {}", due.entry());
      agenda.remove(due.entry());
      return;
    }
    try {
      work.run(due.entry().subject(), due.entry().planned());
      agenda.remove(due.entry());
    } catch (RuntimeException failed) {
      LOG.error("{} is tried again", due.entry(), failed);
      agenda.postpone(due.entry(), due.at().plus(Retry.pause(due.failures())));
    }
  }
}
