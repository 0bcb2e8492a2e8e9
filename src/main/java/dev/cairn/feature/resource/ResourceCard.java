package dev.cairn.feature.resource;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Resource;
import dev.cairn.catalog.Topic;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.feature.DayMenu;
import dev.cairn.feature.OfferNotes;
import dev.cairn.feature.Sources;
import java.util.List;

/** The card of one resource, and its line in a list. */
final class ResourceCard {
  private ResourceCard() {}

  static Reply of(Catalog catalog, Resource resource) {
    List<Topic> topics = catalog.topics().referredTo(resource.topics());
    CardBuilder card =
        Reply.Card.titled(resource.name())
            .text(resource.summary())
            .field("Kind", Kinds.label(resource.kind()));
    OfferNotes.full(resource.status()).ifPresent(card::text);
    if (resource.url() != null) {
      card.field("Where", RichText.EMPTY.link(resource.url().toString(), resource.url()));
    }
    if (!topics.isEmpty()) {
      card.field("Useful for", String.join("; ", topics.stream().map(Topic::name).toList()));
    }
    Sources.under(card, catalog, resource.sources());
    if (resource.url() != null) {
      card.link("Open", resource.url());
    }
    DayMenu.on(catalog, topics, "Open a day it is useful for").ifPresent(card::control);
    return card.button("All resources", Subject.ALL)
        .fact("resources", List.of(facts(resource).values()))
        .build();
  }

  static RichText line(Resource resource) {
    return OfferNotes.named(name(resource), resource.status()).plain(" – " + resource.summary());
  }

  static ReplyData facts(Resource resource) {
    ReplyData facts =
        ReplyData.NONE
            .with("id", resource.id())
            .with("name", resource.name())
            .with("kind", Kinds.key(resource.kind()))
            .with("url", resource.url());
    return OfferNotes.facts(facts, resource.status());
  }

  private static RichText name(Resource resource) {
    return resource.url() == null
        ? RichText.EMPTY.bold(resource.name())
        : RichText.EMPTY.link(resource.name(), resource.url());
  }
}
