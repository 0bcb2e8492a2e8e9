package dev.cairn.command;

import dev.cairn.chat.Action;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.command.Words.Word;
import dev.cairn.spelling.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a typed line against the specs: {@code /group create name:"Night owls"}, {@code topic 12}.
 * An option is {@code name:value}, {@code name:"a value"} or, where it can only mean one thing, the
 * bare value.
 */
public final class LineReader {
  private static final CommandName HELP = CommandName.of("help");

  private final CommandRegistry registry;

  /** Reads against these commands. */
  public LineReader(CommandRegistry registry) {
    this.registry = registry;
  }

  /** A command and what it was told. */
  public record Line(CommandSpec spec, Arguments arguments) {}

  /**
   * Reads a line.
   *
   * @param line with or without a leading slash
   * @param references how the platform names members and channels
   * @throws Refusal when there is no such command, or an option is wrong; it says what would be
   *     right
   */
  public Line read(String line, References references) {
    String text = line.strip();
    List<Word> words = new ArrayList<>(Words.of(text.startsWith("/") ? text.substring(1) : text));
    if (words.isEmpty()) {
      return new Line(help(), Arguments.NONE);
    }
    CommandSpec spec = takeCommand(words);
    if (asksForHelp(words) && !spec.name().equals(HELP)) {
      return helpOn(spec.name().toString());
    }
    return new Line(spec, new OptionReader(spec, new ValueReader(references)).read(words));
  }

  /**
   * Reads a command whose options came apart already, from somebody typing where the platform knows
   * our commands. It may know them as they were before an update.
   *
   * @throws Refusal when there is no such command, or an option is wrong; it says what would be
   *     right
   */
  Line read(Input.Options given, References references) {
    CommandName command =
        CommandName.parse(given.command()).orElseThrow(() -> unknown(given.command()));
    Optional<CommandSpec> known = registry.find(command).map(Command::spec);
    if (known.isEmpty() && command.sub() == null && !registry.family(command.root()).isEmpty()) {
      return helpOn(command.root());
    }
    CommandSpec spec = known.orElseThrow(() -> unknown(command.toString()));
    return new Line(spec, new OptionReader(spec, new ValueReader(references)).read(given.values()));
  }

  /** Reads what a control does. Unlike somebody typing, it may give hidden options. */
  public Line read(Action action, References references) {
    return read(action, Map.of(), references);
  }

  /**
   * Reads what a form does.
   *
   * @param action its command, with what was not asked for
   * @param filled what was filled in
   */
  Line read(Action action, Map<String, Value> filled, References references) {
    CommandSpec spec = spec(action.command());
    ValueReader reader = new ValueReader(references);
    Map<String, Value> given = new LinkedHashMap<>();
    action.arguments().forEach((name, raw) -> given.put(name, new Value.Text(raw)));
    given.putAll(filled);
    Map<String, Value> values = new LinkedHashMap<>();
    given.forEach((name, value) -> {
      Option<?> option = spec.option(name).orElseThrow(ControlId::outdated);
      values.put(name, reader.read(option, value));
    });
    return new Line(spec, complete(spec, values));
  }

  /**
   * The command of this name.
   *
   * @throws Refusal when there is none; it says which may have been meant
   */
  CommandSpec spec(CommandName command) {
    return registry.find(command).map(Command::spec).orElseThrow(() -> unknown(command.toString()));
  }

  /** Reads the text form of an {@link Action}. */
  public static Action action(String text) {
    List<Word> words = Words.of(text);
    if (words.isEmpty()) {
      throw unknownAction();
    }
    Map<String, String> arguments = new LinkedHashMap<>();
    StringBuilder command = new StringBuilder(words.getFirst().text());
    for (Word word : words.subList(1, words.size())) {
      int colon = word.text().indexOf(':');
      if (colon > 0 && (word.quoteAt() < 0 || word.quoteAt() > colon)) {
        String name = word.text().substring(0, colon);
        if (!Option.isName(name)) {
          throw unknownAction();
        }
        arguments.put(name, word.text().substring(colon + 1));
      } else {
        command.append(' ').append(word.text());
      }
    }
    try {
      return new Action(CommandName.of(command.toString()), arguments);
    } catch (IllegalArgumentException malformed) {
      throw unknownAction();
    }
  }

  private static Refusal unknownAction() {
    return Refusal.of(Problem.NOT_FOUND, "This button does nothing that I know of.");
  }

  /** Checks that nothing required is missing. */
  static Arguments complete(CommandSpec spec, Map<String, Value> values) {
    for (Option<?> option : spec.options()) {
      if (option.required() && !values.containsKey(option.name())) {
        throw Refusal.badOption(
            option.name(),
            RichText.EMPTY
                .command(spec.name().toString())
                .plain(" needs ")
                .code(option.name())
                .plain(": " + lowerFirst(option.description()) + ". For example: ")
                .then(Span.Command.exampleOf(spec)));
      }
    }
    return new Arguments(values);
  }

  private CommandSpec takeCommand(List<Word> words) {
    String root = words.removeFirst().text().toLowerCase(Locale.ROOT);
    List<CommandSpec> family = registry.family(root);
    if (family.isEmpty()) {
      throw unknown(root, registry.roots());
    }
    if (family.getFirst().name().sub() == null) {
      return family.getFirst();
    }
    List<String> subs = family.stream().map(spec -> String.valueOf(spec.name().sub())).toList();
    if (words.isEmpty() || asksForHelp(words)) {
      words.clear();
      words.add(new Word(root, 0));
      return help();
    }
    String sub = words.removeFirst().text().toLowerCase(Locale.ROOT);
    return family.stream()
        .filter(spec -> sub.equals(spec.name().sub()))
        .findFirst()
        .orElseThrow(
            () -> unknown(root + " " + sub, subs.stream().map(s -> root + " " + s).toList()));
  }

  private static boolean asksForHelp(List<Word> words) {
    return words.size() == 1
        && words.getFirst().quoteAt() < 0
        && words.getFirst().text().equalsIgnoreCase("help");
  }

  private CommandSpec help() {
    return registry.find(HELP).map(Command::spec).orElseThrow();
  }

  private Line helpOn(String command) {
    return new Line(help(), new Arguments(Map.of("command", new Value.Text(command))));
  }

  /**
   * Says that there is no such command, and which one may have been meant.
   *
   * @param command its words, without a slash
   */
  public Refusal unknown(String command) {
    List<String> names = registry.specs().stream().map(spec -> spec.name().toString()).toList();
    String root = command.split(" ", 2)[0];
    Optional<String> near =
        Nearest.to(command, names, name -> name)
            .or(() -> Nearest.to(root, registry.roots(), name -> name));
    return unknown(command, near);
  }

  private static Refusal unknown(String typed, List<String> known) {
    return unknown(typed, Nearest.to(typed, known, name -> name));
  }

  private static Refusal unknown(String typed, Optional<String> near) {
    RichText said =
        RichText.of("There is no command ").code("/" + Excerpt.quoted(typed)).plain(".");
    if (near.isEmpty()) {
      return Refusal.of(
          Reply.Notice.refused(
                  Problem.UNKNOWN_COMMAND,
                  said.plain(" ").command("help").plain(" lists what there is."))
              .with(button("Help", "help")));
    }
    return Refusal.of(
        Reply.Notice.refused(
                Problem.UNKNOWN_COMMAND,
                said.plain(" Did you mean ").command(near.get()).plain("?"))
            .with(
                button("Help on " + near.get(), "help", "command", near.get()),
                button("All commands", "help")));
  }

  private static Control button(String label, String command) {
    return new Control.Button(
        label, Action.of(command), Control.Button.Style.SECONDARY, Effect.REPLY);
  }

  private static Control button(String label, String command, String option, String value) {
    return new Control.Button(
        label,
        Action.of(command).with(option, value),
        Control.Button.Style.SECONDARY,
        Effect.REPLY);
  }

  private static String lowerFirst(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /** Whether an option takes any text at all. */
  static boolean isFreeText(Option<?> option) {
    return option.type() instanceof OptionType.Text || option.type() instanceof OptionType.Role;
  }
}
