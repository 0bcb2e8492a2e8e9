package dev.cairn.feature.topic;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Role;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.domain.journey.JourneyCalendar;
import dev.cairn.feature.OfferNotes;
import dev.cairn.feature.Sources;

/** The card of a day's topic. */
public final class TopicCard {
  private TopicCard() {}

  /** The card of a day; whichever day it is, one can have studied it today. */
  public static CardBuilder of(Catalog catalog, JourneyDay day) {
    return of(catalog, day, RichText.EMPTY);
  }

  static CardBuilder of(Catalog catalog, JourneyDay day, RichText introduction) {
    CardBuilder card = Reply.Card.titled("Day " + day.day() + ": " + day.title());
    if (!introduction.spans().isEmpty()) {
      card.text(introduction);
    }
    String doneWhen = day.doneWhen();
    if (doneWhen == null) {
      whole(card, catalog, day);
    } else {
      card.text(day.why()).paragraph(toDo(day), day.task()).paragraph("Done when", doneWhen);
      Sources.under(card, catalog, day.source());
    }
    card.primaryButton("I studied this", Action.of("done").with("day", day.day()));
    if (doneWhen != null) {
      DayControls.under(card, catalog, day);
    }
    if (day.day() > 1) {
      card.updateButton("‹ Day " + (day.day() - 1), Action.of("topic").with("day", day.day() - 1));
    }
    if (day.day() < JourneyCalendar.DAYS) {
      card.updateButton(
          "Day " + (day.day() + 1) + " ›", Action.of("topic").with("day", day.day() + 1));
    }
    return card.facts(facts(day));
  }

  /** What a day is headed with that asks for something to be done. */
  public static String toDo(JourneyDay day) {
    return "To do, in about " + day.minutes().core() + " minutes";
  }

  /** A day that only sets a task is short enough to be shown at once. */
  private static void whole(CardBuilder card, Catalog catalog, JourneyDay day) {
    card.paragraph("Why it matters", day.why())
        .paragraph("Afterwards", day.outcome())
        .paragraph(toDo(day), day.task())
        .paragraph("To discuss", day.discuss())
        .paragraph("To write about", day.blog());
    catalog.trackOf(day).ifPresent(track -> card.field("Track", track.name()));
    card.field("Stage", day.stage());
    if (!day.tools().isEmpty()) {
      card.field("Tools", OfferNotes.tools(catalog.tools().referredTo(day.tools())));
    }
    card.field(
        "Who does this",
        String.join(
            ", ", catalog.roles().referredTo(day.roles()).stream().map(Role::name).toList()));
    Sources.under(card, catalog, day.source());
  }

  static ReplyData facts(JourneyDay day) {
    return ReplyData.NONE
        .with("day", day.day())
        .with("id", day.id())
        .with("track", day.track())
        .with("title", day.title())
        .with("source", Sources.fact(day.source()));
  }
}
