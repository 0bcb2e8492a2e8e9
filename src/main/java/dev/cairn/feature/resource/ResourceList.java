package dev.cairn.feature.resource;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Resource;
import dev.cairn.catalog.Resource.Kind;
import dev.cairn.catalog.Role;
import dev.cairn.catalog.Source;
import dev.cairn.catalog.Tool;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.feature.DayMenu;
import dev.cairn.feature.OfferNotes;
import dev.cairn.feature.Page;
import dev.cairn.feature.Sources;
import dev.cairn.feature.resource.ResourceFinder.Found;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The resources on a subject, by kind. */
final class ResourceList {
  private static final int PAGE = 8;

  /** How many days a menu offers; a tool such as Python is used on most of them. */
  private static final int MENU = 25;

  private final Catalog catalog;
  private final Found found;

  private ResourceList(Catalog catalog, Found found) {
    this.catalog = catalog;
    this.found = found;
  }

  static Reply of(Catalog catalog, Found found, Arguments arguments) {
    return new ResourceList(catalog, found).card(Page.of(found.resources(), PAGE, arguments));
  }

  private Reply card(Page<Resource> page) {
    Subject subject = found.subject();
    CardBuilder card = Reply.Card.titled(subject.title());
    subject.summary().ifPresent(card::text);
    if (subject instanceof Subject.OfTool(Tool tool)) {
      used(card, tool);
    }
    if (found.resources().isEmpty()) {
      card.text("I know nothing to read, watch or try for this yet.");
      onTheJourney(card);
    }
    for (Kind kind : Kind.values()) {
      ofKind(card, kind, page.entries());
    }
    Sources.under(card, catalog, sources(page));
    page.turnableOn(card, subject.action());
    days(subject).ifPresent(card::control);
    kindMenu(card);
    if (!(subject instanceof Subject.Everything)) {
      card.updateButton("All resources", Subject.ALL);
    }
    return card.fact(
            "resources",
            found.resources().stream().map(r -> ResourceCard.facts(r).values()).toList())
        .build();
  }

  /** What has become of a tool, which days use it and who works with it. */
  private void used(CardBuilder card, Tool tool) {
    OfferNotes.full(tool.status()).ifPresent(card::text);
    List<JourneyDay> days = catalog.daysWith(tool);
    if (!days.isEmpty()) {
      card.field(
          "On the journey",
          days.size() == 1
              ? "day " + days.getFirst().day()
              : "%d days, the first is day %d".formatted(days.size(), days.getFirst().day()));
    }
    List<String> roles =
        catalog.roles().stream()
            .filter(role -> role.tools().contains(tool.id()))
            .map(Role::name)
            .toList();
    if (!roles.isEmpty()) {
      card.field("Who works with it", String.join(", ", roles));
    }
    card.fact(
        "tool",
        OfferNotes.facts(
                ReplyData.NONE.with("id", tool.id()).with("name", tool.name()), tool.status())
            .with("days", days.stream().map(JourneyDay::day).toList())
            .values());
  }

  private Optional<Control> days(Subject subject) {
    List<JourneyDay> days =
        subject instanceof Subject.OfTool(Tool tool) ? catalog.daysWith(tool) : List.of();
    return days.isEmpty()
        ? DayMenu.on(catalog, found.topics(), "Open a day on it")
        : DayMenu.of(days.stream().limit(MENU).toList(), "Open a day that uses it");
  }

  private void ofKind(CardBuilder card, Kind kind, List<Resource> resources) {
    List<RichText> lines =
        resources.stream()
            .filter(resource -> resource.kind() == kind)
            .map(ResourceCard::line)
            .toList();
    if (!lines.isEmpty()) {
      if (!(found.subject() instanceof Subject.OfKind)) {
        card.text(RichText.EMPTY.bold(Kinds.heading(kind)));
      }
      card.items(lines);
    }
  }

  private void onTheJourney(CardBuilder card) {
    if (!found.topics().isEmpty()) {
      card.text(RichText.EMPTY.bold("Days of the journey on it"))
          .items(found.topics().stream().map(topic -> DayMenu.line(catalog, topic)).toList());
    }
  }

  /** The section that names each; every other section that does is on its own card. */
  private List<Source> sources(Page<Resource> page) {
    return Stream.of(
            found.subject().source().stream(),
            page.entries().stream().map(resource -> resource.sources().getFirst()))
        .flatMap(sources -> sources)
        .toList();
  }

  private void kindMenu(CardBuilder card) {
    if (!(found.subject() instanceof Subject.Everything)) {
      return;
    }
    List<ChoiceValue> kinds =
        Arrays.stream(Kind.values())
            .filter(kind -> count(kind) > 0)
            .map(kind ->
                new ChoiceValue(Kinds.key(kind), Kinds.heading(kind) + " (" + count(kind) + ")"))
            .toList();
    if (!kinds.isEmpty()) {
      card.control(new Control.Select("Only one kind", Subject.ALL, "about", kinds, Effect.UPDATE));
    }
  }

  private long count(Kind kind) {
    return found.resources().stream().filter(resource -> resource.kind() == kind).count();
  }
}
