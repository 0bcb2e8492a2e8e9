package dev.cairn.feature.search;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Topic;
import dev.cairn.catalog.search.CatalogSearch;
import dev.cairn.catalog.search.Hit;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.command.ConstantCards;
import dev.cairn.command.Shareable;
import dev.cairn.feature.DayMenu;
import dev.cairn.feature.NotFound;
import dev.cairn.feature.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /search}: whatever is studied, by the words in it. */
public final class SearchCommand {
  /** Nobody reads on for longer; what is looked for is better asked for in other words. */
  private static final int MOST_HITS = 25;

  /** Each hit has a button, and five stand in a row. */
  private static final int PAGE = 5;

  private static final int QUERY_LENGTH = 100;

  private static final int SNIPPET_LENGTH = 200;

  private static final Action SEARCH = Action.of("search");

  private static final Option<String> QUERY =
      Option.required(
          "query", new OptionType.Text(QUERY_LENGTH), "Words to look for, in any order");

  private final Catalog catalog;
  private final CatalogSearch index;

  /** Searches a catalogue. */
  public SearchCommand(Catalog catalog) {
    this.catalog = catalog;
    this.index = new CatalogSearch(catalog);
  }

  /** The command. */
  public Command command() {
    CommandSpec spec =
        CommandSpec.personal(
                "search",
                "Find topics, days, terms, questions, roles, certifications, resources and tools",
                QUERY.suggesting((caller, typed) -> suggest(typed)),
                Page.option())
            .withExamples("search drift", "search query:\"feature store\"");
    return ConstantCards.of(Shareable.of(new Command(spec, this::search)));
  }

  private Reply search(Invocation invocation) {
    String query = invocation.arguments().required(QUERY).strip();
    List<Hit> hits = index.find(query, MOST_HITS);
    if (hits.isEmpty()) {
      throw nothing(query);
    }
    Page<Hit> page = Page.of(hits, PAGE, invocation.arguments());
    CardBuilder card =
        Reply.Card.titled("Found for “" + query + "”")
            .items(index.quoted(query, page.entries()).stream().map(SearchCommand::line).toList());
    page.entries().forEach(hit -> opening(hit).ifPresent(open -> card.button(hit.title(), open)));
    page.turnableOn(card, SEARCH.with("query", query));
    return card.fact("hits", hits.stream().map(SearchCommand::facts).toList()).build();
  }

  private List<ChoiceValue> suggest(String typed) {
    return typed.isBlank()
        ? List.of()
        : index.complete(typed, MOST_HITS).stream()
            .map(title -> new ChoiceValue(title, title))
            .toList();
  }

  private static RichText line(Hit hit) {
    RichText line = RichText.EMPTY.bold(hit.title()).plain(" (" + hit.kind().label() + ")");
    return hit.snippet().isEmpty() ? line : line.plain(" – " + shortened(hit.snippet()));
  }

  private static String shortened(String snippet) {
    if (snippet.length() <= SNIPPET_LENGTH) {
      return snippet;
    }
    int end = snippet.lastIndexOf(' ', SNIPPET_LENGTH);
    return snippet.substring(0, end > 0 ? end : SNIPPET_LENGTH) + " …";
  }

  /** The command that shows all there is to say of a hit; a definition's line has said it. */
  private Optional<Action> opening(Hit hit) {
    return switch (hit.kind()) {
      case TOPIC ->
          DayMenu.firstDayOn(catalog, catalog.topics().referredTo(hit.id()))
              .map(day -> day(day.day()));
      case DAY -> Optional.of(day(catalog.journey().referredTo(hit.id()).day()));
      case ROLE -> Optional.of(Action.of("role").with("name", hit.id()));
      case CERTIFICATION -> Optional.of(Action.of("certification").with("name", hit.id()));
      case RESOURCE -> Optional.of(Action.of("resource").with("name", hit.id()));
      case TOOL -> Optional.of(Action.of("resource").with("about", hit.title()));
      case TERM -> Optional.of(Action.of("term").with("name", hit.id()));
      case CARD ->
          catalog
              .flashcard(hit.id())
              .map(card -> day(catalog.journey().referredTo(card.day()).day()));
      case CHECK -> Optional.of(Action.of("check").with("id", hit.id()));
      case DEFINITION -> Optional.empty();
    };
  }

  private static Action day(int number) {
    return Action.of("topic").with("day", number);
  }

  private static Map<String, @Nullable Object> facts(Hit hit) {
    return ReplyData.NONE
        .with("kind", hit.kind().label())
        .with("id", hit.id())
        .with("title", hit.title())
        .values();
  }

  private Refusal nothing(String query) {
    return NotFound.because(
        RichText.of("Nothing in the content mentions “" + query + "”."),
        NotFound.guesses(
            query, catalog.topics(), Topic::name, topic -> SEARCH.with("query", topic.name())));
  }
}
