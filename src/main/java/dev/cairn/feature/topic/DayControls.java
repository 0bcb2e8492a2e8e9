package dev.cairn.feature.topic;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Term;
import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import java.util.List;

/** What opens a day part by part, for whoever presses it alone. */
public final class DayControls {
  private DayControls() {}

  /** Explain, Steps, Hint, Check myself, Discuss, and a select of terms: those that the day has. */
  public static void under(CardBuilder card, Catalog catalog, JourneyDay day) {
    for (DayPart part : DayPart.values()) {
      if (part.isIn(day)) {
        card.button(part.label(), part.of(day));
      }
      if (part == DayPart.HINT && !day.checks().isEmpty()) {
        card.button("Check myself", Action.of("check").with("day", day.day()));
      }
    }
    List<Term> terms = catalog.terms().referredTo(day.terms());
    if (!terms.isEmpty()) {
      card.control(
          new Control.Select(
              "Terms",
              Action.of("term"),
              "name",
              terms.stream().map(term -> new ChoiceValue(term.id(), term.name())).toList(),
              Effect.REPLY));
    }
  }
}
