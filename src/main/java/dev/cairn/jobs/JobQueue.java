package dev.cairn.jobs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What is to be done later, by whichever process is there then. */
@FunctionalInterface
public interface JobQueue {

  /**
   * Has a piece of work done at an instant, or as soon after it as somebody is there to do it. Part
   * of the transaction under way; durable when that is. Planned twice for one instant, it is done
   * once.
   *
   * <p>Nothing is ever taken off: {@link DueWork} looks for itself whether it is still wanted.
   *
   * @param kind the {@link DueWork#kind()} that does it
   * @param subject what it is about, in that work's own terms; at most 250 characters
   * @param at in the past for at once; told to the millisecond. Work that is being run for an
   *     instant plans itself for another.
   */
  void plan(String kind, String subject, Instant at);

  /**
   * A piece of work that was planned.
   *
   * @param planned the instant it was planned for, however late it is run
   */
  record Entry(String kind, String subject, Instant planned) {
    private static final char BEFORE_INSTANT = '@';

    public Entry {
      planned = planned.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The entry of a name. */
    public static Entry named(String kind, String name) {
      int at = name.lastIndexOf(BEFORE_INSTANT);
      return new Entry(kind, name.substring(0, at), Instant.parse(name.substring(at + 1)));
    }

    /** A name that no other entry of this kind has. */
    public String name() {
      return subject + BEFORE_INSTANT + planned;
    }
  }
}
