package dev.cairn.feature.checkin;

import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.database.Database;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.Wording;
import dev.cairn.feature.audit.AuditEntry;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.Streaks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What moderators may correct: grant a check-in, revoke one, excuse a missed day. Nothing is
 * edited; streaks are computed anew.
 */
public final class Corrections {
  private final CheckInStore store;
  private final Members members;
  private final Streaks streaks;
  private final AuditLog audit;
  private final List<DayListener> listeners;
  private final Database database;

  public Corrections(
      CheckInStore store,
      Members members,
      Streaks streaks,
      AuditLog audit,
      List<DayListener> listeners,
      Database database) {
    this.store = store;
    this.members = members;
    this.streaks = streaks;
    this.audit = audit;
    this.listeners = List.copyOf(listeners);
    this.database = database;
  }

  /** What can be corrected about a day. */
  public enum Kind {
    /** The day counts, though the member did not check in. */
    GRANT,
    /** The day does not count, though it was checked. */
    REVOKE,
    /** The day neither counts nor breaks. */
    EXCUSE
  }

  /**
   * A correction.
   *
   * @param moderator who makes it
   * @param member whose day it is
   * @param day a study day of theirs
   * @param reason why, in the moderator's words
   */
  public record Correction(
      Kind kind, Member moderator, Member member, LocalDate day, String reason) {}

  /**
   * Makes a correction.
   *
   * @return the member's streak after it
   * @throws Refusal when there is nothing to correct
   */
  public Streak make(Correction correction, Instant at) {
    Member member = correction.member();
    return database.transaction(() -> {
      members.lock(member);
      MemberHistory history = streaks.history(member);
      check(correction, history, at);
      Undo undo = CorrectionUndo.of(correction.kind(), correction.day(), store, member);
      Streaks.Change streak =
          streaks.change(member, correction.day(), () -> record(correction, at), at);
      listeners.forEach(listener ->
          listener.dayChanged(member, correction.day(), count(correction.kind()), streak, at));
      audit.add(member.community(), entry(correction, at, undo));
      return streak.after();
    });
  }

  private static int count(Kind kind) {
    return switch (kind) {
      case GRANT -> 1;
      case REVOKE -> -1;
      case EXCUSE -> 0;
    };
  }

  private void record(Correction correction, Instant at) {
    switch (correction.kind()) {
      case GRANT ->
          store.grant(
              correction.member(),
              correction.day(),
              at,
              correction.moderator(),
              correction.reason());
      case REVOKE -> store.revoke(correction.member(), correction.day(), correction.reason());
      case EXCUSE -> store.excuse(correction.member(), correction.day(), correction.reason());
    }
  }

  private static void check(Correction correction, MemberHistory history, Instant at) {
    LocalDate day = correction.day();
    LocalDate today = history.today(at);
    boolean checked = history.checked().containsKey(day);
    String whose = correction.member().name();
    switch (correction.kind()) {
      case GRANT -> {
        requirePast(day, today);
        requireMet(day, history, whose);
        if (checked) {
          throw conflict(Wording.date(day) + " already counts for " + whose + ".");
        }
      }
      case REVOKE -> {
        if (!checked) {
          throw conflict(
              Wording.date(day)
                  + " does not count for "
                  + whose
                  + ", so there is nothing to revoke.");
        }
      }
      case EXCUSE -> {
        requirePast(day, today);
        requireMet(day, history, whose);
        if (checked) {
          throw conflict(Wording.date(day) + " counts for " + whose + ", so it needs no excuse.");
        }
        if (history.excuses().containsKey(day)) {
          throw conflict(Wording.date(day) + " is excused already for " + whose + ".");
        }
        if (history.coverOn(day) != null) {
          throw conflict(
              Wording.date(day) + " was a day off for " + whose + ", so it needs no excuse.");
        }
      }
    }
  }

  private static void requirePast(LocalDate day, LocalDate today) {
    if (!day.isBefore(today)) {
      throw Refusal.badOption(
          "day",
          "Only days that have passed can be corrected; today is " + Wording.date(today) + ".");
    }
  }

  private static void requireMet(LocalDate day, MemberHistory history, String whose) {
    if (day.isBefore(history.metOn())) {
      throw Refusal.badOption(
          "day",
          "I first met %s on %s; no earlier day can be corrected."
              .formatted(whose, Wording.date(history.metOn())));
    }
  }

  private static Refusal conflict(String text) {
    return Refusal.of(Problem.CONFLICT, text);
  }

  private static AuditEntry entry(Correction correction, Instant at, Undo undo) {
    String what =
        switch (correction.kind()) {
          case GRANT -> "granted " + correction.member().name() + " a check-in on ";
          case REVOKE -> "revoked the check-in of " + correction.member().name() + " on ";
          case EXCUSE -> "excused " + correction.member().name() + " on ";
        };
    return AuditEntry.about(
        correction.member(),
        correction.moderator(),
        at,
        what + Wording.date(correction.day()),
        correction.reason(),
        undo);
  }
}
