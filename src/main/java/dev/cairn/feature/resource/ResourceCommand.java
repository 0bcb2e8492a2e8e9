package dev.cairn.feature.resource;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Resource;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.command.Shareable;
import dev.cairn.feature.EntryOption;
import dev.cairn.feature.NotFound;
import dev.cairn.feature.Page;
import dev.cairn.feature.resource.ResourceFinder.Found;
import dev.cairn.spelling.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code /resource}: what there is to learn with, on a topic, with a tool, of a kind, or at all.
 */
public final class ResourceCommand {
  private static final int SUGGESTIONS = 25;

  /** What is asked about travels in the buttons that turn pages, which cannot carry much. */
  private static final int ABOUT_LENGTH = 45;

  private static final Option<String> ABOUT =
      Option.optional(
          "about",
          new OptionType.Text(ABOUT_LENGTH),
          "A topic, a tool, a kind such as articles, or any words");

  private static final Option<String> NAME =
      Option.hidden("name", new OptionType.Text(60), "The resource to show");

  private final Catalog catalog;
  private final ResourceFinder finder;
  private final EntryOption<Resource> name;
  private final List<ChoiceValue> subjects;

  /** Tells of the resources of a catalogue. */
  public ResourceCommand(Catalog catalog) {
    this.catalog = catalog;
    this.finder = new ResourceFinder(catalog);
    this.name = new EntryOption<>(catalog.resources(), "resource", Subject.ALL, "name");
    this.subjects = subjects(catalog);
  }

  /** The command. */
  public Command command() {
    CommandSpec spec =
        CommandSpec.personal(
                "resource",
                "Courses, articles, books and places to practise on a topic or a tool",
                ABOUT.suggesting((caller, typed) -> suggest(typed)),
                NAME,
                Page.option())
            .withExamples("resource", "resource articles", "resource about:python");
    return Shareable.of(new Command(spec, this::resource));
  }

  private Reply resource(Invocation invocation) {
    Optional<Resource> one = invocation.arguments().get(NAME).map(name::find);
    if (one.isPresent()) {
      return ResourceCard.of(catalog, one.get());
    }
    Optional<String> about = invocation.arguments().get(ABOUT);
    Found found =
        finder.on(
            about.map(typed -> Subject.of(typed, catalog)).orElseGet(Subject.Everything::new));
    if (found.isNothing()) {
      throw nothing(about.orElse(""));
    }
    return ResourceList.of(catalog, found, invocation.arguments());
  }

  private Refusal nothing(String typed) {
    return NotFound.because(
        RichText.of("I know nothing to read, watch or try on “" + typed + "”."),
        NotFound.guesses(
            typed,
            subjects,
            ChoiceValue::label,
            subject -> Subject.ALL.with("about", subject.value())),
        button("Search everything", Action.of("search").with("query", typed)),
        button("All resources", Subject.ALL));
  }

  private static Control button(String label, Action action) {
    return new Control.Button(label, action, Control.Button.Style.SECONDARY, Effect.REPLY);
  }

  private List<ChoiceValue> suggest(String typed) {
    List<ChoiceValue> found =
        typed.isBlank()
            ? subjects
            : Nearest.ranked(typed, subjects, ChoiceValue::label, SUGGESTIONS);
    return found.stream().limit(SUGGESTIONS).toList();
  }

  private static List<ChoiceValue> subjects(Catalog catalog) {
    return Stream.of(
            Arrays.stream(Resource.Kind.values())
                .map(kind -> new ChoiceValue(Kinds.key(kind), Kinds.heading(kind))),
            catalog.topics().stream()
                .filter(topic -> !catalog.resourcesOn(topic).isEmpty())
                .map(topic -> new ChoiceValue(topic.id(), topic.name())),
            catalog.tools().stream().map(tool -> new ChoiceValue(tool.id(), tool.name())))
        .flatMap(subjects -> subjects)
        .toList();
  }
}
