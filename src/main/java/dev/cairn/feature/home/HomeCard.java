package dev.cairn.feature.home;

import dev.cairn.catalog.Catalog;
import dev.cairn.chat.Action;
import dev.cairn.chat.Caller;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.domain.journey.JourneyStatus;
import dev.cairn.domain.streak.MemberHistory;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.Pictures;
import dev.cairn.feature.Weekdays;
import dev.cairn.feature.Wording;
import dev.cairn.feature.badge.Badges;
import dev.cairn.feature.blog.PaceWording;
import dev.cairn.feature.blog.Posts;
import dev.cairn.feature.group.Group;
import dev.cairn.feature.group.GroupReport;
import dev.cairn.feature.group.GroupScores;
import dev.cairn.feature.group.Groups;
import dev.cairn.feature.journey.Journeys;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.review.Reviews;
import dev.cairn.feature.streak.StreakFigures;
import dev.cairn.feature.streak.Streaks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The card of a member's own page: today's topic, their streak and calendar, their group, the pace
 * of their posts, their settings.
 */
public final class HomeCard {
  private final Catalog catalog;
  private final Members members;
  private final Journeys journeys;
  private final Streaks streaks;
  private final StreakFigures figures;
  private final Groups groups;
  private final GroupScores scores;
  private final Posts posts;
  private final Reviews reviews;

  public HomeCard(
      Catalog catalog,
      Members members,
      Journeys journeys,
      Streaks streaks,
      Pictures pictures,
      Groups groups,
      GroupScores scores,
      Posts posts,
      Reviews reviews,
      Badges badges) {
    this.reviews = reviews;
    this.catalog = catalog;
    this.members = members;
    this.journeys = journeys;
    this.streaks = streaks;
    this.figures = new StreakFigures(pictures, badges);
    this.groups = groups;
    this.scores = scores;
    this.posts = posts;
  }

  /** The card as it is at an instant; whoever is not known yet is met now. */
  public Reply.Card of(Caller caller, Instant now) {
    Member member = members.findOrCreate(caller, now);
    MemberHistory history = streaks.history(member);
    Streak streak = Streaks.of(history, now);
    CardBuilder card =
        Reply.Card.titled("Your day, " + member.name())
            .tone(history.revokedToday(now) ? Reply.Tone.NEUTRAL : tone(streak));
    addTopic(card, member, now);
    int due = reviews.due(member, now);
    if (due > 0) {
      card.field("To review", Wording.count(due, "card"));
    }
    card.divider();
    addStreak(card, member, streak, history, now);
    card.divider();
    addGroup(card, member, now);
    addPosts(card, member, now);
    card.divider();
    addSettings(card, member, history, now);
    if (streak.status() != Streak.Status.DONE && !history.revokedToday(now)) {
      card.primaryButton("I studied today", Action.of("done"));
    }
    if (due > 0) {
      card.button("Review", Action.of("review"));
    }
    return card.button("Today's topic", Action.of("topic"))
        .button("Why this streak?", Action.of("streak").with("why", true))
        .button("Groups", Action.of("group list"))
        .button("Settings", Action.of("settings"))
        .button("Help", Action.of("help"))
        .build();
  }

  private void addTopic(CardBuilder card, Member member, Instant now) {
    switch (journeys.today(member.community(), now)) {
      case JourneyStatus.Numbered(int number) ->
          card.text(RichText.EMPTY.bold(title(number)))
              .text(catalog.day(number).orElseThrow().why());
      case JourneyStatus.LeftOut(int latest) ->
          card.text("Today has no topic of its own." + latest(latest));
      case JourneyStatus.OnHold(int latest) -> card.text("The journey is paused." + latest(latest));
      case JourneyStatus.Ahead(LocalDate start) ->
          card.text("The journey begins on " + Wording.date(start) + ".");
      case JourneyStatus.Over() -> card.text("The journey is complete. Every topic stays open.");
    }
  }

  private String latest(int latest) {
    return latest == 0 ? "" : " The latest was " + title(latest) + ".";
  }

  private String title(int number) {
    return "Day " + number + ": " + catalog.day(number).orElseThrow().title();
  }

  private void addStreak(
      CardBuilder card, Member member, Streak streak, MemberHistory history, Instant now) {
    card.text(
        history.revokedToday(now)
            ? RichText.of("A moderator revoked your check-in of today.")
            : standing(member, streak, now));
    figures.addTo(card, member, streak, history, now);
  }

  private RichText standing(Member member, Streak streak, Instant now) {
    return switch (streak.status()) {
      case DONE -> RichText.of("Today is done. See you tomorrow.");
      case AT_RISK ->
          RichText.of("Today is still open. It ends ")
              .moment(member.days().endOfToday(now), Span.Moment.Style.RELATIVE)
              .plain(".");
      case REST -> RichText.of("Today is a day off.");
      case BROKEN -> RichText.of("Check in, and a new streak begins today.");
      case NONE -> RichText.of("The first check-in lays the first stone.");
    };
  }

  private void addGroup(CardBuilder card, Member member, Instant now) {
    Optional<Group> group = groups.of(member);
    if (group.isEmpty()) {
      card.text(
          RichText.of("You belong to no group. ").command("group list").plain(" shows them."));
      return;
    }
    GroupReport report = scores.report(member.community(), group.get(), now);
    long checked =
        report.members().stream().filter(each -> each.state() == GroupReport.State.CHECKED).count();
    card.field("Group", group.get().name())
        .field("Group streak", Wording.count(report.streak().streak(), "day"))
        .field("This week", report.score().percent() + "%")
        .field("Today", checked + " of " + report.members().size() + " checked in");
  }

  private void addPosts(CardBuilder card, Member member, Instant now) {
    Posts.Blog blog = posts.of(member, now);
    if (!blog.posts().isEmpty()) {
      card.field("Posts", PaceWording.line(blog.pace()));
    }
  }

  private static void addSettings(
      CardBuilder card, Member member, MemberHistory history, Instant now) {
    LocalDate tomorrow = history.today(now).plusDays(1);
    card.field("Time zone", member.zoneAt(now).getId())
        .field("Rest days", Weekdays.typed(history.restDays().at(tomorrow).weekdays()))
        .field("Leaderboards", member.hidden() ? "hidden" : "shown");
  }

  private static Reply.Tone tone(Streak streak) {
    return switch (streak.status()) {
      case DONE -> Reply.Tone.GOOD;
      case AT_RISK -> Reply.Tone.WARNING;
      case REST, BROKEN, NONE -> Reply.Tone.NEUTRAL;
    };
  }
}
