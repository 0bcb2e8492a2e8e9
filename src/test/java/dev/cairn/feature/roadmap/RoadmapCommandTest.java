package dev.cairn.feature.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Entry;
import dev.cairn.catalog.Roadmap;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.chat.Audience;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.feature.Conversation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoadmapCommandTest {
  private static final Catalog CATALOG = CatalogLoader.builtIn();

  /** What Discord takes of text in one message; more would be cut off there. */
  private static final int ROOM = 4000;

  private static final RoadmapMarks NOTHING_STUDIED =
      new RoadmapMarks(Map.of(), day -> false, LocalDate.of(2026, 1, 1));

  private final Conversation conversation =
      new Conversation(new RoadmapCommand(CATALOG, asker -> NOTHING_STUDIED).command());

  static List<Roadmap> roadmaps() {
    return CATALOG.roadmaps();
  }

  @Test
  void onlyTheCallerSeesTheAnswerUntilItIsShared() {
    assertThat(new RoadmapCommand(CATALOG, asker -> NOTHING_STUDIED).command().spec().audience())
        .isEqualTo(Audience.CALLER);
  }

  @Test
  void withoutABackgroundAllRoadmapsAreListedAndCanBeOpened() {
    Reply.Card card = conversation.card("/roadmap");
    assertThat(CATALOG.roadmaps())
        .allSatisfy(roadmap ->
            assertThat(PlainText.of(card))
                .contains("- " + roadmap.background() + " – " + roadmap.name() + ". "));
    assertThat(Conversation.actions(card))
        .containsExactlyElementsOf(
            CATALOG.roadmaps().stream().map(r -> "roadmap background:" + r.id()).toList());
  }

  @ParameterizedTest
  @MethodSource("roadmaps")
  void aRoadmapIsToldInFullOverItsPages(Roadmap roadmap) {
    StringBuilder text = new StringBuilder();
    List<String> sources = new ArrayList<>();
    List<String> actions = new ArrayList<>();
    for (Reply page : pages("/roadmap background:" + roadmap.id())) {
      assertThat(PlainText.of(page))
          .startsWith(roadmap.name() + "\n\nFor: " + roadmap.background())
          .hasSizeLessThan(ROOM);
      text.append(PlainText.of(page));
      sources.addAll(Conversation.sources(page));
      actions.addAll(Conversation.actions(page));
    }
    int number = 0;
    for (Roadmap.Step step : roadmap.steps()) {
      number++;
      assertThat(text)
          .contains("\n" + number + ". " + step.name(), step.summary())
          .contains(names(step));
      assertThat(CATALOG.topics().referredTo(step.topics()))
          .allSatisfy(topic ->
              assertThat(actions)
                  .contains("topic day:" + CATALOG.daysOn(topic).findFirst().orElseThrow().day()));
      assertThat(sources).contains(CATALOG.label(step.source()));
    }
    assertThat(text).contains(roadmap.advice());
    assertThat(sources).containsAll(roadmap.sources().stream().map(CATALOG::label).toList());
  }

  @Test
  void durationsAndLinksAreTold() {
    assertThat(PlainText.of(conversation.say("/roadmap full stack")))
        .contains("Phase 1: AI/ML basics (2-3 months)\n", "(3-4 months)", "(6 months or more)");
    assertThat(PlainText.of(conversation.say("/roadmap devops")))
        .contains("Needs for DevOps for ML Data (https://www.tecton.ai/blog/devops-ml-data/)");
  }

  @Test
  void factsTellTheSteps() {
    Reply reply = conversation.say("/roadmap full-stack-and-devops");
    assertThat(reply.facts().values())
        .containsEntry("id", "full-stack-and-devops")
        .containsEntry("name", "From full-stack and DevOps to AI/ML engineer");
    assertThat(Conversation.told(reply, "steps", "duration"))
        .containsExactly("2-3 months", "3-4 months", "6 months or more");
    assertThat(Conversation.told(reply, "steps", "certifications"))
        .containsExactlyElementsOf(
            CATALOG.roadmaps().referredTo("full-stack-and-devops").steps().stream()
                .map(step -> step.certifications().toString())
                .toList())
        .anyMatch(certifications -> certifications.contains("stanford-cs229"));
  }

  @ParameterizedTest
  @CsvSource({
    "newcomer, newcomer",
    "career changer, newcomer",
    "SRE, senior-devops-engineer",
    "full stack, full-stack-and-devops",
    "devops, devops-engineer",
    "blogger, article-a-day",
  })
  void aBackgroundIsKnownByManyNames(String background, String id) {
    assertThat(conversation.say("/roadmap " + background).facts().values()).containsEntry("id", id);
  }

  @Test
  void aMisspeltBackgroundIsMetWithTheNearest() {
    Reply.Notice notice = conversation.notice("/roadmap newcommer");
    assertThat(notice.problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(PlainText.of(notice))
        .isEqualTo("There is no roadmap “newcommer”. Did you mean Newcomer?");
    assertThat(conversation.press(notice, "Newcomer").facts().values())
        .containsEntry("id", "newcomer");
  }

  @Test
  void anUnknownBackgroundIsMetWithTheList() {
    Reply.Notice notice = conversation.notice("/roadmap nurse");
    assertThat(PlainText.of(notice))
        .isEqualTo("There is no roadmap “nurse”. All roadmaps: /roadmap.");
  }

  @Test
  void backgroundsAreSuggested() {
    assertThat(conversation.suggestions("roadmap", "background", ""))
        .contains(new ChoiceValue("newcomer", "Newcomer"))
        .hasSameSizeAs(CATALOG.roadmaps());
    assertThat(conversation.suggestions("roadmap", "background", "stud"))
        .containsExactly(new ChoiceValue("newcomer", "Newcomer"));
  }

  private List<Reply> pages(String line) {
    List<Reply> pages = new ArrayList<>(List.of(conversation.say(line)));
    while (Conversation.labels(pages.getLast()).contains("Page " + (pages.size() + 1) + " ›")) {
      pages.add(conversation.press(pages.getLast(), "Page " + (pages.size() + 1) + " ›"));
    }
    return pages;
  }

  private static List<String> names(Roadmap.Step step) {
    return Stream.of(
            CATALOG.topics().referredTo(step.topics()),
            CATALOG.certifications().referredTo(step.certifications()),
            CATALOG.resources().referredTo(step.resources()))
        .flatMap(List::stream)
        .map(Entry::name)
        .toList();
  }
}
