package dev.cairn.feature;

import java.time.Instant;

/** What is to be done later, by whichever process is there then. */
@FunctionalInterface
public interface Agenda {

  /**
   * Has a piece of work done at an instant, or as soon after it as somebody is there to do it. Part
   * of the transaction under way; durable when that is. Planned twice for one instant, it is done
   * once.
   *
   * <p>Nothing is ever taken off: {@link DueWork} looks for itself whether it is still wanted.
   *
   * @param kind the {@link DueWork#kind()} that does it
   * @param subject what it is about, in that work's own terms; at most 120 characters
   * @param at in the past for at once; told to the millisecond. Work that is being run for an
   *     instant plans itself for another.
   */
  void plan(String kind, String subject, Instant at);
}
