package dev.cairn.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.catalog.search.CatalogSearch;
import dev.cairn.catalog.search.Hit;
import dev.cairn.catalog.seeds.CatalogLoader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * All that the five documents hold is in the catalogue, and no tool, role, team, certificate or
 * resource that they do not hold. The inventory was taken from the documents by hand.
 */
class InventoryTest {
  private static final Catalog CATALOG = CatalogLoader.builtIn();
  private static final CatalogSearch SEARCH = new CatalogSearch(CATALOG);
  private static final List<Item> INVENTORY = inventory();

  /**
   * Something that a document holds.
   *
   * @param list the list of the inventory that it is in
   * @param name what the document calls it
   * @param document the document's file name
   * @param id the id of the entry that it is reachable as
   * @param kind the kind of that entry
   */
  record Item(String list, String name, String document, String id, String kind) {}

  @ParameterizedTest
  @FieldSource("INVENTORY")
  void isReachable(Item item) {
    Entry entry =
        entries(item.kind())
            .find(item.id())
            .orElseThrow(() -> new AssertionError("no " + item.kind() + " " + item.id()));

    assertThat(sources(entry)).extracting(Source::document).contains(item.document());
    switch (item.list()) {
      case "links" ->
          assertThat(entry)
              .isInstanceOfSatisfying(
                  Resource.class,
                  resource ->
                      assertThat(Stream.of(resource.url(), resource.citedAs()))
                          .extracting(Objects::toString)
                          .contains(item.name()));
      case "sections" ->
          assertThat(CATALOG.documents().referredTo(item.document()).sections())
              .extracting(Document.Section::name)
              .anyMatch(section ->
                  section.endsWith(item.name())
                      || item.name().endsWith(section)
                      || item.name().startsWith(section));
      case "tools", "teams", "roles", "certifications" ->
          assertThat(
                  Stream.concat(
                      entries(item.kind()).nearest(item.name()).map(Entry::id).stream(),
                      SEARCH.search(item.name(), 5).stream().map(Hit::id)))
              .contains(item.id());
      default -> {}
    }
  }

  @Test
  void holdsNothingElse() {
    for (String kind : List.of("tool", "role", "team", "certification", "resource", "roadmap")) {
      Set<String> known =
          INVENTORY.stream()
              .filter(item -> item.kind().equals(kind))
              .map(Item::id)
              .collect(Collectors.toSet());

      assertThat(entries(kind)).extracting(Entry::id).isSubsetOf(known);
    }
  }

  @Test
  void isTakenFromTheDocuments() {
    Map<String, String> texts = SourceDocuments.texts();

    assertThat(INVENTORY)
        .filteredOn(
            item -> !words(texts.getOrDefault(item.document(), "")).contains(words(item.name())))
        .extracting(Item::name)
        .isSubsetOf("The vow", "Job profiles", "What comes next");
  }

  private static String words(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }

  private static Entries<? extends Entry> entries(String kind) {
    return switch (kind) {
      case "track" -> CATALOG.tracks();
      case "unit" -> CATALOG.units();
      case "topic" -> CATALOG.topics();
      case "role" -> CATALOG.roles();
      case "team" -> CATALOG.teams();
      case "tool" -> CATALOG.tools();
      case "certification" -> CATALOG.certifications();
      case "resource" -> CATALOG.resources();
      case "roadmap" -> CATALOG.roadmaps();
      case "definition" -> CATALOG.definitions();
      default -> throw new AssertionError("no kind " + kind);
    };
  }

  private static List<Source> sources(Entry entry) {
    return switch (entry) {
      case Track track -> List.of(track.source());
      case Unit unit -> List.of(unit.source());
      case Topic topic -> List.of(topic.source());
      case JourneyDay day -> List.of(day.source());
      case Role role -> role.sources();
      case Team team -> team.sources();
      case Tool tool -> tool.sources();
      case Certification certification -> certification.sources();
      case Resource resource -> resource.sources();
      case Roadmap roadmap ->
          Stream.concat(
                  roadmap.sources().stream(), roadmap.steps().stream().map(Roadmap.Step::source))
              .toList();
      case StudyPath path ->
          Stream.concat(path.sources().stream(), path.parts().stream().map(StudyPath.Part::source))
              .toList();
      case Definition definition -> definition.sources();
      case Term term -> List.of(term.source());
      case Document document -> List.of();
    };
  }

  @SuppressWarnings("unchecked") // The shape of our own file.
  private static List<Item> inventory() {
    try (InputStream file =
        Objects.requireNonNull(InventoryTest.class.getResourceAsStream("/inventory.yaml"))) {
      Map<String, List<Map<String, String>>> lists =
          (Map<String, List<Map<String, String>>>)
              new Load(LoadSettings.builder().build()).loadFromInputStream(file);
      List<Item> items = new ArrayList<>();
      lists.forEach((list, rows) ->
          rows.forEach(row ->
              items.add(
                  new Item(
                      list,
                      row.getOrDefault("name", ""),
                      row.getOrDefault("document", ""),
                      row.getOrDefault("id", ""),
                      row.getOrDefault("kind", "")))));
      return items;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
