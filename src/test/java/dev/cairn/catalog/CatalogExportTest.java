package dev.cairn.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.catalog.seeds.CatalogLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogExportTest {
  private static final Catalog CATALOG = CatalogLoader.builtIn();

  private final JsonNode json = parsed(CatalogExport.json(CATALOG));

  @Test
  void hasAListForEachKind() {
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "tracks",
            "topics",
            "roles",
            "teams",
            "tools",
            "certifications",
            "resources",
            "roadmaps",
            "definitions",
            "documents",
            "stages",
            "journey");
    assertThat(json.path("topics")).hasSameSizeAs(CATALOG.topics());
    assertThat(json.path("resources")).hasSameSizeAs(CATALOG.resources());
  }

  @Test
  void hasAllOfADay() {
    JourneyDay day = CATALOG.journey().getFirst();
    JsonNode first = json.path("journey").path(0);

    assertThat(json.path("journey")).hasSize(180);
    assertThat(first.fieldNames())
        .toIterable()
        .containsExactly(
            "day",
            "id",
            "title",
            "stage",
            "track",
            "topics",
            "requires",
            "why",
            "outcome",
            "task",
            "minutes",
            "discuss",
            "blog",
            "tools",
            "roles",
            "source");
    assertThat(first.path("day").isInt()).isTrue();
    assertThat(first.path("minutes").asInt()).isEqualTo(day.minutes());
    assertThat(texts(first.path("topics"))).isEqualTo(day.topics());
    assertThat(first.path("source").path("document").asText()).isEqualTo(day.source().document());
    assertThat(first.path("source").path("section").asText()).isEqualTo(day.source().section());
  }

  @Test
  void nestsUnitsInTheirTracksAndNamesTheirTopics() {
    Track track = CATALOG.tracks().getFirst();

    JsonNode unit = json.path("tracks").path(0).path("units").path(0);

    assertThat(unit.path("id").asText()).isEqualTo(track.units().getFirst().id());
    assertThat(texts(unit.path("topics"))).isEqualTo(track.units().getFirst().topics());
  }

  @Test
  void writesKindsAndLevelsInLowerCase() {
    assertThat(json.path("certifications").findValuesAsText("level"))
        .containsOnly("beginner", "intermediate", "advanced", "unrated");
    assertThat(json.path("resources").findValuesAsText("kind"))
        .isSubsetOf("course", "platform", "book", "article", "practice", "project", "blog");
  }

  @Test
  void writesAddressesAsTextAndLeavesOutThoseThatAreNotGiven() {
    List<JsonNode> addresses = json.path("resources").findValues("url");

    assertThat(addresses).allMatch(JsonNode::isTextual);
    assertThat(addresses)
        .hasSize(
            (int) CATALOG.resources().stream().filter(resource -> resource.url() != null).count());
    assertThat(json.findValues("citedAs")).hasSize(1);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static JsonNode parsed(String json) {
    try {
      return new JsonMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
