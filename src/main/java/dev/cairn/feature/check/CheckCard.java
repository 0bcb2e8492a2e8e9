package dev.cairn.feature.check;

import dev.cairn.catalog.Check;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.answer.Judgement;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cards of a question: as it is asked, and as it is judged. */
final class CheckCard {
  private static final Action CHECK = Action.of("check");

  private CheckCard() {}

  /** Asks. */
  static Reply question(JourneyDay day, Check check) {
    CardBuilder card = titled(day, check);
    ask(card, day, check);
    if (!day.hints().isEmpty()) {
      card.button("Hint", Action.of("topic").with("day", day.day()).with("part", "hint"));
    }
    return card.facts(facts(day, check)).build();
  }

  /**
   * Tells what an answer is worth, and why.
   *
   * @param next what else is still to be answered rightly
   */
  static Reply verdict(JourneyDay day, Check check, Judgement verdict, Optional<Check> next) {
    CardBuilder card = titled(day, check);
    if (verdict == Judgement.UNREADABLE) {
      card.tone(Reply.Tone.WARNING).text(RichText.EMPTY.bold(unreadable(check)));
      ask(card, day, check);
      return card.facts(facts(day, check, verdict)).build();
    }
    card.tone(verdict.right() ? Reply.Tone.GOOD : Reply.Tone.WARNING)
        .text(RichText.EMPTY.bold(said(verdict)).plain(" " + told(check, verdict)))
        .text(check.why());
    if (verdict.right()) {
      card.primaryButton("I studied this", Action.of("done").with("day", day.day()));
    } else {
      card.updateButton("Try again", action(day, check));
    }
    next.ifPresent(other -> card.updateButton("Next question", action(day, other)));
    if (next.isEmpty() && verdict.right()) {
      card.text(
          day.checks().size() == 1
              ? "That was the day's only question."
              : "You have answered all " + day.checks().size() + " questions of this day.");
    }
    if (!verdict.right() && day.explain() != null) {
      card.button("Explain", Action.of("topic").with("day", day.day()).with("part", "explain"));
    }
    return card.facts(facts(day, check, verdict)).build();
  }

  /** Nothing is left to ask; whoever likes is asked again. */
  static Reply allRight(JourneyDay day) {
    CardBuilder card =
        Reply.Card.titled("Day " + day.day() + ": " + day.title())
            .tone(Reply.Tone.GOOD)
            .text(
                day.checks().size() == 1
                    ? "You have already answered this day's question."
                    : "You have answered all "
                        + day.checks().size()
                        + " questions of this day already.")
            .primaryButton("I studied this", Action.of("done").with("day", day.day()));
    for (int i = 0; i < day.checks().size(); i++) {
      card.updateButton("Question " + (i + 1) + " again", action(day, day.checks().get(i)));
    }
    return card.facts(none(day)).build();
  }

  /** The day asks nothing. */
  static Reply nothing(JourneyDay day) {
    return Reply.Card.titled("Day " + day.day() + ": " + day.title())
        .text("This day has no questions to check yourself with.")
        .button("Open the day", Action.of("topic").with("day", day.day()))
        .facts(none(day))
        .build();
  }

  private static CardBuilder titled(JourneyDay day, Check check) {
    int number = day.checks().indexOf(check) + 1;
    return Reply.Card.titled(
            "Day %d, question %d of %d".formatted(day.day(), number, day.checks().size()))
        .text(RichText.EMPTY.bold(check.ask()));
  }

  private static void ask(CardBuilder card, JourneyDay day, Check check) {
    switch (check) {
      case Check.Choice choice -> {
        List<RichText> lines = new ArrayList<>();
        for (int i = 0; i < choice.options().size(); i++) {
          lines.add(RichText.EMPTY.bold(letter(i)).plain(") " + choice.options().get(i)));
        }
        card.items(lines);
        for (int i = 0; i < choice.options().size(); i++) {
          card.updateButton(letter(i), action(day, check).with("answer", "#" + (i + 1)));
        }
      }
      case Check.Numeric number -> {
        if (number.unit() != null) {
          card.text("A number, in " + number.unit() + ".");
        } else {
          card.text("A number.");
        }
        form(card, day, check);
      }
      case Check.ShortAnswer words -> {
        card.text("A word, or a few.");
        form(card, day, check);
      }
    }
  }

  private static void form(CardBuilder card, JourneyDay day, Check check) {
    card.control(
        new Control.FormButton(
            "Answer", new Form("Your answer", action(day, check), List.of("answer"), "Check")));
  }

  private static String letter(int index) {
    return Character.toString('A' + index);
  }

  private static Action action(JourneyDay day, Check check) {
    return CHECK.with("day", day.day()).with("id", check.id());
  }

  private static String unreadable(Check check) {
    return switch (check) {
      case Check.Numeric number ->
          "I could not read that as one number, so it does not count. Digits are best: 7.5";
      case Check.Choice choice ->
          "That is not one of the options, so it does not count. Give a letter, A to %s, or an option's words."
              .formatted(letter(choice.options().size() - 1));
      case Check.ShortAnswer words -> "The answer was empty, so it does not count.";
    };
  }

  private static String said(Judgement verdict) {
    return switch (verdict) {
      case RIGHT -> "Right.";
      case MISSPELT -> "Right, apart from the spelling.";
      case NEAR -> "Close, but not quite.";
      case WRONG, UNREADABLE -> "Not quite.";
    };
  }

  private static String told(Check check, Judgement verdict) {
    return verdict == Judgement.RIGHT && !(check instanceof Check.Numeric)
        ? ""
        : "The answer is " + check.shown() + (check.shown().endsWith(".") ? "" : ".");
  }

  private static ReplyData none(JourneyDay day) {
    return ReplyData.NONE.with("day", day.day()).with("check", null);
  }

  private static ReplyData facts(JourneyDay day, Check check) {
    Map<String, @Nullable Object> asked =
        ReplyData.NONE
            .with("id", check.publicId())
            .with("ask", check.ask())
            .with("options", check instanceof Check.Choice choice ? choice.options() : null)
            .values();
    return ReplyData.NONE.with("day", day.day()).with("check", asked);
  }

  private static ReplyData facts(JourneyDay day, Check check, Judgement verdict) {
    // What could not be read is neither right nor wrong, and the reason would give the answer away.
    return verdict == Judgement.UNREADABLE
        ? facts(day, check).with("right", null)
        : facts(day, check).with("right", verdict.right()).with("why", check.why());
  }
}
