package dev.cairn.feature.daily;

import dev.cairn.catalog.JourneyDay;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.feature.Wording;
import dev.cairn.feature.discussion.DiscussionCommands;
import dev.cairn.feature.suggestion.Suggestion;
import java.time.LocalDate;
import java.util.Optional;

/** What is posted of a day where only its question is. */
final class QuestionCard {
  private QuestionCard() {}

  static String title(JourneyDay day) {
    return "To discuss on day " + day.day() + ": " + day.title();
  }

  static Reply.Card of(
      JourneyDay day,
      LocalDate date,
      Optional<Suggestion> suggested,
      int answers,
      RichText introduction) {
    CardBuilder card = Reply.Card.titled(title(day));
    if (!introduction.spans().isEmpty()) {
      card.text(introduction);
    }
    card.text(asked(day, suggested, RichText.EMPTY));
    if (answers > 0) {
      card.text(Wording.count(answers, "answer") + " so far.");
    }
    DiscussionCommands.under(card, date);
    return card.button("The topic", Action.of("topic").with("day", day.day()))
        .fact("date", date)
        .fact("day", day.day())
        .fact("answers", answers)
        .build();
  }

  /** What a member suggested takes the place of the topic's own question. */
  static RichText asked(JourneyDay day, Optional<Suggestion> suggested, RichText heading) {
    return suggested
        .map(question -> {
          RichText asked = heading.plain(question.question());
          return question.named()
              ? asked.plain(" Asked by ").bold(question.name()).plain(".")
              : asked;
        })
        .orElseGet(() -> heading.plain(day.discuss()));
  }
}
