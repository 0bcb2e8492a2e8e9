package dev.cairn.feature.term;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Term;
import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.feature.Sources;
import java.util.List;
import java.util.stream.Collectors;

/** The card of a term. */
final class TermCard {
  /** More do not fit a select. */
  private static final int MOST_DAYS = 25;

  private TermCard() {}

  static Reply of(Catalog catalog, Term term) {
    CardBuilder card = Reply.Card.titled(term.name()).text(term.definition());
    field(card, "Also called", term.synonyms());
    field(card, "Short", term.abbreviations());
    field(card, "Also spelt", term.spellings());
    List<Term> others = catalog.terms().referredTo(term.confusedWith());
    if (!others.isEmpty()) {
      card.text(RichText.EMPTY.bold("Not to be confused with"))
          .items(
              others.stream()
                  .map(other -> RichText.EMPTY.bold(other.name()).plain(" – " + other.definition()))
                  .toList());
    }
    List<JourneyDay> days = catalog.daysOf(term);
    if (!days.isEmpty()) {
      card.field(
          days.size() == 1 ? "Day" : "Days",
          term.days().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
    Sources.under(card, catalog, term.source());
    others.forEach(other -> card.button(other.name(), TermCommand.TERM.with("name", other.id())));
    if (!days.isEmpty()) {
      card.control(
          new Control.Select(
              "Open a day on it",
              Action.of("topic"),
              "day",
              days.stream()
                  .limit(MOST_DAYS)
                  .map(day ->
                      new ChoiceValue(
                          Integer.toString(day.day()), "Day " + day.day() + ": " + day.title()))
                  .toList(),
              Effect.REPLY));
    }
    return card.facts(facts(term)).build();
  }

  private static void field(CardBuilder card, String label, List<String> names) {
    if (!names.isEmpty()) {
      card.field(label, String.join(", ", names));
    }
  }

  private static ReplyData facts(Term term) {
    return ReplyData.NONE
        .with("id", term.id())
        .with("name", term.name())
        .with("days", term.days())
        .with("definition", term.definition());
  }
}
