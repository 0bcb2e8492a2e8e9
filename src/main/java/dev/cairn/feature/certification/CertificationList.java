package dev.cairn.feature.certification;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Certification;
import dev.cairn.catalog.Certification.Level;
import dev.cairn.catalog.Source;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.feature.OfferNotes;
import dev.cairn.feature.Page;
import dev.cairn.feature.Sources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The certifications of a level, of a provider, or all of them, by level. */
final class CertificationList {
  private static final int PAGE = 6;

  private final Catalog catalog;
  private final CertificationFilter filter;

  private CertificationList(Catalog catalog, CertificationFilter filter) {
    this.catalog = catalog;
    this.filter = filter;
  }

  static Reply of(Catalog catalog, CertificationFilter filter, Arguments arguments) {
    CertificationList list = new CertificationList(catalog, filter);
    List<Certification> shown = list.matching(filter);
    return shown.isEmpty() ? list.nothing() : list.card(shown, arguments);
  }

  private Reply card(List<Certification> all, Arguments arguments) {
    Page<Certification> page = Page.of(all, PAGE, arguments);
    String words = filter.words();
    CardBuilder card =
        Reply.Card.titled(words.isEmpty() ? "Certifications" : "Certifications: " + words);
    for (Level level : Level.values()) {
      List<RichText> lines =
          page.entries().stream()
              .filter(certification -> certification.level() == level)
              .map(CertificationList::line)
              .toList();
      if (!lines.isEmpty()) {
        if (filter.level().isEmpty()) {
          card.text(RichText.EMPTY.bold(Levels.heading(level)));
        }
        card.items(lines);
      }
    }
    Sources.under(card, catalog, sources(page.entries()));
    page.turnableOn(card, filter.action());
    openMenu(card, page.entries());
    levelMenu(card);
    return card.facts(facts(all)).build();
  }

  private static RichText line(Certification certification) {
    RichText name =
        RichText.EMPTY
            .bold(certification.name())
            .plain(certification.provider() == null ? "" : " (" + certification.provider() + ")");
    return OfferNotes.named(name, certification.status())
        .plain(" – " + certification.focus() + " " + certification.advice());
  }

  /** The section that lists each; every other section that speaks of it is on its own card. */
  private static List<Source> sources(List<Certification> shown) {
    return shown.stream().map(certification -> certification.sources().getFirst()).toList();
  }

  private static void openMenu(CardBuilder card, List<Certification> shown) {
    card.control(
        new Control.Select(
            "Open one",
            CertificationFilter.ALL.action(),
            "name",
            shown.stream()
                .map(certification -> new ChoiceValue(certification.id(), certification.name()))
                .toList(),
            Effect.UPDATE));
  }

  private void levelMenu(CardBuilder card) {
    List<ChoiceValue> levels =
        Arrays.stream(Level.values())
            .filter(level -> filter.level().stream().noneMatch(level::equals))
            .filter(level -> !matching(filter.at(level)).isEmpty())
            .map(level -> new ChoiceValue(Levels.key(level), Levels.heading(level)))
            .toList();
    if (levels.size() > 1) {
      card.control(
          new Control.Select(
              "Only one level", filter.anyLevel().action(), "level", levels, Effect.UPDATE));
    }
    if (!filter.equals(CertificationFilter.ALL)) {
      card.updateButton("All certifications", CertificationFilter.ALL.action());
    }
  }

  /** The question was a good one, and the answer is none; there is something near it. */
  private Reply nothing() {
    List<Control> controls = new ArrayList<>();
    RichText text = RichText.of("I know no certification for: " + filter.words() + ".");
    for (CertificationFilter wider : List.of(filter.anyLevel(), filter.anyProvider())) {
      List<Certification> near = matching(wider);
      if (!near.isEmpty()) {
        text = text.plain("\n" + wider.words() + ": " + names(near) + ".");
        controls.add(button(wider.words(), wider));
      }
    }
    controls.add(button("All certifications", CertificationFilter.ALL));
    return Reply.Notice.ok(text).with(controls.toArray(Control[]::new)).with(facts(List.of()));
  }

  private static String names(List<Certification> certifications) {
    return certifications.stream().map(Certification::name).collect(Collectors.joining(", "));
  }

  private static Control button(String label, CertificationFilter filter) {
    return new Control.Button(label, filter.action(), Control.Button.Style.SECONDARY, Effect.REPLY);
  }

  private List<Certification> matching(CertificationFilter wanted) {
    return catalog.certifications().stream()
        .filter(wanted::admits)
        .sorted(Comparator.comparing(Certification::level))
        .toList();
  }

  private static ReplyData facts(List<Certification> certifications) {
    return ReplyData.NONE.with(
        "certifications",
        certifications.stream()
            .map(certification -> CertificationCard.facts(certification).values())
            .toList());
  }
}
