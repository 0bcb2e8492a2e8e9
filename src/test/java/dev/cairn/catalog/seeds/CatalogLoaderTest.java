package dev.cairn.catalog.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Certification;
import dev.cairn.catalog.Document;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Resource;
import dev.cairn.catalog.Roadmap;
import dev.cairn.catalog.Role;
import dev.cairn.catalog.Source;
import dev.cairn.catalog.Stage;
import dev.cairn.catalog.Topic;
import dev.cairn.catalog.Unit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogLoaderTest {
  private static final Catalog BUILT_IN = CatalogLoader.builtIn();

  @Test
  void readsTheBuiltInContentAsItReadsItsFolder() {
    assertThat(CatalogLoader.load(Path.of("seeds"))).isEqualTo(BUILT_IN);
  }

  @Test
  void numbersTheDaysAndStages() {
    assertThat(BUILT_IN.journey())
        .extracting(JourneyDay::day)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 180).boxed().toList());
    assertThat(BUILT_IN.stages().getFirst().firstDay()).isEqualTo(1);
    assertThat(BUILT_IN.stages().getLast().lastDay()).isEqualTo(180);
    assertThat(BUILT_IN.stages())
        .extracting(Stage::id)
        .startsWith("orientation", "craft", "numbers")
        .doesNotHaveDuplicates();
    for (Stage stage : BUILT_IN.stages()) {
      assertThat(BUILT_IN.journey().subList(stage.firstDay() - 1, stage.lastDay()))
          .allMatch(day -> day.stage().equals(stage.name()));
    }
  }

  @Test
  void placesTopicsAndDaysInTheirTracks() {
    for (Unit unit : BUILT_IN.units()) {
      assertThat(BUILT_IN.topics().referredTo(unit.topics()))
          .isNotEmpty()
          .allMatch(topic -> topic.unit().equals(unit.id()));
    }
    for (JourneyDay day : BUILT_IN.journey()) {
      assertThat(day.track())
          .isEqualTo(
              day.topics().stream()
                  .findFirst()
                  .map(topic -> BUILT_IN.topics().referredTo(topic).track())
                  .orElse(null));
    }
  }

  @Test
  void readsEveryFieldOfAnEntry(@TempDir Path parent) throws IOException {
    EditedSeeds seeds = EditedSeeds.below(parent);
    seeds.replace(
        "tracks/machine-learning.yaml",
        "(?s)      - id: ml-overview\n.*?(?=\n      - id)",
        """
              - id: ml-overview
                name: Alchemy
                summary: Gold from lead.
                parts: [gold, lead]
                tools: [git]
                goal: Become rich.
                activity: Heat.
                source: {document: 002_f574bff754958391.txt, section: The vow}\
        """);
    seeds.replace(
        "resources.yaml",
        "(?s)  - id: devops-for-ml-data\n.*?(?=\n  - id)",
        """
          - id: devops-for-ml-data
            name: A book
            kind: book
            url: https://example.com/
            cited_as: https://example.com/redirect?to=1
            summary: Read it.
            topics: [ml-overview]
            sources: [{document: 002_f574bff754958391.txt, section: The vow}]\
        """);
    Source vow = new Source("002_f574bff754958391.txt", "The vow");

    Catalog catalog = CatalogLoader.load(seeds.folder());

    Topic topic =
        new Topic(
            "ml-overview",
            "Alchemy",
            "machine-learning",
            "ml-introduction",
            "Gold from lead.",
            List.of("gold", "lead"),
            List.of("git"),
            "Become rich.",
            "Heat.",
            vow);
    assertThat(catalog.topics().find("ml-overview")).contains(topic);
    assertThat(catalog.resources().find("devops-for-ml-data"))
        .contains(
            new Resource(
                "devops-for-ml-data",
                "A book",
                Resource.Kind.BOOK,
                URI.create("https://example.com/"),
                URI.create("https://example.com/redirect?to=1"),
                "Read it.",
                List.of("ml-overview"),
                null,
                List.of(vow)));
    assertThat(catalog.resourcesOn(topic)).extracting(Resource::id).contains("devops-for-ml-data");
  }

  @Test
  void readsWhatTheDocumentsSayOfTheAiMlEngineer() {
    Role role = BUILT_IN.roles().find("ai-ml-engineer").orElseThrow();
    assertThat(role.does()).isNotEmpty();
    assertThat(role.strengths()).isNotEmpty();
    assertThat(role.worksWith()).isNotEmpty();
    assertThat(role.differs()).extracting(Role.Relation::role).doesNotContain(role.id());

    Certification certification = BUILT_IN.certifications().find("microsoft-dp-100").orElseThrow();
    assertThat(certification.level()).isEqualTo(Certification.Level.INTERMEDIATE);
    assertThat(certification.kind()).isEqualTo(Certification.Kind.CERTIFICATE);

    Roadmap roadmap = BUILT_IN.roadmaps().find("full-stack-and-devops").orElseThrow();
    assertThat(roadmap.steps()).extracting(Roadmap.Step::duration).doesNotContainNull().hasSize(3);
    assertThat(roadmap.advice()).isNotEmpty();
  }

  @Test
  void knowsWhichSectionsTheDocumentsLeftEmpty() {
    assertThat(
            BUILT_IN.documents().stream()
                .flatMap(document -> document.sections().stream())
                .filter(Document.Section::empty)
                .map(Document.Section::name))
        .containsExactly(
            "MLOPS Roadmap",
            "Free MLOPS Coursers",
            "MLOPS Practical Labs for Beginners",
            "MLOPS Practical Labs Advanced Labs");
  }

  @Test
  void refusesBrokenContentWithAllThatIsWrong(@TempDir Path parent) throws IOException {
    EditedSeeds seeds = EditedSeeds.below(parent);
    seeds.replace("certifications.yaml", "level: beginner", "level: none");
    seeds.write("teams.yaml", "teams: [\n");

    assertThatThrownBy(() -> CatalogLoader.load(seeds.folder()))
        .isInstanceOfSatisfying(
            BrokenContentException.class,
            broken -> assertThat(broken.problems()).isEqualTo(seeds.problems()).hasSize(2))
        .hasMessageContaining("certifications.yaml:")
        .hasMessageEndingWith("(and 1 more)");
  }
}
