package dev.cairn.feature.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Resource;
import dev.cairn.catalog.Tool;
import dev.cairn.catalog.Topic;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.feature.Conversation;
import dev.cairn.feature.OfferNotes;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceCommandTest {
  private static final Catalog CATALOG = CatalogLoader.builtIn();

  private final Conversation conversation =
      new Conversation(new ResourceCommand(CATALOG).command());

  static List<Resource> resources() {
    return CATALOG.resources();
  }

  static List<Topic> topics() {
    return CATALOG.topics();
  }

  static List<Tool> tools() {
    return CATALOG.tools();
  }

  @Test
  void onlyTheCallerSeesTheAnswerUntilItIsShared() {
    assertThat(new ResourceCommand(CATALOG).command().spec().audience()).isEqualTo(Audience.CALLER);
  }

  @Test
  void allResourcesAreSpreadOverPages() {
    Reply page = conversation.say("/resource");
    StringBuilder text = new StringBuilder(PlainText.of(page));
    while (Conversation.labels(page).stream().anyMatch(label -> label.endsWith("›"))) {
      assertThat(lines(page)).isLessThanOrEqualTo(8);
      page =
          conversation.press(
              page,
              Conversation.labels(page).stream()
                  .filter(label -> label.endsWith("›"))
                  .findFirst()
                  .orElseThrow());
      text.append(PlainText.of(page));
    }
    assertThat(CATALOG.resources())
        .allSatisfy(resource -> assertThat(text).contains(resource.name(), resource.summary()));
  }

  @Test
  void theMenuOfKindsTellsHowManyThereAre() {
    assertThat(conversation.card("/resource").controls().toString())
        .contains("label=Books (1)", "label=Articles (8)");
  }

  @ParameterizedTest
  @EnumSource(Resource.Kind.class)
  void aKindIsShownAlone(Resource.Kind kind) {
    List<String> expected =
        CATALOG.resources().stream()
            .filter(resource -> resource.kind() == kind)
            .map(Resource::id)
            .toList();
    for (String word : Kinds.words(kind)) {
      assertThat(ids(conversation.say("/resource " + word))).isEqualTo(expected);
      assertThat(ids(conversation.say("/resource about:" + word.toUpperCase(Locale.ROOT) + "S")))
          .isEqualTo(expected);
    }
  }

  @Test
  void aLinkLeadsToItsPageAndNotToARedirect() {
    Reply.Card card = conversation.card("/resource articles");
    assertThat(links(card))
        .hasSize(7)
        .contains(
            URI.create(
                "https://www.oreilly.com/radar/mlops-and-devops-why-data-makes-it-different/"))
        .noneMatch(link -> link.toString().contains("kqzyfj"));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void aTopicHasItsResourcesAndItsDays(Topic topic) {
    Reply.Card card = conversation.card("/resource about:" + topic.id());
    assertThat(card.title()).isEqualTo("Resources on " + topic.name());
    assertThat(PlainText.of(card)).contains(topic.summary());
    assertThat(ids(card))
        .containsAll(CATALOG.resourcesOn(topic).stream().map(Resource::id).toList());
    assertThat(Conversation.actions(card))
        .contains("topic day:" + CATALOG.daysOn(topic).findFirst().orElseThrow().day());
  }

  @ParameterizedTest
  @MethodSource("tools")
  void aToolAlwaysHasAnAnswer(Tool tool) {
    Reply.Card card = conversation.card("/resource about:" + tool.id());
    assertThat(PlainText.of(card)).startsWith(tool.name() + "\n\n" + tool.summary());
    OfferNotes.full(tool.status())
        .ifPresent(note -> assertThat(PlainText.of(card)).contains(PlainText.of(note)));
    assertThat(Conversation.actions(card))
        .containsAll(
            CATALOG.daysWith(tool).stream()
                .limit(25)
                .map(day -> "topic day:" + day.day())
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "linear algebra, khan-academy",
    "python, notebooks",
    "coursera, andrew-ng-machine-learning",
    "capstone, capstone-pipeline",
    "kubernetes, capstone-pipeline",
    "data engineering, data-engineering-concepts",
  })
  void anyWordsFindWhatIsNamedAndWhatHelps(String words, String id) {
    assertThat(ids(conversation.say("/resource " + words))).contains(id);
  }

  @Test
  void factsTellWhatEachIs() {
    assertThat(conversation.say("/resource books").facts().values())
        .hasToString(
            "{resources=[{id=mathematics-for-machine-learning, name=Mathematics for Machine"
                + " Learning, kind=book, url=null}]}");
    assertThat(Conversation.told(conversation.say("/resource glossary"), "resources", "url"))
        .containsExactly(
            "https://towardsdatascience.com/150-concepts-heard-in-data-engineering-a2e3a99212ed");
  }

  @Test
  void whereOnlyTheJourneySpeaksOfItItSaysWhen() {
    Reply.Card card = conversation.card("/resource drift");
    assertThat(ids(card)).isEmpty();
    assertThat(PlainText.of(card))
        .contains(
            "I know nothing to read, watch or try for this yet.",
            "Performance monitoring and drift detection (day ");
    assertThat(Conversation.actions(card)).anyMatch(action -> action.startsWith("topic day:"));
  }

  @ParameterizedTest
  @MethodSource("resources")
  void oneIsShownWithAllThatIsKnownOfIt(Resource resource) {
    Reply reply =
        conversation.press(Action.of("resource").with("name", resource.id()), Effect.REPLY);
    String text = PlainText.of(reply);
    assertThat(text).startsWith(resource.name() + "\n\n" + resource.summary());
    assertThat(Conversation.sources(reply))
        .hasSameElementsAs(resource.sources().stream().map(CATALOG::label).toList());
    assertThat(links((Reply.Card) reply))
        .containsExactlyElementsOf(Stream.ofNullable(resource.url()).toList());
    assertThat(ids(reply)).containsExactly(resource.id());
  }

  @Test
  void aMisspeltSubjectIsMetWithTheNearest() {
    Reply.Notice notice = conversation.notice("/resource kuberntes");
    assertThat(notice.problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(PlainText.of(notice))
        .isEqualTo("I know nothing to read, watch or try on “kuberntes”. Did you mean Kubernetes?");
    assertThat(conversation.press(notice, "Kubernetes")).isInstanceOf(Reply.Card.class);
  }

  @Test
  void anUnknownSubjectIsMetWithOtherWays() {
    Reply.Notice notice = conversation.notice("/resource knitting patterns");
    assertThat(notice.problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(Conversation.actions(notice))
        .containsExactly("search query:\"knitting patterns\"", "resource");
  }

  @Test
  void kindsTopicsAndToolsAreSuggested() {
    assertThat(suggestions("")).hasSize(25).startsWith("course", "platform", "book");
    assertThat(suggestions("kube")).startsWith("kubernetes");
    assertThat(suggestions("linear")).contains("engineer-linear-algebra");
  }

  @Test
  void whateverIsSuggestedHasAnAnswer() {
    Stream.of("a", "data", "ml", "mo", "py", "d", "clou")
        .flatMap(typed -> suggestions(typed).stream())
        .forEach(value ->
            assertThat(conversation.say("/resource about:" + value))
                .isInstanceOf(Reply.Card.class));
  }

  private List<String> suggestions(String typed) {
    return conversation.suggestions("resource", "about", typed).stream()
        .map(ChoiceValue::value)
        .toList();
  }

  private static List<String> ids(Reply reply) {
    return Conversation.told(reply, "resources", "id");
  }

  private static long lines(Reply reply) {
    return items(card(reply)).count();
  }

  private static Reply.Card card(Reply reply) {
    return (Reply.Card) reply;
  }

  private static Stream<RichText> items(Reply.Card card) {
    return card.blocks().stream()
        .filter(Block.Items.class::isInstance)
        .flatMap(block -> ((Block.Items) block).items().stream());
  }

  private static List<URI> links(Reply.Card card) {
    Stream<RichText> fields =
        card.blocks().stream()
            .filter(Block.Fields.class::isInstance)
            .flatMap(block -> ((Block.Fields) block).fields().stream())
            .map(Block.Field::value);
    return Stream.concat(items(card), fields)
        .flatMap(text -> text.spans().stream())
        .filter(Span.Link.class::isInstance)
        .map(span -> ((Span.Link) span).target())
        .toList();
  }
}
