package dev.cairn.feature.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.feature.Conversation;
import dev.cairn.feature.resource.ResourceCommand;
import dev.cairn.feature.role.RoleCommand;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchCommandTest {
  private static final Catalog CATALOG = CatalogLoader.builtIn();

  private final Conversation conversation =
      new Conversation(
          new SearchCommand(CATALOG).command(),
          new RoleCommand(CATALOG, _ -> Reply.Card.titled("Near").build()).command(),
          new ResourceCommand(CATALOG).command());

  @ParameterizedTest
  @CsvSource({
    "drift detection, topic, mlops-drift",
    "what mlops is for, day, what-mlops-is-for",
    "mlops engineer, role, mlops-engineer",
    "khan academy, resource, khan-academy",
    "mlflwo, tool, mlflow",
  })
  void tellsWhatWasFound(String query, String kind, String id) {
    Reply found = conversation.say("/search " + query);
    int place = Conversation.told(found, "hits", "id").indexOf(id);
    assertThat(place).isNotNegative();
    assertThat(Conversation.told(found, "hits", "kind").get(place)).isEqualTo(kind);
    assertThat(Conversation.told(found, "hits", "title").get(place)).isNotBlank();
  }

  @Test
  void everyHitIsOnOneOfThePages() {
    Reply page = conversation.say("/search learning");
    List<String> titles = Conversation.told(page, "hits", "title");
    StringBuilder text = new StringBuilder(PlainText.of(page));
    while (Conversation.labels(page).stream().anyMatch(label -> label.endsWith("›"))) {
      page =
          conversation.press(
              page,
              Conversation.labels(page).stream()
                  .filter(label -> label.endsWith("›"))
                  .findFirst()
                  .orElseThrow());
      text.append(PlainText.of(page));
    }
    assertThat(titles).hasSizeGreaterThan(5);
    assertThat(text).contains(titles);
  }

  @Test
  void aButtonOpensWhatWasFound() {
    Reply found = conversation.say("/search mlops engineer");
    int place = Conversation.told(found, "hits", "id").indexOf("mlops-engineer");
    String title = Conversation.told(found, "hits", "title").get(place);
    Reply role = conversation.press(found, title);
    assertThat(role.facts().values()).containsEntry("id", "mlops-engineer");
  }

  @Test
  void whatNothingSpeaksOfIsSaidSo() {
    Reply.Notice notice = conversation.notice("/search query:\"xylophone zzz\"");
    assertThat(notice.problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(PlainText.of(notice)).contains("“xylophone zzz”");
  }

  @Test
  void withoutWordsTheRightFormIsShown() {
    assertThat(conversation.notice("/search").problem()).isEqualTo(Problem.BAD_OPTION);
  }

  @Test
  void typingSuggestsTitles() {
    assertThat(conversation.suggestions("search", "query", "kuber"))
        .extracting(choice -> choice.label())
        .anySatisfy(label -> assertThat(label).containsIgnoringCase("kubernetes"));
    assertThat(conversation.suggestions("search", "query", "")).isEmpty();
  }
}
