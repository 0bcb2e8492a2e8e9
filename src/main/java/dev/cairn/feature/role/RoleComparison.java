package dev.cairn.feature.role;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Role;
import dev.cairn.catalog.Source;
import dev.cairn.catalog.Topic;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.feature.OfferNotes;
import dev.cairn.feature.Sentences;
import dev.cairn.feature.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The card of two roles side by side. */
final class RoleComparison {
  private final Catalog catalog;
  private final Role first;
  private final Role second;

  private RoleComparison(Catalog catalog, Role first, Role second) {
    this.catalog = catalog;
    this.first = first;
    this.second = second;
  }

  static Reply of(Catalog catalog, Role first, Role second) {
    return new RoleComparison(catalog, first, second).card();
  }

  private Reply card() {
    CardBuilder card =
        Reply.Card.titled(first.name() + " versus " + second.name())
            .field(first.name(), Sentences.first(first.summary()))
            .field(second.name(), Sentences.first(second.summary()));
    List<RichText> differences = toldByEach(Role::differs);
    RoleCard.section(card, "Where they differ", differences);
    each(card, "%s: what they do", Role::does);
    if (differences.isEmpty()) {
      // Nobody takes them for each other; what each is good at tells them apart.
      each(card, "%s: what they are good at", Role::strengths);
    }
    RoleCard.section(card, "How they work together", toldByEach(Role::worksWith));
    RoleCard.section(card, "What they have in common", shared());
    List<Source> sources =
        Stream.of(first, second).flatMap(role -> role.sources().stream()).toList();
    Sources.under(card, catalog, sources);
    return card.updateButton(first.name(), RoleCommand.ALL.with("name", first.id()))
        .updateButton(second.name(), RoleCommand.ALL.with("name", second.id()))
        .updateButton("All roles", RoleCommand.ALL)
        .facts(RoleCard.facts(first).with("versus", RoleCard.facts(second).values()))
        .build();
  }

  private void each(CardBuilder card, String heading, Function<Role, List<String>> texts) {
    for (Role role : List.of(first, second)) {
      RoleCard.section(card, heading.formatted(role.name()), RoleCard.lines(texts.apply(role)));
    }
  }

  /** What the first says of the second, and the second of the first. */
  private List<RichText> toldByEach(Function<Role, List<Role.Relation>> relations) {
    return Stream.concat(
            told(first, second, relations.apply(first)),
            told(second, first, relations.apply(second)))
        .toList();
  }

  private static Stream<RichText> told(Role role, Role other, List<Role.Relation> relations) {
    return relations.stream()
        .filter(relation -> relation.role().equals(other.id()))
        .map(relation -> RichText.EMPTY.bold(role.name()).plain(" – " + relation.how()));
  }

  private List<RichText> shared() {
    List<RichText> lines = new ArrayList<>();
    List<String> topics = inBoth(Role::topics);
    if (!topics.isEmpty()) {
      lines.add(
          line("Topics", catalog.topics().referredTo(topics).stream().map(Topic::name).toList()));
    }
    List<String> tools = inBoth(Role::tools);
    if (!tools.isEmpty()) {
      lines.add(
          RichText.EMPTY
              .bold("Tools")
              .plain(" – ")
              .then(OfferNotes.tools(catalog.tools().referredTo(tools))));
    }
    List<String> colleagues = inBoth(RoleComparison::colleagues);
    if (!colleagues.isEmpty()) {
      lines.add(
          line(
              "Colleagues",
              catalog.roles().referredTo(colleagues).stream().map(Role::name).toList()));
    }
    return lines;
  }

  private List<String> inBoth(Function<Role, List<String>> ids) {
    List<String> others = ids.apply(second);
    return ids.apply(first).stream().filter(others::contains).toList();
  }

  private static List<String> colleagues(Role role) {
    return role.worksWith().stream().map(Role.Relation::role).toList();
  }

  private static RichText line(String what, List<String> names) {
    return RichText.EMPTY.bold(what).plain(" – " + String.join(", ", names));
  }
}
