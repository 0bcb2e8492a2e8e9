package dev.cairn.domain.streak;

import dev.cairn.domain.day.Pause;
import dev.cairn.domain.day.StudyDays;
import dev.cairn.domain.day.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of a member's dates are covered, and by which rule. */
public final class MemberCalendar {
  private final MemberHistory history;
  private final StudyDays days;
  private final Map<LocalDate, Verdict.Covered> neverToday;

  public MemberCalendar(MemberHistory history) {
    this.history = history;
    this.days = history.days();
    this.neverToday = days.neverToday();
  }

  StudyDays days() {
    return days;
  }

  public LocalDate today(Instant now) {
    return days.today(now);
  }

  /** Why a date is covered unless it is checked; null where nothing covers it. */
  public Verdict.@Nullable Covered coverOn(LocalDate day) {
    Verdict.Covered absent = neverToday.get(day);
    if (absent != null) {
      return absent;
    }
    Optional<Pause> pause = history.pauses().at(day);
    if (pause.isPresent()) {
      return new Verdict.Paused(pause.get());
    }
    RestDays restDays = history.restDays().at(day);
    if (restDays.weekdays().contains(day.getDayOfWeek())) {
      return new Verdict.RestDay(restDays.chosenOn());
    }
    String excuse = history.excuses().get(day);
    if (excuse != null) {
      return new Verdict.Excused(excuse);
    }
    if (history.outages().near(day)
        && days.lastEndOf(day).filter(history.outages()::cover).isPresent()) {
      return new Verdict.CutOff();
    }
    return null;
  }
}
