package dev.cairn.feature.study;

import dev.cairn.database.Database;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * What members studied: which days of the journey, each beside the check-in of the study day on
 * which they did. Saying so twice changes nothing.
 */
public final class StudyRecord {
  private final StudyRecordStore store;
  private final Database database;

  public StudyRecord(StudyRecordStore store, Database database) {
    this.store = store;
    this.database = database;
  }

  /**
   * The member studied a day of the journey. Belongs into the transaction of the check-in.
   *
   * @param studyDay the member's study day of that check-in
   * @param dayId the id of the day of the journey
   * @param interactionId the platform's own id
   */
  public void add(
      Member member, LocalDate studyDay, String dayId, Instant at, String interactionId) {
    store.add(member, studyDay, dayId, at, interactionId);
  }

  /** The check-in of a study day is taken back, and what hung on it. */
  public void takeBack(Member member, LocalDate studyDay) {
    store.remove(member, studyDay);
  }

  /**
   * Each day of the journey that the member studied, by its id, and the study day on which they
   * first did; the earliest first.
   */
  public Map<String, LocalDate> firstStudied(Member member) {
    return database.reading(() -> store.firstStudied(member));
  }

  /** Two members become one learner, or two again: what either studied, both have. */
  public void share(Member from, Member to) {
    store.copy(from, to);
  }
}
