package dev.cairn.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.catalog.seeds.GeneratedSeeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
            "paths",
            "definitions",
            "terms",
            "documents",
            "stages",
            "journey");
    assertThat(json.path("topics")).hasSameSizeAs(CATALOG.topics());
    assertThat(json.path("resources")).hasSameSizeAs(CATALOG.resources());
  }

  @Test
  void hasAllOfADay(@TempDir Path folder) throws IOException {
    JsonNode generated =
        parsed(
            CatalogExport.json(
                CatalogLoader.load(GeneratedSeeds.below(folder, Set.of(2)).folder())));
    JsonNode second = generated.path("journey").path(1);

    assertThat(generated.path("journey")).hasSize(180);
    assertThat(second.fieldNames())
        .toIterable()
        .containsExactly(
            "day",
            "id",
            "title",
            "kind",
            "stage",
            "track",
            "topics",
            "requires",
            "why",
            "outcome",
            "explain",
            "terms",
            "task",
            "steps",
            "hints",
            "done_when",
            "checks",
            "cards",
            "pitfall",
            "minutes",
            "stretch",
            "needs",
            "alternative",
            "discuss",
            "blog",
            "tools",
            "roles",
            "resources",
            "source");
    assertThat(second.path("kind").asText()).isEqualTo("lesson");
    assertThat(second.path("explain").asText().split("\n\n")).hasSize(2);
    assertThat(second.path("minutes").toString()).isEqualTo("{\"core\":40,\"stretch\":20}");
    assertThat(second.path("checks").path(0).toString())
        .isEqualTo(
            "{\"id\":\"how-many\",\"ask\":\"How many are there on day 2?\",\"answer\":7.5,"
                + "\"tolerance\":0.5,\"unit\":\"rows\",\"why\":\"They were counted on day 2.\"}");
    assertThat(second.path("checks").path(1).fieldNames())
        .toIterable()
        .containsExactly("id", "ask", "options", "answer", "why");
    assertThat(second.path("checks").path(2).fieldNames())
        .toIterable()
        .containsExactly("id", "ask", "accept", "answer", "why");
    assertThat(second.path("cards").path(1).toString())
        .isEqualTo(
            "{\"id\":\"two\",\"question\":\"What is last on day 2?\",\"answer\":\"An end.\"}");
    assertThat(generated.path("terms").path(0).fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "name",
            "definition",
            "synonyms",
            "abbreviations",
            "spellings",
            "confused_with",
            "days",
            "source");
    assertThat(generated.path("terms").path(0).path("days").toString()).isEqualTo("[2]");
  }

  @Test
  void namesFieldsAsTheContentDoes() {
    assertThat(json.path("roles").path(0).has("works_with")).isTrue();
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
    assertThat(json.findValues("cited_as")).hasSize(1);
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
