package dev.cairn.feature.buddy;

import dev.cairn.chat.Account;
import dev.cairn.chat.Place;
import dev.cairn.database.Database;
import dev.cairn.domain.CommunityId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.buddy.BuddyMatching;
import dev.cairn.domain.buddy.StudyHabit;
import dev.cairn.domain.day.ReminderTime;
import dev.cairn.domain.day.StudyClock;
import dev.cairn.domain.day.WallClock;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.checkin.CheckIns;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.LinkParticipant;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.outbox.Outbox;
import dev.cairn.feature.reminder.Reminders;
import dev.cairn.feature.streak.Streaks;
import dev.cairn.jobs.JobKey;
import dev.cairn.jobs.JobQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pairs members who want it, and tells each when the other has checked in. */
public final class Buddies implements LinkParticipant {
  /** The kind of what is told, and of the work that pairs those who wait. */
  static final String KIND = "buddy";

  /** Begins the key of a word that two have been paired. */
  static final String PAIRED = "paired";

  /** Begins the key of a word that two are paired no longer. */
  static final String ENDED = "ended";

  /** Begins the key of a word that the other has checked in. */
  static final String CHECKED_IN = "day";

  /** Who has not checked in yet is taken for somebody who studies in the evening. */
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  /** Whoever has no days yet is taken for somebody who studies on half of them. */
  private static final int MIDDLING = 50;

  private static final int HABIT_DAYS = 30;

  /** For so long two are not paired again. */
  private static final Duration APART = Duration.ofDays(30);

  /** Those who wait are looked through so often. */
  private static final Duration ROUND = Duration.ofHours(6);

  private static final Duration WORTH_TELLING = Duration.ofDays(3);

  /** Nobody is told of an open day again so soon after a reminder. */
  private static final Duration AFTER_REMINDER = Duration.ofHours(3);

  private static final Duration CHECK_IN_IS_NEWS = Duration.ofHours(1);

  private final BuddyStore store;
  private final Communities communities;
  private final Members members;
  private final Streaks streaks;
  private final CheckIns checkIns;
  private final Reminders reminders;
  private final Outbox outbox;
  private final JobQueue jobs;
  private final Database database;

  public Buddies(
      BuddyStore store,
      Communities communities,
      Members members,
      Streaks streaks,
      CheckIns checkIns,
      Reminders reminders,
      Outbox outbox,
      JobQueue jobs,
      Database database) {
    this.store = store;
    this.communities = communities;
    this.members = members;
    this.streaks = streaks;
    this.checkIns = checkIns;
    this.reminders = reminders;
    this.outbox = outbox;
    this.jobs = jobs;
    this.database = database;
  }

  /**
   * How a member stands.
   *
   * @param other whom they are paired with; empty while they wait
   */
  record Standing(Buddy buddy, Optional<Member> other) {}

  /** How a member stands; empty where they take no part. */
  Optional<Standing> of(Member member) {
    return database.reading(() ->
        store.find(member).filter(this::isInForce).map(buddy -> new Standing(buddy, other(buddy))));
  }

  private boolean isInForce(Buddy buddy) {
    return buddy.isWaiting() || other(buddy).isPresent();
  }

  /** The other of a pair; empty where there is none who takes part. */
  Optional<Member> other(Buddy buddy) {
    MemberId id = buddy.other();
    return id == null
        ? Optional.empty()
        : members.find(buddy.member().community(), id).filter(Buddies::takesPart);
  }

  private static boolean takesPart(Member member) {
    return !member.hidden() && !member.left();
  }

  /**
   * Pairs a member with whoever fits best among those who wait, or lets them wait.
   *
   * @param account on which they hear of it, in private
   */
  Standing find(Member member, Account account, Instant now) {
    return database.transaction(() -> {
      communities.lock(member.community());
      Optional<Buddy> before = store.find(member);
      if (before.filter(this::isInForce).isEmpty()) {
        store.save(new Buddy(member, account, true, now, null, null));
      } else {
        store.save(before.get().told(account, before.get().nudges()));
      }
      pair(member.community(), member.id(), now);
      planRound(member.community(), Place.of(account), now);
      Buddy buddy = store.find(member).orElseThrow();
      return new Standing(buddy, other(buddy));
    });
  }

  /** The member is paired no longer, or waits no longer; false where they did neither. */
  boolean end(Member member, Instant now) {
    return database.transaction(() -> {
      communities.lock(member.community());
      Optional<Buddy> buddy = store.find(member);
      buddy.ifPresent(found -> leave(found, now));
      return buddy.isPresent();
    });
  }

  /** Whether the member hears that the other has checked in; false where they take no part. */
  boolean nudge(Member member, Account account, boolean on) {
    return database.transaction(() -> {
      Optional<Buddy> buddy = store.find(member);
      buddy.ifPresent(found -> store.save(found.told(account, on)));
      return buddy.isPresent();
    });
  }

  /** One goes; the other is told, and may look again. */
  private void leave(Buddy buddy, Instant now) {
    MemberId id = buddy.other();
    store.remove(buddy.member());
    if (id != null) {
      store.part(buddy.member(), id, now);
      members
          .find(buddy.member().community(), id)
          .flatMap(store::find)
          .filter(other -> buddy.member().id().equals(other.other()))
          .ifPresent(other -> alone(other, now));
    }
  }

  private void alone(Buddy buddy, Instant now) {
    store.remove(buddy.member());
    if (takesPart(buddy.member())) {
      tell(buddy, ENDED, String.valueOf(now.toEpochMilli()), now);
    }
  }

  /** Not at night: then in the morning. */
  private void tell(Buddy buddy, String what, String which, Instant now) {
    StudyClock clock = streaks.recentHistory(buddy.member()).clock(now);
    Instant due = ReminderTime.isAtNight(now, clock) ? morning(now, clock.zone()) : now;
    outbox.tell(
        buddy.member().community().id(),
        KIND,
        key(what, buddy.member(), which),
        buddy.account(),
        due,
        due.plus(WORTH_TELLING));
  }

  private static Instant morning(Instant now, ZoneId zone) {
    return WallClock.instant(LocalDate.ofInstant(now, zone).atTime(ReminderTime.NIGHT_ENDS), zone);
  }

  /** The key of the word that the other has checked in on a member's study day. */
  public static String nudgeKey(Member member, LocalDate day) {
    return key(CHECKED_IN, member, day.toString());
  }

  private static String key(String what, Member member, String which) {
    return new BuddyKey(what, member.id(), which).text();
  }

  /** When the next round is: the same for all, so that one is planned however many ask. */
  private void planRound(Community community, Place place, Instant now) {
    long round = ROUND.toSeconds();
    Instant next = Instant.ofEpochSecond((now.getEpochSecond() / round + 1) * round);
    jobs.plan(new JobKey(KIND, community.id(), place.key()), next);
  }

  /** Parts whoever has lost the other, and pairs whom it can of those who wait. */
  void round(JobKey job, Instant now) {
    Place place = Place.ofKey(job.subject());
    database.transaction(() ->
        communities
            .find(place)
            .ifPresent(community -> {
              communities.lock(community);
              dropOut(community, now);
              pair(community, null, now);
              if (!store.members(community.id()).isEmpty()) {
                planRound(community, place, now);
              }
            }));
  }

  private void dropOut(Community community, Instant now) {
    for (Buddy buddy : all(community).values()) {
      if (!takesPart(buddy.member())) {
        leave(buddy, now);
      } else if (!buddy.isWaiting() && other(buddy).isEmpty()) {
        MemberId gone = buddy.other();
        if (gone != null) {
          store.part(buddy.member(), gone, now);
        }
        alone(buddy, now);
      }
    }
  }

  private Map<MemberId, Buddy> all(Community community) {
    return store.all(community.id(), members.all(community, store.members(community.id())));
  }

  /**
   * Pairs those who wait.
   *
   * @param asking who is answered at once and need not be told; null for nobody
   */
  private void pair(Community community, @Nullable MemberId asking, Instant now) {
    Map<MemberId, Buddy> all = all(community);
    List<Buddy> waiting =
        all.values().stream()
            .filter(Buddy::isWaiting)
            .filter(buddy -> takesPart(buddy.member()))
            .toList();
    if (waiting.size() < 2) {
      return;
    }
    Set<List<MemberId>> parted = store.partedSince(community.id(), now.minus(APART));
    List<BuddyMatching.Candidate> candidates = candidates(community.id(), waiting, now);
    for (BuddyMatching.Pair pair :
        BuddyMatching.match(
            candidates,
            (one, other) ->
                parted.contains(
                    one.compareTo(other) < 0 ? List.of(one, other) : List.of(other, one)),
            now)) {
      Buddy one = Objects.requireNonNull(all.get(pair.one().member()));
      Buddy other = Objects.requireNonNull(all.get(pair.other().member()));
      begin(one, other, asking, now);
      begin(other, one, asking, now);
    }
  }

  private void begin(Buddy buddy, Buddy other, @Nullable MemberId asking, Instant now) {
    Buddy paired = buddy.with(other.member().id(), now);
    store.save(paired);
    if (!buddy.member().id().equals(asking)) {
      tell(paired, PAIRED, String.valueOf(now.toEpochMilli()), now);
    }
  }

  private List<BuddyMatching.Candidate> candidates(
      CommunityId community, List<Buddy> waiting, Instant now) {
    Map<MemberId, List<Instant>> times =
        checkIns.times(
            community,
            waiting.stream().map(buddy -> buddy.member().id()).toList(),
            now.minus(Duration.ofDays(HABIT_DAYS)));
    return waiting.stream()
        .map(buddy ->
            new BuddyMatching.Candidate(
                buddy.member().id(),
                buddy.since(),
                habit(buddy.member(), times.getOrDefault(buddy.member().id(), List.of()), now)))
        .toList();
  }

  private StudyHabit habit(Member member, List<Instant> times, Instant now) {
    Streak.Recent recent = streaks.of(member, now).recent();
    return new StudyHabit(
        StudyHabit.usualMinute(times).orElseGet(() -> evening(member, now)),
        recent.days() == 0 ? MIDDLING : recent.checked() * 100 / recent.days());
  }

  private static int evening(Member member, Instant now) {
    return WallClock.instant(
            LocalDate.ofInstant(now, member.zoneAt(now)).atTime(EVENING), member.zoneAt(now))
        .atOffset(ZoneOffset.UTC)
        .get(ChronoField.MINUTE_OF_DAY);
  }

  /** About when a member checks in, on the clock of whoever asks; empty where nobody knows yet. */
  Optional<LocalTime> usualHour(Member member, ZoneId zone, Instant now) {
    List<Instant> times =
        checkIns
            .times(
                member.community().id(),
                List.of(member.id()),
                now.minus(Duration.ofDays(HABIT_DAYS)))
            .getOrDefault(member.id(), List.of());
    return StudyHabit.usualMinute(times).stream()
        .mapToObj(minute ->
            ZonedDateTime.ofInstant(now, ZoneOffset.UTC)
                .with(ChronoField.MINUTE_OF_DAY, minute)
                .withZoneSameInstant(zone)
                .toLocalTime()
                .withMinute(0)
                .withSecond(0)
                .withNano(0))
        .findFirst();
  }

  /** A member has checked in for today: their buddy hears of it if that is welcome now. */
  public void checkedIn(Member member, Instant now) {
    database.transaction(() ->
        store
            .find(member)
            .flatMap(this::other)
            .flatMap(store::find)
            .filter(buddy -> member.id().equals(buddy.other()) && isWelcome(buddy, now))
            .ifPresent(buddy -> {
              MemberHistory history = streaks.recentHistory(buddy.member());
              LocalDate today = history.today(now);
              Instant end = streaks.endOfToday(buddy.member(), now);
              Instant old = now.plus(CHECK_IN_IS_NEWS);
              outbox.tell(
                  buddy.member().community().id(),
                  KIND,
                  nudgeKey(buddy.member(), today),
                  buddy.account(),
                  now,
                  end.isBefore(old) ? end : old);
            }));
  }

  /** The member has checked in on a day of which they had been nudged: the nudge says so now. */
  public void overtaken(Member member, LocalDate day, Instant at) {
    outbox.update(member.community().id(), KIND, nudgeKey(member, day), at);
  }

  /** Whether a member wants to hear that the other has checked in, and is awake with a day open. */
  boolean isWelcome(Buddy buddy, Instant now) {
    if (!buddy.nudges() || !takesPart(buddy.member())) {
      return false;
    }
    Streaks.Recent recent = streaks.recent(buddy.member());
    return isOpen(recent, now)
        && !ReminderTime.isAtNight(now, recent.history().clock(now))
        && !reminders.toldSince(
            buddy.member(), recent.history().today(now), now.minus(AFTER_REMINDER));
  }

  private static boolean isOpen(Streaks.Recent recent, Instant now) {
    MemberHistory history = recent.history();
    return !hasCheckedIn(history, now)
        && !history.revokedToday(now)
        && history.coverOn(history.today(now)) == null;
  }

  private static boolean hasCheckedIn(MemberHistory history, Instant now) {
    return history.checked().containsKey(history.today(now));
  }

  /** Whether a member has checked in for the study day that it is for them. */
  boolean hasCheckedIn(Member member, Instant now) {
    return hasCheckedIn(streaks.recentHistory(member), now);
  }

  /** What a member asked for, heard on this account. */
  Optional<Buddy> find(Account account, MemberId id) {
    return members
        .find(Place.of(account), id)
        .flatMap(store::find)
        .filter(buddy -> buddy.account().isSameAs(account) && isTheirs(buddy));
  }

  /** Whom a word on an account was for; empty once the account is not theirs. */
  Optional<Member> told(Account account, MemberId id) {
    return members.find(Place.of(account), id).filter(member -> members.has(member, account));
  }

  /** Not while the account belongs to somebody else, with whom the member is linked. */
  private boolean isTheirs(Buddy buddy) {
    return members.has(buddy.member(), buddy.account());
  }

  /** The survivor's buddy stays theirs; without one, they have that of the absorbed member. */
  @Override
  public List<String> linked(Member survivor, Member absorbed, Instant at) {
    communities.lock(survivor.community());
    Optional<Buddy> theirs = store.find(absorbed);
    if (theirs.isEmpty()) {
      return List.of();
    }
    Optional<Buddy> own = store.find(survivor);
    if (absorbed.id().equals(own.map(Buddy::other).orElse(null))) {
      store.remove(absorbed);
      store.remove(survivor);
      return List.of("Your two accounts were study buddies of each other: that has ended.");
    }
    if (own.isEmpty() || own.get().isWaiting()) {
      pass(theirs.get(), survivor);
      return List.of();
    }
    leave(theirs.get(), at);
    return theirs.get().isWaiting()
        ? List.of()
        : List.of(
            "You had a study buddy on each account. The one of the account that I met first stays;"
                + " the other has been told.");
  }

  /** A buddy goes with the account on which they are heard of. */
  @Override
  public void unlinked(Member survivor, Member absorbed, Instant at) {
    communities.lock(survivor.community());
    store
        .find(survivor)
        .filter(buddy -> !isTheirs(buddy))
        .ifPresent(buddy -> pass(buddy, absorbed));
  }

  private void pass(Buddy buddy, Member to) {
    store.remove(buddy.member());
    store.save(buddy.of(to));
    other(buddy)
        .flatMap(store::find)
        .filter(other -> buddy.member().id().equals(other.other()))
        .ifPresent(other ->
            store.save(
                other.with(to.id(), Objects.requireNonNull(other.pairedAt(), "they are paired"))));
  }
}
