package dev.cairn.feature.checkin;

import dev.cairn.chat.Action;
import dev.cairn.chat.reply.Reply;
import dev.cairn.domain.streak.DaysOnRecord.CheckIn;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.Wording;
import dev.cairn.feature.audit.AuditEntry;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.audit.Undoer;
import dev.cairn.feature.audit.Undos;
import dev.cairn.feature.checkin.Corrections.Kind;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.Streaks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Takes a correction back: the day is again what it was, and the streak is computed anew. */
public final class CorrectionUndo implements Undoer {
  private static final String KIND = "checkin";

  private final CheckInStore store;
  private final Members members;
  private final Streaks streaks;
  private final List<DayListener> listeners;

  public CorrectionUndo(
      CheckInStore store, Members members, Streaks streaks, List<DayListener> listeners) {
    this.store = store;
    this.members = members;
    this.streaks = streaks;
    this.listeners = List.copyOf(listeners);
  }

  /** What undoing a correction that is about to be made will have to know. */
  static Undo of(Kind kind, LocalDate day, CheckInStore store, Member member) {
    Undo undo = Undo.of(KIND).with("kind", kind).with("day", day);
    if (kind != Kind.GRANT) {
      return undo;
    }
    // A day that was revoked has a check-in that the grant takes the place of.
    Optional<CheckIn> before = store.find(member, day);
    if (before.isPresent()) {
      CheckIn checkIn = before.get();
      undo =
          undo.with("at", checkIn.at())
              .with("zone", checkIn.zone().getId())
              .with("grantedBy", checkIn.grantedBy())
              .with("reason", checkIn.reason())
              .with("toldLateOn", checkIn.toldLateOn());
    }
    return undo.with("revoked", store.revoked(member, day).orElse(null));
  }

  private static Optional<CheckIn> before(Undo undo) {
    return undo.find("at")
        .map(at ->
            new CheckIn(
                Instant.parse(at),
                ZoneId.of(undo.get("zone")),
                undo.find("grantedBy").map(Long::valueOf).orElse(null),
                undo.find("reason").orElse(null),
                undo.find("toldLateOn").map(LocalDate::parse).orElse(null)));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String outlook(Undoing undoing) {
    Member member = member(undoing);
    requireAsItWasLeft(undoing, member);
    return "%s %s, and the streak is computed anew. %s is told. A milestone that was announced meanwhile stays announced."
        .formatted(Wording.date(day(undoing)), willBe(undoing), member.name());
  }

  private static String willBe(Undoing undoing) {
    return switch (kindOf(undoing.undo())) {
      case GRANT ->
          undoing.undo().find("revoked").isPresent()
              ? "is revoked again, as it was before"
              : "does not count any more";
      case REVOKE -> "counts again";
      case EXCUSE -> "is not excused any more";
    };
  }

  @Override
  public Undone undo(Undoing undoing) {
    Member member = member(undoing);
    members.lock(member);
    requireAsItWasLeft(undoing, member);
    LocalDate day = day(undoing);
    Streaks.Change streak =
        streaks.change(member, day, () -> takeBack(member, day, undoing.undo()), undoing.at());
    int change =
        switch (kindOf(undoing.undo())) {
          case GRANT -> -1;
          case REVOKE -> 1;
          case EXCUSE -> 0;
        };
    listeners.forEach(listener -> listener.dayChanged(member, day, change, streak, undoing.at()));
    Streak after = streak.after();
    return Undone.of(
        "%s %s. The streak of %s is now %s; they have been told."
            .formatted(
                Wording.date(day),
                willBe(undoing),
                member.name(),
                Wording.count(after.length(), "day")),
        member,
        Reply.Card.titled(
                "%s took a correction of %s back"
                    .formatted(undoing.moderator().name(), Wording.date(day)))
            .text("It " + willBe(undoing) + ".")
            .field("Your streak now", Wording.count(after.length(), "day"))
            .button("Why?", Action.of("streak").with("why", true))
            .build());
  }

  private void takeBack(Member member, LocalDate day, Undo undo) {
    switch (kindOf(undo)) {
      case GRANT -> {
        store.takeBackGrant(member, day);
        before(undo).ifPresent(checkIn -> store.putBack(member, day, checkIn));
        undo.find("revoked").ifPresent(reason -> store.revoke(member, day, reason));
      }
      case REVOKE -> store.takeBackRevocation(member, day);
      case EXCUSE -> store.takeBackExcuse(member, day);
    }
  }

  /** Another correction since, or a check-in, has the last word about the day. */
  private void requireAsItWasLeft(Undoing undoing, Member member) {
    LocalDate day = day(undoing);
    AuditEntry action = undoing.action();
    boolean asLeft =
        switch (kindOf(undoing.undo())) {
          case GRANT ->
              store.revoked(member, day).isEmpty()
                  && store
                      .find(member, day)
                      .filter(checkIn ->
                          Objects.equals(checkIn.grantedBy(), action.by())
                              && Objects.equals(checkIn.reason(), action.reason()))
                      .isPresent();
          case REVOKE ->
              store.revoked(member, day).filter(why -> why.equals(action.reason())).isPresent();
          case EXCUSE ->
              store.excused(member, day).filter(why -> why.equals(action.reason())).isPresent();
        };
    if (!asLeft) {
      throw Undos.changedSince(Wording.date(day) + " of " + member.name());
    }
  }

  private Member member(Undoing undoing) {
    return members
        .find(undoing.moderator().community(), undoing.about())
        .orElseThrow(() -> Undos.changedSince("whose day it was"));
  }

  private static Kind kindOf(Undo undo) {
    return Kind.valueOf(undo.get("kind"));
  }

  private static LocalDate day(Undoing undoing) {
    return LocalDate.parse(undoing.undo().get("day"));
  }
}
