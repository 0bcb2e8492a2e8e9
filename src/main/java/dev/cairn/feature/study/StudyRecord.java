package dev.cairn.feature.study;

import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What members studied: which days of the journey, each beside the check-in of the study day on
 * which they did. Saying so twice changes nothing.
 */
public final class StudyRecord {
  private final StudyRecordStore store;
  private final StudyListener listener;
  private final Database database;

  public StudyRecord(StudyRecordStore store, StudyListener listener, Database database) {
    this.store = store;
    this.listener = listener;
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
    listener.changed(member, dayId, at);
  }

  /** The check-in of a study day is taken back, and what hung on it. */
  public void takeBack(Member member, LocalDate studyDay, Instant at) {
    List<String> days = store.on(member, studyDay);
    store.remove(member, studyDay);
    days.forEach(day -> listener.changed(member, day, at));
  }

  /** How many members of a community studied a day of the journey. */
  public int count(CommunityId community, String dayId) {
    return database.reading(() -> store.count(community, dayId));
  }

  /**
   * Each day of the journey that the member studied, by its id, and the study day on which they
   * first did; the earliest first.
   */
  public Map<String, LocalDate> firstStudied(Member member) {
    return database.reading(() -> store.firstStudied(member));
  }

  /** Copies the studied days of one member to another when accounts are linked or unlinked. */
  public void share(Member from, Member to) {
    store.copy(from, to);
  }
}
