package dev.cairn.feature.link;

import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import dev.cairn.database.Database;
import dev.cairn.domain.streak.Bridges;
import dev.cairn.domain.streak.DaysOnRecord;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.checkin.DayListener;
import dev.cairn.feature.group.Groups;
import dev.cairn.feature.member.LinkParticipant;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.streak.Streaks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes one learner of two members of a community, and two of one again. */
final class AccountLinker {
  private final LinkStore store;
  private final Members members;
  private final Streaks streaks;
  private final Groups groups;
  private final List<DayListener> listeners;
  private final LinkParticipants participants;
  private final Database database;

  AccountLinker(
      LinkStore store,
      Members members,
      Streaks streaks,
      Groups groups,
      List<DayListener> listeners,
      LinkParticipants participants,
      Database database) {
    this.store = store;
    this.members = members;
    this.streaks = streaks;
    this.groups = groups;
    this.listeners = List.copyOf(listeners);
    this.participants = participants;
    this.database = database;
  }

  /**
   * One learner of two.
   *
   * @param told what they have to be told, each a sentence
   */
  record Linked(Member learner, List<String> told) {}

  /**
   * Makes one learner of two. The one who was met first survives, with their settings and, where
   * both have one, their group.
   */
  Linked link(Member one, Member other, Instant now) {
    if (one.id().equals(other.id())) {
      throw Refusal.of(Problem.CONFLICT, "These accounts are already linked.");
    }
    boolean inOrder = one.id().value() < other.id().value();
    Member survivor = inOrder ? one : other;
    Member absorbed = inOrder ? other : one;
    return database.transaction(() -> {
      // In one order, so that no two transactions wait for each other.
      members.lock(survivor);
      members.lock(absorbed);
      Link link =
          new Link(
              survivor.id(),
              absorbed.id(),
              absorbed.hidden(),
              now,
              store.days(survivor),
              Bridges.between(streaks.history(survivor), streaks.history(absorbed), now));
      DaysOnRecord together = link.together(store.days(absorbed));
      groups.takeOver(absorbed, survivor, now);
      store.add(survivor.community(), link);
      List<String> told = new ArrayList<>(come(participants.beforeDays(), survivor, absorbed, now));
      if (absorbed.hidden()) {
        members.setHidden(survivor, true);
      }
      if (!absorbed.sharesReviews()) {
        members.setSharesReviews(survivor, false);
      }
      members.setHidden(absorbed, true);
      replaceDays(survivor, together, now);
      told.addAll(come(participants.afterDays(), survivor, absorbed, now));
      return new Linked(members.reload(survivor), told);
    });
  }

  private static List<String> come(
      List<LinkParticipant> participants, Member survivor, Member absorbed, Instant now) {
    return participants.stream()
        .flatMap(each -> each.linked(survivor, absorbed, now).stream())
        .toList();
  }

  /**
   * Makes two learners of one again, as they were before the newest link, with what has happened
   * since.
   *
   * @return who the accounts that had come belong to now
   * @throws Refusal when there is nothing to take apart
   */
  Member unlink(Member survivor, Instant now) {
    return database.transaction(() -> {
      members.lock(survivor);
      Link link = store.newest(survivor).orElseThrow(AccountLinker::notLinked);
      Member absorbed = members.find(survivor.community(), link.absorbed()).orElseThrow();
      members.lock(absorbed);
      DaysOnRecord ofAbsorbed = store.days(absorbed);
      DaysOnRecord together = link.together(ofAbsorbed);
      DaysOnRecord current = store.days(survivor);
      store.removeNewest(survivor);
      participants.beforeDays().forEach(each -> each.unlinked(survivor, absorbed, now));
      members.setHidden(absorbed, link.absorbedHidden());
      replaceDays(survivor, DaysOnRecord.apart(link.own(), together, current), now);
      replaceDays(absorbed, DaysOnRecord.apart(ofAbsorbed, together, current), now);
      participants.afterDays().forEach(each -> each.unlinked(survivor, absorbed, now));
      return members.reload(absorbed);
    });
  }

  /** Whether somebody has been linked to this member. */
  boolean isLinked(Member member) {
    return database.reading(() -> store.newest(member)).isPresent();
  }

  private void replaceDays(Member member, DaysOnRecord after, Instant now) {
    DaysOnRecord before = store.days(member);
    Streak earlier = streaks.of(member, now);
    store.replaceDays(member, before, after);
    Member current = members.reload(member);
    NavigableSet<LocalDate> changed = changed(before, after);
    LocalDate first = changed.isEmpty() ? LocalDate.MAX : changed.first();
    Streaks.Change streak = new Streaks.Change(earlier, streaks.refresh(current, first, now));
    for (LocalDate day : changed) {
      int change = count(after, day) - count(before, day);
      listeners.forEach(listener -> listener.dayChanged(current, day, change, streak, now));
    }
  }

  private static int count(DaysOnRecord days, LocalDate day) {
    return days.checked().containsKey(day) ? 1 : 0;
  }

  private static NavigableSet<LocalDate> changed(DaysOnRecord before, DaysOnRecord after) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    Stream.of(before, after)
        .forEach(each -> {
          days.addAll(each.checked().keySet());
          days.addAll(each.revoked().keySet());
          days.addAll(each.excused().keySet());
        });
    days.removeIf(day ->
        count(before, day) == count(after, day)
            && Objects.equals(before.revoked().get(day), after.revoked().get(day))
            && Objects.equals(before.excused().get(day), after.excused().get(day)));
    return days;
  }

  static Refusal notLinked() {
    return Refusal.of(
        Problem.CONFLICT,
        RichText.of("Your account is not linked to another. ")
            .command("link")
            .plain(" shows how to do it."));
  }
}
