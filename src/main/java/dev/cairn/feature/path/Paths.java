package dev.cairn.feature.path;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.StudyPath;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.Reply;
import dev.cairn.database.Database;
import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.domain.journey.JourneyStatus;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Notifier;
import dev.cairn.feature.study.StudyRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How members follow the journey: with the community, on the same day as everybody; or at their own
 * pace, where studying a day opens the next.
 */
public final class Paths {
  /** What is kept of whoever walks with everybody else. */
  public static final String TOGETHER = Choice.COMMUNITY;

  private final Catalog catalog;
  private final PathStore store;
  private final StudyRecord studied;
  private final Journeys journeys;
  private final Notifier notifier;
  private final Database database;

  public Paths(
      Catalog catalog,
      PathStore store,
      StudyRecord studied,
      Journeys journeys,
      Notifier notifier,
      Database database) {
    this.catalog = catalog;
    this.store = store;
    this.studied = studied;
    this.journeys = journeys;
    this.notifier = notifier;
    this.database = database;
  }

  /**
   * The position of a member who studies at their own pace.
   *
   * @param path the path of the catalogue that they take; empty where they take every day
   * @param next the day to study now; empty where they have studied all there is
   * @param of how many days there are on their way
   */
  public record OwnWay(Optional<StudyPath> path, Optional<JourneyDay> next, int of) {}

  /** The member's position; empty if they follow the community. */
  public Optional<OwnWay> ownWay(Member member) {
    Choice choice = choice(member);
    return choice.withCommunity() ? Optional.empty() : Optional.of(ownWay(member, choice));
  }

  private OwnWay ownWay(Member member, Choice choice) {
    Optional<StudyPath> path = catalog.paths().find(choice.kind());
    List<JourneyDay> way =
        catalog.journey().stream()
            .filter(day -> path.map(taken -> taken.how(day) != StudyPath.How.SKIP).orElse(true))
            .toList();
    Set<String> known = studied.firstStudied(member).keySet();
    Optional<JourneyDay> next =
        way.stream()
            .filter(day -> day.day() >= choice.startDay() && !known.contains(day.id()))
            .findFirst();
    return new OwnWay(path, next, way.size());
  }

  /** Whether the member has studied a day of the journey. */
  public boolean hasStudied(Member member, JourneyDay day) {
    return studied.firstStudied(member).containsKey(day.id());
  }

  /** The days that the member's path leaves out. */
  public Predicate<JourneyDay> leftOut(Member member) {
    Optional<StudyPath> path = catalog.paths().find(choice(member).kind());
    return day -> path.map(taken -> taken.how(day) == StudyPath.How.SKIP).orElse(false);
  }

  /** The member's choice. A path that the catalogue no longer has counts as every day. */
  Choice choice(Member member) {
    return store.find(member).orElse(Choice.DEFAULT);
  }

  /** The member chooses. */
  void choose(Member member, Choice choice, Instant at) {
    database.transaction(() -> store.save(member, choice, at));
  }

  /** What today is on the community's journey. */
  JourneyStatus communityDay(Member member, Instant now) {
    return journeys.today(member.community(), now);
  }

  /**
   * Asks whoever joins after the community's first day, once and in private, whether they want to
   * join there or to start at day 1. Does nothing for others.
   *
   * @param today what the community's today is on its journey
   */
  public void askOnce(Member member, JourneyStatus today, Instant now) {
    int day = today.latestDay();
    if (day == 1
        || !member.days().today(member.metAt()).equals(member.days().today(now))
        || store.find(member).isPresent()) {
      return;
    }
    choose(member, Choice.DEFAULT, now);
    notifier.tell(
        member,
        Reply.Card.titled("Where do you want to start?")
            .text(
                "This community is on day %d of %d. Join it there, or start at day 1 and study at your own pace. You can change this at any time."
                    .formatted(day, JourneyCalendar.DAYS))
            .primaryButton("Join on day " + day, Action.of("path").with("kind", Choice.COMMUNITY))
            .button("Start at day 1", Action.of("path").with("kind", Choice.OWN).with("day", 1))
            .build());
  }
}
