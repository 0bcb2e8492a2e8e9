package dev.cairn.feature.study;

import dev.cairn.feature.member.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Keeps which days of the journey members studied. */
public interface StudyRecordStore {

  /**
   * The member studied a day of the journey on a study day of theirs; does nothing where that is
   * known.
   *
   * @param dayId the id of the day of the journey
   * @param interactionId of the interaction that said so
   */
  void add(Member member, LocalDate studyDay, String dayId, Instant at, String interactionId);

  /** Forgets what the member studied on a study day of theirs. */
  void remove(Member member, LocalDate studyDay);

  /**
   * The first study day on which the member studied each day of the journey, by the id of the day
   * of the journey, the earliest first.
   */
  Map<String, LocalDate> firstStudied(Member member);

  /** What one member studied, another has studied as well. */
  void copy(Member from, Member to);
}
