package dev.cairn.feature.certification;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Certification;
import dev.cairn.catalog.Roadmap;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.feature.OfferNotes;
import dev.cairn.feature.Sources;
import java.util.List;

/** The card of one certification. */
final class CertificationCard {
  private CertificationCard() {}

  static Reply of(Catalog catalog, Certification certification) {
    CardBuilder card = Reply.Card.titled(certification.name());
    OfferNotes.full(certification.status()).ifPresent(card::text);
    card.field("Level", Levels.heading(certification.level()));
    String provider = certification.provider();
    if (provider != null) {
      card.field("Provider", provider);
    }
    card.field("What it is", kind(certification))
        .paragraph("What it is about", certification.focus())
        .paragraph("When to take it", certification.advice());
    List<Roadmap> roadmaps = roadmaps(catalog, certification);
    if (!roadmaps.isEmpty()) {
      card.text(RichText.EMPTY.bold("On which roadmaps it is a step"))
          .items(roadmaps.stream().map(roadmap -> line(roadmap, certification)).toList());
    }
    Sources.under(card, catalog, certification.sources());
    roadmaps.forEach(roadmap ->
        card.button(roadmap.background(), Action.of("roadmap").with("background", roadmap.id())));
    return card.button("All certifications", CertificationFilter.ALL.action())
        .fact("certifications", List.of(facts(certification).values()))
        .build();
  }

  static ReplyData facts(Certification certification) {
    ReplyData facts =
        ReplyData.NONE
            .with("id", certification.id())
            .with("name", certification.name())
            .with("level", Levels.key(certification.level()))
            .with("provider", certification.provider());
    return OfferNotes.facts(facts, certification.status());
  }

  private static String kind(Certification certification) {
    return switch (certification.kind()) {
      case CERTIFICATE -> "A certificate";
      case COURSE -> "A course";
    };
  }

  private static List<Roadmap> roadmaps(Catalog catalog, Certification certification) {
    return catalog.roadmaps().stream()
        .filter(roadmap -> !steps(roadmap, certification).isEmpty())
        .toList();
  }

  private static RichText line(Roadmap roadmap, Certification certification) {
    return RichText.EMPTY
        .bold(roadmap.background())
        .plain(" – " + String.join(", ", steps(roadmap, certification)));
  }

  private static List<String> steps(Roadmap roadmap, Certification certification) {
    return roadmap.steps().stream()
        .filter(step -> step.certifications().contains(certification.id()))
        .map(Roadmap.Step::name)
        .toList();
  }
}
