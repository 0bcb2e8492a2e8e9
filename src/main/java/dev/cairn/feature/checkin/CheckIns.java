package dev.cairn.feature.checkin;

import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.streak.Ledger;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.Wording;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.Streaks;
import dev.cairn.feature.study.StudyRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Counts check-ins: one a member a study day, each interaction once. */
public final class CheckIns {
  /** Of one day so many of a member's check-ins that say something in words are kept. */
  static final int MOST_SAID = 100;

  private final CheckInStore store;
  private final Members members;
  private final Streaks streaks;
  private final StudyRecord studied;
  private final List<DayListener> listeners;
  private final Database database;

  public CheckIns(
      CheckInStore store,
      Members members,
      Streaks streaks,
      StudyRecord studied,
      List<DayListener> listeners,
      Database database) {
    this.store = store;
    this.members = members;
    this.streaks = streaks;
    this.studied = studied;
    this.listeners = List.copyOf(listeners);
    this.database = database;
  }

  /** What a member asks for. */
  public enum Kind {
    /** To check in for today. */
    TODAY,
    /** To check in for the study day before, which they forgot. */
    YESTERDAY,
    /** To take back what they checked in today. */
    UNDO
  }

  /**
   * The result.
   *
   * @param studyDay the day it was about
   * @param counted whether it made the day count; false where the day had been counted already
   */
  public record Entry(Kind kind, LocalDate studyDay, boolean counted) {}

  /**
   * What a check-in brought beside the day itself. A freeze that an open gap would have spent, and
   * that a day told late gives back, is none that was earned.
   *
   * @param freeze whether it earned one
   * @param wonBack whether it won a lost streak back
   * @param bridged how many missed days it bridged with freezes
   */
  public record Gain(boolean freeze, boolean wonBack, int bridged) {
    static final Gain NONE = new Gain(false, false, 0);

    private static Gain today(Streaks.Change change, int bridged) {
      Streak before = change.before();
      Streak after = change.after();
      Streak.Comeback comeback = before.comeback();
      return new Gain(
          after.freezes() > before.freezes(),
          comeback != null && after.length() > comeback.streak(),
          bridged);
    }

    private static Gain late(Ledger before, Ledger after) {
      return new Gain(
          days(after, Ledger.Entry::earnedFreeze) > days(before, Ledger.Entry::earnedFreeze),
          days(after, Ledger.Entry::wonBack) > days(before, Ledger.Entry::wonBack),
          0);
    }

    private static long days(Ledger ledger, Predicate<Ledger.Entry> which) {
      return ledger.entries().stream().filter(which).count();
    }
  }

  /** A check-in, and the streak before and after it; both are the same where it is repeated. */
  public record Result(Entry entry, Streaks.Change change, Gain gain) {

    /** The streak after it. */
    public Streak streak() {
      return change.after();
    }
  }

  /**
   * Checks a member in for the study day that it is for them. On a day already counted the details
   * are added to it.
   *
   * @param interactionId the platform's own id; a repeated one changes nothing and is answered as
   *     the first time
   * @throws Refusal where a moderator revoked the day, or so much was added to it that no more is
   *     kept
   */
  public Result checkIn(Member member, String interactionId, Instant at, CheckInDetails details) {
    return database.transaction(() -> {
      members.lock(member);
      return today(member, interactionId, at, details);
    });
  }

  /**
   * Checks a member in for the study day before today.
   *
   * @throws Refusal where they may not
   */
  public Result checkInLate(
      Member member, String interactionId, Instant at, CheckInDetails details) {
    return once(member, interactionId, at, () -> yesterday(member, interactionId, at, details));
  }

  /**
   * Takes back today's check-in, or else the one for yesterday that was made today.
   *
   * @throws Refusal where there is none
   */
  public Result undo(Member member, String interactionId, Instant at) {
    return once(member, interactionId, at, () -> takeBack(member, interactionId, at));
  }

  /** Finds out who checks in, and checks them in, in one transaction. */
  public <T> T together(Supplier<T> work) {
    return database.transaction(work);
  }

  private Result once(Member member, String interactionId, Instant at, Supplier<Result> work) {
    return database.transaction(() -> {
      members.lock(member);
      return repeated(member, interactionId, at).orElseGet(work);
    });
  }

  /** What came of an interaction that was counted before. */
  private Optional<Result> repeated(Member member, String interactionId, Instant at) {
    return store
        .entry(member, interactionId)
        .map(entry -> unchanged(entry, streaks.of(member, at)));
  }

  private static Result unchanged(Entry entry, Streak streak) {
    return new Result(entry, new Streaks.Change(streak, streak), Gain.NONE);
  }

  /** How many members of a community studied on a day. */
  public int count(Community community, LocalDate day) {
    return database.reading(() -> store.count(community.id(), day));
  }

  /**
   * How many minutes the member said they studied, by study day; only days that are checked and of
   * which they said so.
   */
  public Map<LocalDate, Integer> minutes(Member member) {
    return database.reading(() -> store.minutes(member));
  }

  /** When members checked in since an instant, themselves and on the day itself. */
  public Map<MemberId, List<Instant>> times(
      CommunityId community, Collection<MemberId> some, Instant since) {
    return database.reading(() -> store.times(community, some, since));
  }

  /** When a member of a community last checked in. */
  public Optional<Instant> newest(Community community) {
    return database.reading(() -> store.newest(community.id()));
  }

  private Result today(Member member, String interactionId, Instant at, CheckInDetails details) {
    Streaks.Recent recent = streaks.recent(member);
    MemberHistory history = recent.history();
    LocalDate day = history.today(at);
    if (history.revoked().containsKey(day)) {
      return repeated(member, interactionId, at).orElseThrow(() -> revoked(day));
    }
    boolean counted = !history.checked().containsKey(day);
    Entry entry = new Entry(Kind.TODAY, day, counted);
    if (!counted && details.hasWords() && isFull(member, day)) {
      return repeated(member, interactionId, at).orElseThrow(CheckIns::full);
    }
    if (!keep(member, interactionId, entry, at, details)) {
      return repeated(member, interactionId, at).orElseThrow();
    }
    if (!counted) {
      return unchanged(entry, recent.streak(at));
    }
    store.check(member, day, at, member.zoneAt(at), null);
    Result result = told(member, entry, 1, streaks.checked(member, recent, at), at);
    return new Result(entry, result.change(), Gain.today(result.change(), recent.bridging(at)));
  }

  private Result yesterday(
      Member member, String interactionId, Instant at, CheckInDetails details) {
    MemberHistory history = streaks.recentHistory(member);
    LocalDate today = history.today(at);
    LocalDate day = today.minusDays(1);
    Optional<MemberHistory.LateRefusal> refusal = history.lateRefusal(at);
    if (refusal.isPresent()) {
      throw refused(refusal.get(), history, today);
    }
    Entry entry = new Entry(Kind.YESTERDAY, day, true);
    keep(member, interactionId, entry, at, details);
    Ledger before = Ledger.of(streaks.history(member), at);
    Streaks.Change change =
        streaks.change(
            member, day, () -> store.check(member, day, at, member.zoneAt(at), today), at);
    Result result = told(member, entry, 1, change, at);
    return new Result(
        entry, result.change(), Gain.late(before, Ledger.of(streaks.history(member), at)));
  }

  private Result takeBack(Member member, String interactionId, Instant at) {
    MemberHistory history = streaks.recentHistory(member);
    LocalDate day =
        history
            .undoable(at)
            .orElseThrow(() ->
                Refusal.of(
                    Problem.CONFLICT,
                    "There is nothing to take back: you have not checked in today."));
    if (isFull(member, day)) {
      throw full();
    }
    Entry entry = new Entry(Kind.UNDO, day, false);
    Streaks.Change change = streaks.change(member, day, () -> store.undo(member, day), at);
    studied.takeBack(member, day, at);
    store.add(member, interactionId, entry, at, CheckInDetails.NONE);
    return told(member, entry, -1, change, at);
  }

  /**
   * What was said is kept, and the day of the journey hangs on the check-in from now on.
   *
   * @return false where this interaction was counted before: then nothing is changed
   */
  private boolean keep(
      Member member, String interactionId, Entry entry, Instant at, CheckInDetails details) {
    boolean added = store.add(member, interactionId, entry, at, details);
    String day = details.day();
    if (added && day != null) {
      studied.add(member, entry.studyDay(), day, at, interactionId);
    }
    return added;
  }

  /** Whether a member has said so much about a day that no more is kept. */
  private boolean isFull(Member member, LocalDate day) {
    return store.said(member, day) >= MOST_SAID;
  }

  private static Refusal full() {
    return Refusal.of(
        Problem.CONFLICT,
        "Your check-in counts. You have added notes or links to it %d times, and I keep no more than that of one day: please go on tomorrow."
            .formatted(MOST_SAID));
  }

  private Result told(Member member, Entry entry, int change, Streaks.Change streak, Instant at) {
    listeners.forEach(
        listener -> listener.dayChanged(member, entry.studyDay(), change, streak, at));
    return new Result(entry, streak, Gain.NONE);
  }

  private static Refusal revoked(LocalDate day) {
    return Refusal.of(
        Problem.CONFLICT,
        RichText.of(
                "A moderator revoked your check-in of %s, so only a moderator can count it again. To see the reason: "
                    .formatted(Wording.date(day)))
            .command("streak", "why:true"));
  }

  private static Refusal refused(
      MemberHistory.LateRefusal refusal, MemberHistory history, LocalDate today) {
    LocalDate yesterday = today.minusDays(1);
    String date = Wording.date(yesterday);
    return switch (refusal) {
      case SWITCHED_OFF ->
          Refusal.of(
              Problem.CONFLICT,
              "This community does not check in for yesterday. A moderator can grant you the day.");
      case CHECKED -> Refusal.of(Problem.CONFLICT, date + " counts already.");
      case REVOKED -> revoked(yesterday);
      case COVERED ->
          Refusal.of(
              Problem.CONFLICT,
              date
                  + " was a day off for you: it breaks no streak, so there is nothing to make up.");
      case NOT_MET_YET ->
          Refusal.of(
              Problem.CONFLICT, "You are new today, so %s was not yours to miss.".formatted(date));
      case TOO_SOON -> {
        int every = history.policy().at(today).lateEvery();
        LocalDate last = history.toldLateOn().floor(today);
        yield Refusal.of(
            Problem.CONFLICT,
            "You can check in for yesterday once in %s, and you did%s. A moderator can grant you the day."
                .formatted(
                    Wording.count(every, "day"), last == null ? "" : " on " + Wording.date(last)));
      }
    };
  }
}
