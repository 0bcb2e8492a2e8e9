package dev.cairn;

import dev.cairn.domain.DateRange;
import dev.cairn.domain.GroupId;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.StreakPolicy;
import dev.cairn.domain.Timeline;
import dev.cairn.domain.day.Pause;
import dev.cairn.domain.day.Period;
import dev.cairn.domain.day.StudyDays;
import dev.cairn.domain.day.ZoneHistory;
import dev.cairn.domain.group.GroupFold;
import dev.cairn.domain.group.GroupHistory;
import dev.cairn.domain.group.GroupStanding;
import dev.cairn.domain.group.Leaderboard;
import dev.cairn.domain.group.MemberStanding;
import dev.cairn.domain.group.Membership;
import dev.cairn.domain.group.Quorum;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.Streak;
import dev.cairn.domain.streak.StreakFold;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The facts of a community in UTC, kept in memory beside the real one, and everything told from
 * them by folding from scratch. What members and moderators do answers whether it is allowed.
 */
final class ModelCommunity {
  private final Map<String, ModelMember> members = new TreeMap<>();
  private final List<ModelGroup> groups = new ArrayList<>();
  private Timeline<LocalDate, StreakPolicy> policy = Timeline.of(StreakPolicy.DEFAULT);
  private StreakPolicy newest = StreakPolicy.DEFAULT;
  private Timeline<LocalDate, Quorum> quorum = Timeline.of(Quorum.DEFAULT);
  private ZoneHistory zones = ZoneHistory.of(ZoneOffset.UTC);

  ModelCommunity(Collection<String> names, Instant metAt) {
    for (String name : names) {
      members.put(name, new ModelMember(name, new MemberId(members.size()), metAt));
    }
  }

  private static final class ModelMember {
    private final String name;
    private final MemberId id;
    private MemberHistory history;
    private boolean ownZone;
    private boolean hidden;
    private LocalDate newestMembership = LocalDate.MIN;

    ModelMember(String name, MemberId id, Instant metAt) {
      this.name = name;
      this.id = id;
      this.history = MemberHistory.in(ZoneId.of("UTC")).metAt(metAt).build();
    }

    void record(UnaryOperator<MemberHistory.Builder> fact) {
      history = fact.apply(history.and()).build();
    }

    /** Dates in groups never run backwards. */
    LocalDate membershipDate(Instant at) {
      LocalDate today = history.today(at);
      newestMembership = today.isBefore(newestMembership) ? newestMembership : today;
      return newestMembership;
    }
  }

  private static final class ModelGroup {
    private final String name;
    private final GroupId id;
    private final List<Membership> memberships = new ArrayList<>();
    private Timeline<LocalDate, Quorum> quorum;

    ModelGroup(String name, GroupId id, Timeline<LocalDate, Quorum> quorum) {
      this.name = name;
      this.id = id;
      this.quorum = quorum;
    }

    boolean has(MemberId member) {
      return memberships.stream()
          .anyMatch(each -> each.member().equals(member) && each.leftOn() == null);
    }

    boolean lives() {
      return memberships.stream().anyMatch(each -> each.leftOn() == null);
    }
  }

  private ModelMember member(String name) {
    return Objects.requireNonNull(members.get(name));
  }

  LocalDate today(String name, Instant at) {
    return member(name).history.today(at);
  }

  private LocalDate today(Instant at) {
    return new StudyDays(zones, policy).today(at);
  }

  boolean mayCheckIn(String name, Instant at) {
    return !member(name).history.revoked().containsKey(today(name, at));
  }

  boolean checkIn(String name, Instant at) {
    LocalDate today = today(name, at);
    boolean counted = !member(name).history.checked().containsKey(today);
    member(name).record(facts -> facts.checkIn(today));
    return counted;
  }

  boolean checkInLate(String name, Instant at) {
    LocalDate today = today(name, at);
    boolean allowed = member(name).history.lateRefusal(at).isEmpty();
    if (allowed) {
      member(name).record(facts -> facts.checkInLate(today));
    }
    return allowed;
  }

  Optional<LocalDate> undo(String name, Instant at) {
    Optional<LocalDate> undone = member(name).history.undoable(at);
    undone.ifPresent(day -> member(name).record(facts -> facts.undo(day)));
    return undone;
  }

  boolean move(String name, ZoneId to, Instant at) {
    member(name).ownZone = true;
    member(name).record(facts -> facts.zone(at, to));
    return true;
  }

  boolean moveCommunity(ZoneId to, Instant at) {
    if (!to.equals(zones.at(at))) {
      zones = zones.with(at, to);
      members.values().stream()
          .filter(each -> !each.ownZone)
          .forEach(each -> each.record(facts -> facts.zone(at, to)));
    }
    return true;
  }

  boolean rest(String name, Set<DayOfWeek> weekdays, Instant at) {
    LocalDate today = today(name, at);
    if (weekdays.size() > member(name).history.policy().at(today).restDayCap()) {
      return false;
    }
    member(name).record(facts -> facts.rest(today, weekdays));
    return true;
  }

  boolean pause(String name, LocalDate until, Instant at) {
    LocalDate today = today(name, at);
    LocalDate from = Pause.firstDay(today);
    if (!Pause.allowed(from, until)) {
      return false;
    }
    member(name).record(facts -> facts.pause(new Pause(today, from, until)));
    return true;
  }

  boolean endPause(String name, Instant at) {
    LocalDate today = today(name, at);
    member(name).record(facts -> facts.endPause(today));
    return true;
  }

  boolean hide(String name, boolean hidden) {
    member(name).hidden = hidden;
    return true;
  }

  boolean grant(String name, LocalDate day, Instant at) {
    return correct(
        name,
        history ->
            day.isBefore(history.today(at))
                && !day.isBefore(history.metOn())
                && !history.checked().containsKey(day),
        facts -> facts.grant(day, "forgot"));
  }

  boolean revoke(String name, LocalDate day) {
    return correct(
        name, history -> history.checked().containsKey(day), facts -> facts.revoke(day, "not so"));
  }

  boolean excuse(String name, LocalDate day, Instant at) {
    return correct(
        name,
        history ->
            day.isBefore(history.today(at))
                && !history.checked().containsKey(day)
                && !day.isBefore(history.metOn())
                && history.coverOn(day) == null,
        facts -> facts.excuse(day, "ill"));
  }

  private boolean correct(
      String name,
      Predicate<MemberHistory> allowed,
      UnaryOperator<MemberHistory.Builder> correction) {
    if (!allowed.test(member(name).history)) {
      return false;
    }
    member(name).record(correction);
    return true;
  }

  boolean setPolicy(StreakPolicy changed, Instant at) {
    if (!changed.equals(newest)) {
      newest = changed;
      LocalDate from = today(at).plusDays(1);
      policy = policy.with(from, changed);
      for (ModelMember each : members.values()) {
        LocalDate next = each.history.today(at).plusDays(1);
        each.record(facts -> facts.policy(next.isAfter(from) ? next : from, changed));
      }
    }
    return true;
  }

  boolean setQuorum(Quorum changed, Instant at) {
    LocalDate from = today(at).plusDays(1);
    quorum = quorum.with(from, changed);
    for (ModelGroup group : groups) {
      LocalDate next =
          group.memberships.stream()
              .filter(
                  each -> each.leftOn() == null || !today(each.member(), at).isAfter(each.leftOn()))
              .map(each -> today(each.member(), at).plusDays(1))
              .max(Comparator.naturalOrder())
              .orElse(from);
      group.quorum = group.quorum.with(next.isAfter(from) ? next : from, changed);
    }
    return true;
  }

  private LocalDate today(MemberId id, Instant at) {
    return members.values().stream()
        .filter(each -> each.id.equals(id))
        .findFirst()
        .orElseThrow()
        .history
        .today(at);
  }

  void outage(Instant from, Instant until) {
    members.values().forEach(each -> each.record(facts -> facts.outage(from, until)));
  }

  boolean found(String name, String group, Instant at) {
    if (groupOf(name).isPresent() || living(group).isPresent()) {
      return false;
    }
    groups.add(new ModelGroup(group, new GroupId(groups.size()), quorum));
    return join(name, group, at);
  }

  boolean join(String name, String group, Instant at) {
    Optional<ModelGroup> joined = living(group).or(() -> fresh(group));
    if (groupOf(name).isPresent() || joined.isEmpty()) {
      return false;
    }
    ModelMember member = member(name);
    joined.get().memberships.add(new Membership(member.id, member.membershipDate(at), null));
    return true;
  }

  boolean leave(String name, Instant at) {
    Optional<ModelGroup> left = groupOf(name);
    ModelMember member = member(name);
    left.ifPresent(group ->
        group.memberships.replaceAll(each ->
            each.member().equals(member.id) && each.leftOn() == null
                ? new Membership(member.id, each.joinedOn(), member.membershipDate(at))
                : each));
    return left.isPresent();
  }

  private Optional<ModelGroup> groupOf(String name) {
    return groups.stream().filter(group -> group.has(member(name).id)).findFirst();
  }

  private Optional<ModelGroup> living(String group) {
    return groups.stream().filter(each -> each.name.equals(group) && each.lives()).findFirst();
  }

  private Optional<ModelGroup> fresh(String group) {
    return groups.stream()
        .filter(each -> each.name.equals(group) && each.memberships.isEmpty())
        .findFirst();
  }

  Streak streak(String name, Instant at) {
    return StreakFold.fold(member(name).history, at);
  }

  /** The rows of a members' leaderboard; null for the one by current streak. */
  List<String> members(Optional<Period> period, Instant at) {
    ToLongFunction<ModelMember> value =
        period
            .<ToLongFunction<ModelMember>>map(
                given -> member -> checkIns(member, given.around(today(at))))
            .orElse(member -> streak(member.name, at).length());
    List<MemberStanding> standings =
        members.values().stream()
            .filter(member -> !member.hidden && value.applyAsLong(member) > 0)
            .map(member ->
                new MemberStanding(
                    member.id,
                    member.name,
                    value.applyAsLong(member),
                    streak(member.name, at).longest()))
            .toList();
    return Leaderboard.ofMembers(standings).ranked().stream()
        .map(rank ->
            "%d %s %d".formatted(rank.place(), rank.standing().name(), rank.standing().value()))
        .toList();
  }

  private static long checkIns(ModelMember member, DateRange range) {
    return member.history.checked().keySet().stream().filter(range::contains).count();
  }

  /** The rows of a groups' leaderboard. */
  List<String> groups(Period period, Instant at) {
    Leaderboard<GroupStanding> board =
        Leaderboard.ofGroups(
            groups.stream()
                .filter(ModelGroup::lives)
                .map(group -> standing(group, period, at))
                .toList());
    return Stream.concat(
            board.ranked().stream().map(rank -> row(rank.place() + "", rank.standing())),
            board.unranked().stream().map(standing -> row("null", standing)))
        .toList();
  }

  private GroupStanding standing(ModelGroup group, Period period, Instant at) {
    Map<MemberId, MemberHistory> histories =
        members.values().stream().collect(Collectors.toMap(each -> each.id, each -> each.history));
    Map<MemberId, MemberHistory> theirs = new HashMap<>();
    group.memberships.forEach(
        each -> theirs.put(each.member(), Objects.requireNonNull(histories.get(each.member()))));
    GroupFold fold = new GroupFold(new GroupHistory(group.memberships, theirs, group.quorum), at);
    return new GroupStanding(
        group.id, group.name, fold.score(period.around(today(at))), fold.streak().streak());
  }

  private static String row(String place, GroupStanding standing) {
    return "%s %s %d %d %d"
        .formatted(
            place,
            standing.name(),
            standing.score().present(),
            standing.score().percent(),
            standing.streak());
  }
}
