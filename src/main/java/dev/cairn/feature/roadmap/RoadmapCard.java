package dev.cairn.feature.roadmap;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Certification;
import dev.cairn.catalog.Entries;
import dev.cairn.catalog.Entry;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.OfferStatus;
import dev.cairn.catalog.Resource;
import dev.cairn.catalog.Roadmap;
import dev.cairn.catalog.Source;
import dev.cairn.catalog.Topic;
import dev.cairn.chat.Action;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.feature.DayMenu;
import dev.cairn.feature.OfferNotes;
import dev.cairn.feature.Page;
import dev.cairn.feature.Sources;
import dev.cairn.feature.Wording;
import dev.cairn.feature.roadmap.RoadmapMarks.Mark;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The card of one roadmap. */
final class RoadmapCard {
  private static final int PAGE = 6;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final Catalog catalog;
  private final Roadmap roadmap;
  private final List<Optional<Mark>> marks;

  /**
   * A card of a roadmap.
   *
   * @param marks how far somebody has come with each step; empty for nobody
   */
  RoadmapCard(Catalog catalog, Roadmap roadmap, List<Optional<Mark>> marks) {
    this.catalog = catalog;
    this.roadmap = roadmap;
    this.marks = marks;
  }

  Reply page(Arguments arguments) {
    return card(Page.of(roadmap.steps(), PAGE, arguments));
  }

  private Reply card(Page<Roadmap.Step> page) {
    CardBuilder card =
        Reply.Card.titled(roadmap.name())
            .field("For", roadmap.background())
            .text(roadmap.summary());
    int number = page.skipped();
    for (Roadmap.Step step : page.entries()) {
      number++;
      card.text(step(number, step));
    }
    if (page.isLast() && !roadmap.advice().isEmpty()) {
      card.text(RichText.EMPTY.bold("Advice"))
          .items(roadmap.advice().stream().map(RichText::of).toList());
    }
    Sources.under(card, catalog, sources(page));
    next()
        .ifPresent(day ->
            card.primaryButton("Open day " + day.day(), Action.of("topic").with("day", day.day())));
    page.turnableOn(card, RoadmapCommand.ALL.with("background", roadmap.id()));
    DayMenu.on(catalog, topics(page), "Open a day on one of the steps").ifPresent(card::control);
    return card.updateButton("All roadmaps", RoadmapCommand.ALL).facts(facts()).build();
  }

  private RichText step(int number, Roadmap.Step step) {
    RichText text = RichText.EMPTY.bold(number + ". " + step.name());
    if (step.duration() != null) {
      text = text.plain(" (" + step.duration() + ")");
    }
    return text.then(marks.get(number - 1).map(RoadmapCard::mark).orElse(RichText.EMPTY))
        .plain("\n" + step.summary())
        .then(
            OfferNotes.full(step.status())
                .map(note -> RichText.of("\n").then(note))
                .orElse(RichText.EMPTY))
        .then(line("Topics", catalog.topics(), step.topics()))
        .then(line("Certifications", catalog.certifications(), step.certifications()))
        .then(line("Resources", catalog.resources(), step.resources()));
  }

  /** What is done, what comes next, and when. */
  private static RichText mark(Mark mark) {
    String by =
        mark.by().map(date -> "; at your pace you finish it about " + DATE.format(date)).orElse("");
    String days = "%d of %s studied".formatted(mark.studied(), Wording.count(mark.of(), "day"));
    return switch (mark.state()) {
      case DONE -> RichText.of(" ✓ done");
      case NEXT -> RichText.of("\n").bold("You are here").plain(": " + days + by + ".");
      case LATER -> RichText.of("\n" + days + by + ".");
    };
  }

  private Optional<JourneyDay> next() {
    return marks.stream()
        .flatMap(Optional::stream)
        .flatMap(mark -> mark.next().stream())
        .findFirst();
  }

  private static RichText line(String what, Entries<?> entries, List<String> ids) {
    return ids.isEmpty()
        ? RichText.EMPTY
        : RichText.of("\n" + what + ": ")
            .then(
                RichText.join(
                    "; ", entries.referredTo(ids).stream().map(RoadmapCard::name).toList()));
  }

  private static RichText name(Entry entry) {
    RichText name =
        entry instanceof Resource resource && resource.url() != null
            ? RichText.EMPTY.link(resource.name(), resource.url())
            : RichText.of(entry.name());
    return OfferNotes.named(name, status(entry));
  }

  private static @Nullable OfferStatus status(Entry entry) {
    if (entry instanceof Certification certification) {
      return certification.status();
    }
    return entry instanceof Resource resource ? resource.status() : null;
  }

  private List<Source> sources(Page<Roadmap.Step> page) {
    return Stream.concat(
            page.entries().stream().map(Roadmap.Step::source),
            page.isLast() ? roadmap.sources().stream() : Stream.of(roadmap.sources().getFirst()))
        .toList();
  }

  private List<Topic> topics(Page<Roadmap.Step> page) {
    return page.entries().stream()
        .flatMap(step -> step.topics().stream())
        .map(catalog.topics()::referredTo)
        .toList();
  }

  private ReplyData facts() {
    return ReplyData.NONE
        .with("id", roadmap.id())
        .with("name", roadmap.name())
        .with(
            "steps",
            IntStream.range(0, roadmap.steps().size())
                .mapToObj(step -> fact(roadmap.steps().get(step), marks.get(step)))
                .toList());
  }

  private static Map<String, @Nullable Object> fact(Roadmap.Step step, Optional<Mark> mark) {
    return ReplyData.NONE
        .with("name", step.name())
        .with("duration", step.duration())
        .with("topics", step.topics())
        .with("certifications", step.certifications())
        .with("resources", step.resources())
        .with("state", mark.map(m -> m.state().name().toLowerCase(Locale.ROOT)).orElse(null))
        .with("studied", mark.map(Mark::studied).orElse(0))
        .with("of", mark.map(Mark::of).orElse(0))
        .with("by", mark.flatMap(Mark::by).orElse(null))
        .values();
  }
}
