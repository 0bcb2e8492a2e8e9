package dev.cairn.command;

import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Permission;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Effect;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.spelling.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code /help}: what there is, and how each command is typed. Also the menu that a bare {@code
 * /study} opens.
 */
public final class HelpCommand {
  /** What most will want, by the words of its command, and what its button says. */
  private static final Map<String, String> EVERYDAY = everyday();

  private static final Option<String> COMMAND =
      Option.optional("command", new OptionType.Text(60), "The command you want to know about");

  private final Supplier<CommandRegistry> registry;

  /** Helps with the commands of a registry that is complete only once this command is in it. */
  public HelpCommand(Supplier<CommandRegistry> registry) {
    this.registry = registry;
  }

  /** The command. */
  public Command command() {
    Option<?> which = COMMAND.suggesting((caller, typed) -> suggest(typed));
    return new Command(
        CommandSpec.personal("help", "What I can do, and how to ask for it", which)
            .withExamples("help", "help topic"),
        this::help);
  }

  private Reply help(Invocation invocation) {
    boolean moderator = invocation.caller().moderator();
    return invocation
        .arguments()
        .get(COMMAND)
        .map(asked -> about(asked, moderator))
        .orElseGet(() -> overview(moderator));
  }

  private Reply overview(boolean moderator) {
    CardBuilder card = Reply.Card.titled("What I can do");
    card.text("Every day has one topic. Read it, do its exercise, check in: a streak grows of it.");
    card.items(lines(Permission.MEMBER));
    if (moderator) {
      card.divider().text(RichText.EMPTY.bold("For moderators")).items(lines(Permission.MODERATOR));
    }
    card.text(RichText.of("More on each: ").command("help", "topic"));
    menu(card);
    return card.build();
  }

  /** A button for each of the everyday commands that exist and can be given without options. */
  private void menu(CardBuilder card) {
    EVERYDAY.forEach(
        (name, label) ->
            specs().stream()
                .filter(spec -> spec.name().toString().equals(name))
                .findFirst()
                .ifPresent(spec -> card.button(label, Action.of(name))));
  }

  private static Map<String, String> everyday() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("topic", "Today’s topic");
    labels.put("done", "Check in");
    labels.put("streak", "My streak");
    labels.put("leaderboard", "Leaderboard");
    labels.put("journey show", "The journey");
    return Collections.unmodifiableMap(labels);
  }

  private List<RichText> lines(Permission permission) {
    List<RichText> lines = new ArrayList<>();
    for (CommandSpec spec : specs()) {
      if (spec.permission() == permission) {
        lines.add(RichText.EMPTY.then(spec.shown()).plain(" – " + spec.summary()));
      }
    }
    return lines;
  }

  private Reply about(String asked, boolean moderator) {
    String name = asked.strip().toLowerCase(Locale.ROOT).replaceFirst("^/", "");
    List<CommandSpec> found =
        specs().stream()
            .filter(spec -> spec.name().toString().equals(name) || spec.name().root().equals(name))
            .filter(spec -> spec.permission() == Permission.MEMBER || moderator)
            .toList();
    if (found.isEmpty()) {
      throw notFound(name);
    }
    return found.size() == 1 ? one(found.getFirst()) : family(name, found);
  }

  private static Reply family(String root, List<CommandSpec> family) {
    CardBuilder card = Reply.Card.titled("Help on " + root);
    card.items(
        family.stream()
            .map(spec -> RichText.EMPTY.then(spec.shown()).plain(" – " + spec.summary()))
            .toList());
    return card.text(RichText.of("For example: ").then(family.getFirst().example())).build();
  }

  private static Reply one(CommandSpec spec) {
    CardBuilder card = Reply.Card.titled("Help on " + spec.name()).text(spec.summary() + ".");
    if (!spec.typedOptions().isEmpty()) {
      card.items(spec.typedOptions().stream().map(HelpCommand::line).toList());
    }
    card.text(
        RichText.of("For example: ")
            .then(
                RichText.join(
                    ", ",
                    spec.examples().stream()
                        .map(example -> RichText.EMPTY.then(spec.example(example)))
                        .toList())));
    card.text(
        spec.audience() == Audience.CALLER
            ? "Only you see the answer."
            : "Everyone in the channel sees the answer.");
    if (spec.permission() == Permission.MODERATOR) {
      card.text("For moderators.");
    }
    return card.build();
  }

  private static RichText line(Option<?> option) {
    RichText line = RichText.EMPTY.code(option.name()).plain(" – " + option.description());
    if (option.type() instanceof OptionType.Choice(List<ChoiceValue> values)) {
      line = line.plain(": " + String.join(", ", values.stream().map(ChoiceValue::value).toList()));
    }
    return option.required() ? line.plain(" (needed)") : line;
  }

  private Refusal notFound(String name) {
    RichText said = RichText.of("There is no command ").code("/" + Excerpt.quoted(name)).plain(".");
    List<String> names = specs().stream().map(spec -> spec.name().toString()).toList();
    Control all =
        new Control.Button(
            "All commands", Action.of("help"), Control.Button.Style.SECONDARY, Effect.REPLY);
    return Refusal.of(
        Reply.Notice.refused(
                Problem.NOT_FOUND,
                Nearest.to(name, names, n -> n)
                    .map(near -> said.plain(" Did you mean ").command(near).plain("?"))
                    .orElse(said))
            .with(all));
  }

  private List<ChoiceValue> suggest(String typed) {
    List<String> names = specs().stream().map(spec -> spec.name().toString()).toList();
    List<String> found = typed.isBlank() ? names : Nearest.ranked(typed, names, name -> name, 25);
    return found.stream().limit(25).map(name -> new ChoiceValue(name, "/" + name)).toList();
  }

  private List<CommandSpec> specs() {
    return registry.get().specs();
  }
}
