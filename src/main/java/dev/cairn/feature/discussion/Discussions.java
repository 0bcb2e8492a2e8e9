package dev.cairn.feature.discussion;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.chat.Account;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.database.Database;
import dev.cairn.domain.DateRange;
import dev.cairn.domain.MemberId;
import dev.cairn.domain.journey.JourneyStatus;
import dev.cairn.feature.Wording;
import dev.cairn.feature.audit.AuditEntry;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.suggestion.Suggestion;
import dev.cairn.feature.suggestion.Suggestions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what members answer to the questions of daily posts. */
public final class Discussions {
  /** For so many days a question can be answered. */
  private static final int OPEN_DAYS = 14;

  private final DiscussionStore store;
  private final Catalog catalog;
  private final Journeys journeys;
  private final Suggestions suggestions;
  private final AuditLog audit;
  private final Database database;

  public Discussions(
      DiscussionStore store,
      Catalog catalog,
      Journeys journeys,
      Suggestions suggestions,
      AuditLog audit,
      Database database) {
    this.store = store;
    this.catalog = catalog;
    this.journeys = journeys;
    this.suggestions = suggestions;
    this.audit = audit;
    this.database = database;
  }

  /** The question of a date's posts; empty where the date has no topic. */
  Optional<String> question(Community community, LocalDate date) {
    return journeys.of(community).on(date) instanceof JourneyStatus.Numbered(int number)
        ? suggestions
            .on(community, date)
            .map(Suggestion::question)
            .or(() -> catalog.day(number).map(JourneyDay::discuss))
        : Optional.empty();
  }

  /**
   * Answers the question of a date, in place of what the member answered before.
   *
   * @throws Refusal where it cannot be answered: there is no question, it is not asked yet or too
   *     long ago, or a moderator took the member's answer down
   */
  void answer(
      Member member, LocalDate date, Account account, String words, boolean quotable, Instant at) {
    // Where the member lives it may be tomorrow already.
    LocalDate today = member.community().today(at);
    if (question(member.community(), date).isEmpty()
        || date.isAfter(today.plusDays(1))
        || date.isBefore(today.minusDays(OPEN_DAYS))) {
      throw Refusal.of(
          Problem.CONFLICT,
          "%s has no question that can be answered now.".formatted(Wording.date(date)));
    }
    database.transaction(() -> {
      if (store.find(member, date).filter(before -> before.struck() != null).isPresent()) {
        throw Refusal.of(Problem.CONFLICT, "A moderator took down your answer to this question.");
      }
      store.save(member, date, account, words, quotable, at);
    });
  }

  /** A member takes their answer back; false where there is none that stands. */
  boolean remove(Member member, LocalDate date) {
    return database.transaction(() -> store.remove(member, date));
  }

  /** What stands of the answers to a date's question, the first one first. */
  List<DiscussionAnswer> on(Community community, LocalDate date) {
    return database.reading(() -> store.on(community.id(), date));
  }

  /** How many answers stand to a date's question. */
  public int answered(Community community, LocalDate date) {
    return on(community, date).size();
  }

  /**
   * What the weekly post may quote: the first answers of different members.
   *
   * @param most how many at most
   */
  public List<DiscussionAnswer> quotes(Community community, DateRange days, int most) {
    Map<MemberId, DiscussionAnswer> first = new LinkedHashMap<>();
    database
        .reading(() -> store.quotable(community.id(), days))
        .forEach(answer -> first.putIfAbsent(answer.member(), answer));
    return first.values().stream().limit(most).toList();
  }

  /**
   * A moderator takes an answer down with a reason, or puts it back.
   *
   * @return the answer; empty where there is none to do it to
   */
  Optional<DiscussionAnswer> strike(
      Member moderator, Member member, LocalDate date, String reason, boolean undo, Instant at) {
    return database.transaction(() -> {
      Optional<DiscussionAnswer> answer =
          store.find(member, date).filter(found -> (found.struck() != null) == undo);
      answer.ifPresent(found -> {
        store.strike(member, date, undo ? null : reason);
        audit.add(
            moderator.community(),
            AuditEntry.about(
                member,
                moderator,
                at,
                "%s the answer of %s to the question of %s: “%s”"
                    .formatted(
                        undo ? "put back" : "took down",
                        member.name(),
                        date,
                        Excerpt.quoted(found.words())),
                reason,
                Undo.never("Give the same command once more, to take it down or put it back.")));
      });
      return answer;
    });
  }

  /** Gives a member what was answered on their accounts while they were those of another. */
  public void share(Member from, Member to) {
    store.pass(from, to);
  }
}
