package dev.cairn.feature.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Role;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.Effect;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.feature.Conversation;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoleCommandTest {
  private static final Catalog CATALOG = CatalogLoader.builtIn();

  /** What Discord takes of text in one message; more would be cut off there. */
  private static final int ROOM = 4000;

  private final Conversation conversation =
      new Conversation(new RoleCommand(CATALOG, _ -> Reply.Card.titled("Near").build()).command());

  static List<Role> roles() {
    return CATALOG.roles();
  }

  @Test
  void onlyTheCallerSeesTheAnswerUntilItIsShared() {
    assertThat(
            new RoleCommand(CATALOG, _ -> Reply.Card.titled("Near").build())
                .command()
                .spec()
                .audience())
        .isEqualTo(Audience.CALLER);
  }

  @Test
  void withoutANameAllRolesAreListedWithAGistAndCanBeOpened() {
    Reply.Card card = conversation.card("/role");
    String text = PlainText.of(card);
    assertThat(text)
        .contains(
            "Across the teams\n\n- MLOps engineer – Builds and keeps up what models need",
            "In the key teams\n\n- Data engineer – Sees to it that");
    assertThat(CATALOG.roles()).allSatisfy(role -> assertThat(text).contains(role.name() + " – "));
    assertThat(Conversation.actions(card))
        .containsExactlyElementsOf(
            CATALOG.roles().stream().map(role -> "role name:" + role.id()).toList());
  }

  @Test
  void pickingARoleTakesThePlaceOfTheList() {
    Reply reply =
        conversation.press(Action.of("role").with("name", "data-engineer"), Effect.UPDATE);
    assertThat(conversation.isInPlace()).isTrue();
    assertThat(PlainText.of(reply)).startsWith("Data engineer\n");
  }

  @ParameterizedTest
  @MethodSource("roles")
  void aRoleIsToldInFullAndFitsAMessage(Role role) {
    Reply.Card card = conversation.card("/role name:" + role.id());
    String text = PlainText.of(card);
    assertThat(card.title()).isEqualTo(role.name());
    assertThat(text).contains(role.summary()).hasSizeLessThan(ROOM);
    assertThat(text).contains(role.does()).contains(role.strengths());
    assertThat(role.worksWith()).allSatisfy(other -> assertThat(text).contains(other.how()));
    assertThat(role.differs()).allSatisfy(other -> assertThat(text).contains(other.how()));
    assertThat(CATALOG.topics().referredTo(role.topics()))
        .allSatisfy(topic -> assertThat(text).contains(topic.name()));
    assertThat(CATALOG.tools().referredTo(role.tools()))
        .allSatisfy(tool -> assertThat(text).contains(tool.name()));
    assertThat(Conversation.sources(card))
        .hasSameElementsAs(role.sources().stream().map(CATALOG::label).toList());
    assertThat(card.facts().values())
        .containsEntry("id", role.id())
        .containsEntry("name", role.name())
        .containsEntry(
            "source",
            Map.of(
                "document", role.sources().getFirst().document(),
                "section", role.sources().getFirst().section()));
  }

  @Test
  void theDaysThatLeadThereAreAPressAway() {
    Reply.Card card = conversation.card("/role name:mlops-engineer");
    int day =
        CATALOG
            .daysOn(CATALOG.topics().referredTo("mlops-containers"))
            .findFirst()
            .orElseThrow()
            .day();
    assertThat(PlainText.of(card)).contains("Containers and orchestration for MLOps (day " + day);
    assertThat(Conversation.actions(card)).contains("topic day:" + day);
  }

  @ParameterizedTest
  @CsvSource({
    "/role name:mlops-engineer versus:devops-engineer",
    "/role mlops engineer vs devops engineer",
    "/role MLOps engineer versus DevOps",
    "/role mlops-engineer versus:\"devops engineer\"",
  })
  void twoRolesStandSideBySide(String line) {
    Reply.Card card = conversation.card(line);
    assertThat(card.title()).isEqualTo("MLOps engineer versus DevOps engineer");
    assertThat(PlainText.of(card))
        .contains(
            "MLOps engineer – The DevOps engineer serves any software.",
            "DevOps engineer – DevOps knows one thing that changes, the code.",
            "MLOps engineer: what they do\n\n- Sets up",
            "DevOps engineer: what they do\n\n- Provisions",
            "Tools – Git, Docker, Kubernetes")
        .hasSizeLessThan(ROOM);
    assertThat(Conversation.actions(card))
        .containsExactly("role name:mlops-engineer", "role name:devops-engineer", "role");
    assertThat(card.facts().values()).containsEntry("id", "mlops-engineer");
    assertThat(card.facts().values().get("versus"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("id", "devops-engineer")
        .containsKeys("name", "source");
  }

  @Test
  void anyTwoRolesCanBeCompared() {
    for (Role first : CATALOG.roles()) {
      for (Role second : CATALOG.roles()) {
        if (!first.equals(second)) {
          Reply.Card card = conversation.card("role name:" + first.id() + " versus:" + second.id());
          assertThat(PlainText.of(card)).hasSizeBetween(500, ROOM);
        }
      }
    }
  }

  @Test
  void whereNobodyTakesTheTwoForEachOtherTheirStrengthsTellThemApart() {
    assertThat(PlainText.of(conversation.say("role software engineer vs data scientist")))
        .doesNotContain("Where they differ")
        .contains("Software engineer: what they are good at\n\n- Designs interfaces");
  }

  @Test
  void aRoleIsNotComparedWithItself() {
    Reply.Notice notice = conversation.notice("/role architect vs ai-ml-architect");
    assertThat(notice.problem()).isEqualTo(Problem.BAD_OPTION);
    assertThat(notice.option()).isEqualTo("versus");
    assertThat(Conversation.actions(notice))
        .contains("role name:ai-ml-architect versus:mlops-engineer");
  }

  @Test
  void aComparisonNeedsTwo() {
    Reply.Notice notice = conversation.notice("/role versus:mlops-engineer");
    assertThat(notice.problem()).isEqualTo(Problem.BAD_OPTION);
    assertThat(notice.option()).isEqualTo("name");
  }

  @Test
  void aMisspeltNameIsMetWithTheNearest() {
    Reply.Notice notice = conversation.notice("/role mlops enginer");
    assertThat(notice.problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(PlainText.of(notice)).contains("Did you mean MLOps engineer");
    assertThat(PlainText.of(conversation.press(notice, "MLOps engineer")))
        .startsWith("MLOps engineer\n");
  }

  @Test
  void aMisspeltSecondNameKeepsTheFirst() {
    Reply.Notice notice = conversation.notice("/role mlops engineer vs data scientits");
    assertThat(notice.problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(PlainText.of(conversation.press(notice, "Data scientist")))
        .startsWith("MLOps engineer versus Data scientist\n");
  }

  @Test
  void anUnknownNameIsMetWithTheList() {
    Reply.Notice notice = conversation.notice("/role astronaut");
    assertThat(PlainText.of(notice)).isEqualTo("There is no role “astronaut”. All roles: /role.");
    assertThat(PlainText.of(conversation.press(notice, "All roles"))).startsWith("Roles\n");
  }

  @Test
  void namesAreSuggestedForBoth() {
    assertThat(conversation.suggestions("role", "name", "")).hasSize(CATALOG.roles().size());
    assertThat(conversation.suggestions("role", "versus", "archi").getFirst().value())
        .isEqualTo("ai-ml-architect");
  }
}
