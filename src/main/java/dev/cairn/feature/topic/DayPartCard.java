package dev.cairn.feature.topic;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Resource;
import dev.cairn.catalog.Role;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.feature.OfferNotes;
import dev.cairn.feature.Sentences;
import dev.cairn.feature.Sources;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The card of one part of a day. */
final class DayPartCard {
  private final Catalog catalog;
  private final JourneyDay day;

  private DayPartCard(Catalog catalog, JourneyDay day) {
    this.catalog = catalog;
    this.day = day;
  }

  /**
   * A part of a day.
   *
   * @param hint which hint to give, from 1, where hints are asked for
   */
  static Reply of(Catalog catalog, JourneyDay day, DayPart part, int hint) {
    return new DayPartCard(catalog, day).card(part, hint);
  }

  private Reply card(DayPart part, int hint) {
    CardBuilder card = Reply.Card.titled("Day " + day.day() + " · " + part.label());
    if (!part.isIn(day)) {
      card.text(
          switch (part) {
            case EXPLAIN -> "This day has no explanation.";
            case STEPS -> "This day has no steps: " + day.task();
            case HINT -> "This day has no hints.";
            case DISCUSS -> day.discuss();
          });
    } else {
      switch (part) {
        case EXPLAIN -> explain(card);
        case STEPS -> steps(card);
        case HINT -> hint(card, Math.min(hint, day.hints().size()));
        case DISCUSS -> discuss(card);
      }
    }
    ReplyData facts = TopicCard.facts(day).with("part", part.key());
    return card.facts(facts).build();
  }

  private void explain(CardBuilder card) {
    String explanation = day.explain();
    if (explanation != null) {
      for (String paragraph : explanation.split("\n\n", -1)) {
        card.text(paragraph);
      }
    }
    paragraph(card, "The most common mistake", day.pitfall());
    card.paragraph("Afterwards you can", day.outcome());
    List<Resource> reading = catalog.resources().referredTo(day.resources());
    if (!reading.isEmpty()) {
      card.text(RichText.EMPTY.bold("Further reading"))
          .items(reading.stream().map(this::line).toList());
    }
    Sources.under(card, catalog, day.source());
  }

  private RichText line(Resource resource) {
    RichText name =
        resource.url() == null
            ? RichText.EMPTY.bold(resource.name())
            : RichText.EMPTY.link(resource.name(), resource.url());
    return OfferNotes.named(name, resource.status())
        .plain(" – " + Sentences.gist(resource.summary()));
  }

  private void steps(CardBuilder card) {
    card.text(day.task()).numbered(day.steps().stream().map(DayPartCard::step).toList());
    paragraph(card, "Done when", day.doneWhen());
    if (day.minutes().stretch() > 0) {
      paragraph(card, "With " + day.minutes().stretch() + " minutes more", day.stretch());
    }
    needs(card);
    if (!day.tools().isEmpty()) {
      card.field("Tools", OfferNotes.tools(catalog.tools().referredTo(day.tools())));
    }
    if (!day.requires().isEmpty()) {
      card.field(
          "Requires",
          catalog.journey().referredTo(day.requires()).stream()
              .map(earlier -> "day " + earlier.day() + " (" + earlier.title() + ")")
              .collect(Collectors.joining("; ")));
    }
  }

  /** What is below the first line of a step is typed as it stands, spaces and all. */
  private static RichText step(String step) {
    String[] lines = step.stripTrailing().split("\n", -1);
    RichText text = RichText.of(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      text = text.plain("\n");
      if (!lines[i].isEmpty()) {
        text = text.code(lines[i]);
      }
    }
    return text;
  }

  private void needs(CardBuilder card) {
    List<String> needs =
        day.needs().stream()
            .filter(need -> need != JourneyDay.Need.NONE)
            .map(DayPartCard::name)
            .toList();
    if (!needs.isEmpty()) {
      card.field("You need", String.join(", ", needs));
    }
    paragraph(card, "Without it", day.alternative());
  }

  private static String name(JourneyDay.Need need) {
    return switch (need) {
      case PYTHON -> "Python";
      case DOCKER -> "Docker";
      case KUBERNETES -> "Kubernetes";
      case CLOUD_ACCOUNT -> "a cloud account";
      case GPU -> "a GPU";
      case ANOTHER_PERSON -> "another person";
      case NONE -> need.name().toLowerCase(Locale.ROOT);
    };
  }

  private void hint(CardBuilder card, int number) {
    int all = day.hints().size();
    card.text(day.hints().get(number - 1));
    if (number < all) {
      card.updateButton(
          "Next hint (%d of %d)".formatted(number + 1, all),
          DayPart.HINT.of(day).with("hint", number + 1));
    }
    if (!day.checks().isEmpty()) {
      card.button("Check myself", Action.of("check").with("day", day.day()));
    }
  }

  private void discuss(CardBuilder card) {
    card.paragraph("To discuss", day.discuss())
        .paragraph("To write about", day.blog())
        .field(
            "Who does this",
            String.join(
                ", ", catalog.roles().referredTo(day.roles()).stream().map(Role::name).toList()));
  }

  private static void paragraph(CardBuilder card, String heading, @Nullable String text) {
    if (text != null) {
      card.paragraph(heading, text);
    }
  }
}
