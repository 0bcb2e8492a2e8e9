package dev.cairn.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Source;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Reply;
import dev.cairn.feature.certification.CertificationCommand;
import dev.cairn.feature.resource.ResourceCommand;
import dev.cairn.feature.roadmap.RoadmapCommand;
import dev.cairn.feature.roadmap.RoadmapMarks;
import dev.cairn.feature.role.RoleCommand;
import dev.cairn.feature.search.SearchCommand;
import dev.cairn.feature.term.TermCommand;
import dev.cairn.feature.topic.TopicCard;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourcesTest {
  private static final Catalog CATALOG = CatalogLoader.builtIn();
  private static final String CURRICULA = "002_f574bff754958391.txt";

  @Test
  void sourcesAreNamedInOneLineNoneOfThemTwice() {
    CardBuilder card = Reply.Card.titled("Title");
    Source first = new Source(CURRICULA, "Unit 1: Introduction to MLOps");
    Sources.under(card, CATALOG, List.of(first, new Source(CURRICULA, "Job profiles"), first));
    assertThat(PlainText.of(card.build()))
        .isEqualTo("Title\n\nSource: MLOps curriculum, unit 1; A learner's vow, job profiles");
  }

  @Test
  void everySourceHasANameOfItsOwn() {
    assertThat(
            CATALOG.documents().stream()
                .flatMap(document ->
                    document.sections().stream()
                        .map(section -> CATALOG.label(new Source(document.id(), section.name())))))
        .doesNotHaveDuplicates();
  }

  @Test
  void noFileIsNamedToMembersAndNobodySpeaksOfDocuments() {
    Conversation conversation =
        new Conversation(
            new RoleCommand(CATALOG, invocation -> Reply.Card.titled("Near").build()).command(),
            new RoadmapCommand(
                    CATALOG,
                    asker -> new RoadmapMarks(Map.of(), day -> false, LocalDate.of(2026, 1, 1)))
                .command(),
            new CertificationCommand(CATALOG).command(),
            new ResourceCommand(CATALOG).command(),
            new TermCommand(CATALOG).command(),
            new SearchCommand(CATALOG).command());
    Stream<Reply> answers =
        Stream.of(
                lines("/role name:", CATALOG.roles().stream().map(role -> role.id())),
                lines("/roadmap background:", CATALOG.roadmaps().stream().map(map -> map.id())),
                lines("/certification name:", CATALOG.certifications().stream().map(c -> c.id())),
                lines("/resource name:", CATALOG.resources().stream().map(r -> r.id())),
                lines("/term name:", CATALOG.terms().stream().map(term -> term.id())),
                Stream.of(
                    "/role",
                    "/roadmap",
                    "/certification",
                    "/resource",
                    "/certification advanced ibm",
                    "/resource drift",
                    "/resource kuberntes",
                    "/resource advanced labs",
                    "/search drift",
                    "/search knitting",
                    "/certification amazon"))
            .flatMap(Function.identity())
            .map(conversation::say);
    Stream<Reply> days = CATALOG.journey().stream().map(day -> TopicCard.of(CATALOG, day).build());
    assertThat(Stream.concat(answers, days).map(PlainText::of))
        .allSatisfy(text ->
            assertThat(text)
                .doesNotContainPattern("\\b00[0-9]_")
                .doesNotContain("Not named", "still empty", "not stated", "he document")
                .doesNotContainIgnoringCase("documents name", "documents say"));
  }

  @Test
  void aFactTellsDocumentAndSection() {
    assertThat(Sources.fact(new Source("a.txt", "One")))
        .hasToString("{document=a.txt, section=One}");
  }

  private static Stream<String> lines(String command, Stream<String> ids) {
    return ids.map(id -> command + id);
  }
}
