package dev.cairn.feature.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.catalog.seeds.GeneratedSeeds;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.feature.Conversation;
import dev.cairn.feature.search.SearchCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The glossary has one term, which day 4 and day 9 teach. */
class TermCommandTest {
  private Conversation conversation = new Conversation();

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    Catalog catalog = CatalogLoader.load(GeneratedSeeds.below(folder, Set.of(4, 9)).folder());
    conversation =
        new Conversation(new TermCommand(catalog).command(), new SearchCommand(catalog).command());
  }

  @ParameterizedTest
  @ValueSource(strings = {"idempotence", "Idempotence", "IDP", "repeatability", "idem-potence"})
  void aTermIsExplainedByAnyOfItsNames(String name) {
    Reply.Card card = conversation.card("/term " + name);

    assertThat(card.facts().values())
        .containsEntry("id", "term")
        .containsEntry("name", "idempotence")
        .containsEntry("days", List.of(4, 9));
    assertThat(PlainText.of(card))
        .contains("effect of doing it once", "repeatability", "IDP", "idem-potence", "4, 9");
    assertThat(Conversation.actions(card)).contains("topic day:4", "topic day:9");
  }

  @Test
  void aTermIsCompleted() {
    assertThat(conversation.suggestions("term", "name", "idem"))
        .containsExactly(new ChoiceValue("term", "idempotence"));
  }

  @Test
  void whatMayHaveBeenMeantIsOffered() {
    Reply.Notice notice = conversation.notice("/term idempotent");

    assertThat(notice.problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(Conversation.actions(notice)).contains("term name:term");
  }

  @ParameterizedTest
  @CsvSource({
    "IDP, term, term, term name:term",
    "run again without harm, term, term, term name:term",
    "which last day 4, card, day-4.two, topic day:4",
    "called on day 9, check, day-9.what, check id:day-9.what",
  })
  void theSearchFindsTermsCardsAndChecks(String query, String kind, String id, String opens) {
    Reply found = conversation.say("/search query:\"" + query + "\"");

    int place = Conversation.told(found, "hits", "id").indexOf(id);
    assertThat(place).isNotNegative();
    assertThat(Conversation.told(found, "hits", "kind").get(place)).isEqualTo(kind);
    assertThat(Conversation.actions(found)).contains(opens);
  }

  @Test
  void theSearchGivesNoAnswerAway() {
    assertThat(PlainText.of(conversation.say("/search query:\"called on day 9\"")))
        .doesNotContain("the shape");
  }
}
