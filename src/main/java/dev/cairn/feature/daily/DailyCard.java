package dev.cairn.feature.daily;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.feature.Sources;
import dev.cairn.feature.Wording;
import dev.cairn.feature.discussion.DiscussionCommands;
import dev.cairn.feature.suggestion.Suggestion;
import dev.cairn.feature.topic.DayControls;
import dev.cairn.feature.topic.TopicCard;
import java.time.LocalDate;
import java.util.Optional;

/** What is posted each day. */
final class DailyCard {
  private DailyCard() {}

  static String title(JourneyDay day) {
    return "Day " + day.day() + ": " + day.title();
  }

  static Reply.Card of(
      Catalog catalog,
      JourneyDay day,
      LocalDate date,
      int yesterday,
      int studied,
      Optional<Suggestion> suggested,
      RichText introduction) {
    CardBuilder card = Reply.Card.titled(title(day));
    if (!introduction.spans().isEmpty()) {
      card.text(introduction);
    }
    String doneWhen = day.doneWhen();
    if (doneWhen == null) {
      card.paragraph("Why it matters", day.why()).paragraph(TopicCard.toDo(day), day.task());
    } else {
      card.text(day.why())
          .paragraph(TopicCard.toDo(day), day.task())
          .paragraph("Done when", doneWhen);
    }
    card.text(QuestionCard.asked(day, suggested, RichText.EMPTY.bold("To discuss").plain("\n")))
        .field("Day", day.day() + " of " + JourneyCalendar.DAYS);
    catalog.trackOf(day).ifPresent(track -> card.field("Track", track.name()));
    card.field("Yesterday", tally(yesterday));
    if (studied > 0) {
      card.field("So far", studied + " studied this");
    }
    Sources.under(card, catalog, day.source());
    card.primaryButton("I studied this", Action.of("done").with("day", day.day()));
    if (doneWhen == null) {
      card.button("The whole topic", Action.of("topic").with("day", day.day()));
    } else {
      DayControls.under(card, catalog, day);
    }
    DiscussionCommands.under(card, date);
    return card.facts(
            ReplyData.NONE
                .with("date", date)
                .with("day", day.day())
                .with("id", day.id())
                .with("track", day.track())
                .with("title", day.title())
                .with("source", Sources.fact(day.source()))
                .with("yesterday", yesterday))
        .build();
  }

  private static String tally(int yesterday) {
    return yesterday == 0
        ? "nobody checked in; be the first today"
        : Wording.count(yesterday, "member") + " checked in";
  }

  /** What is posted when the journey is over. */
  static Reply.Card complete() {
    return Reply.Card.titled("The journey is complete")
        .tone(Reply.Tone.CELEBRATION)
        .text(
            "All %d days are done. From now on there is no topic of the day; every one stays open to read."
                .formatted(JourneyCalendar.DAYS))
        .text(RichText.of("A moderator can start over: ").command("journey start"))
        .button("Day 1 again", Action.of("topic").with("day", 1))
        .fact("day", null)
        .build();
  }
}
