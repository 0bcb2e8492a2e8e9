package dev.cairn.feature.role;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Role;
import dev.cairn.catalog.Topic;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.feature.DayMenu;
import dev.cairn.feature.OfferNotes;
import dev.cairn.feature.Sources;
import java.util.List;
import java.util.stream.Stream;

/** The card of one role. */
final class RoleCard {
  private RoleCard() {}

  static Reply of(Catalog catalog, Role role) {
    List<Topic> topics = catalog.topics().referredTo(role.topics());
    CardBuilder card = Reply.Card.titled(role.name()).text(role.summary());
    section(card, "What they do", lines(role.does()));
    section(card, "What they are good at", lines(role.strengths()));
    section(card, "Who they work with", relations(catalog, role.worksWith()));
    section(card, "How they differ from similar roles", relations(catalog, role.differs()));
    if (!topics.isEmpty()) {
      card.text(RichText.EMPTY.bold("Topics to study"))
          .numbered(topics.stream().map(topic -> DayMenu.line(catalog, topic)).toList());
    }
    if (!role.tools().isEmpty()) {
      card.field("Tools", OfferNotes.tools(catalog.tools().referredTo(role.tools())));
    }
    Sources.under(card, catalog, role.sources());
    DayMenu.on(catalog, topics, "Open a day on one of them").ifPresent(card::control);
    compareMenu(card, catalog, role);
    return card.updateButton("All roles", RoleCommand.ALL).facts(facts(role)).build();
  }

  static ReplyData facts(Role role) {
    return ReplyData.NONE
        .with("id", role.id())
        .with("name", role.name())
        .with("source", Sources.fact(role.sources().getFirst()));
  }

  /** The roles it is easily taken for, and then those it works with. */
  static List<Role> neighbours(Catalog catalog, Role role) {
    return Stream.concat(role.differs().stream(), role.worksWith().stream())
        .map(relation -> catalog.roles().referredTo(relation.role()))
        .distinct()
        .toList();
  }

  static void section(CardBuilder card, String heading, List<RichText> lines) {
    if (!lines.isEmpty()) {
      card.text(RichText.EMPTY.bold(heading)).items(lines);
    }
  }

  static List<RichText> lines(List<String> texts) {
    return texts.stream().map(RichText::of).toList();
  }

  private static List<RichText> relations(Catalog catalog, List<Role.Relation> relations) {
    return relations.stream()
        .map(relation ->
            RichText.EMPTY
                .bold(catalog.roles().referredTo(relation.role()).name())
                .plain(" – " + relation.how()))
        .toList();
  }

  private static void compareMenu(CardBuilder card, Catalog catalog, Role role) {
    List<ChoiceValue> others =
        neighbours(catalog, role).stream()
            .map(other -> new ChoiceValue(other.id(), other.name()))
            .toList();
    if (!others.isEmpty()) {
      card.control(
          new Control.Select(
              "Compare with …",
              RoleCommand.ALL.with("name", role.id()),
              "versus",
              others,
              Effect.UPDATE));
    }
  }
}
