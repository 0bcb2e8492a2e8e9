package dev.cairn.command.help;

import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Permission;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.command.Command;
import dev.cairn.command.CommandRegistry;
import dev.cairn.command.ConstantCards;
import dev.cairn.command.Shareable;
import dev.cairn.spelling.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /help}: what there is, and how each command is typed. Also the menu that a bare {@code
 * /study} opens.
 */
public final class HelpCommand {
  private static final List<First> FIRST =
      List.of(
          new First("topic", "Today’s topic", "what to study today"),
          new First("done", "Check in", "say that you have studied today"),
          new First("streak", "My streak", "how many days in a row you have kept"),
          new First("group list", "Groups", "study with others, and keep a streak together"));

  private static final Option<String> COMMAND =
      Option.optional("command", new OptionType.Text(60), "The command you want to know about");

  private static final Option<String> THEME =
      Option.hidden(
          "theme",
          new OptionType.Choice(
              Arrays.stream(HelpTheme.values())
                  .map(theme -> new ChoiceValue(theme.key(), theme.label()))
                  .toList()),
          "What to tell the commands of");

  private final Supplier<CommandRegistry> registry;

  /** A command that a newcomer wants, what its button says, and what it is for. */
  private record First(String command, String label, String says) {}

  /** Helps with the commands of a registry that is complete only once this command is in it. */
  public HelpCommand(Supplier<CommandRegistry> registry) {
    this.registry = registry;
  }

  /** The command. */
  public Command command() {
    Option<?> which = COMMAND.suggesting((caller, typed) -> suggest(typed));
    return ConstantCards.of(
        Shareable.of(
            new Command(
                CommandSpec.personal("help", "What I can do, and how to ask for it", which, THEME)
                    .withExamples("help", "help topic"),
                this::help)));
  }

  private Reply help(Invocation invocation) {
    boolean moderator = invocation.caller().moderator();
    Optional<HelpTheme> theme = invocation.arguments().get(THEME).map(HelpTheme::of);
    return invocation
        .arguments()
        .get(COMMAND)
        .map(asked -> about(asked, moderator))
        .or(() -> theme.map(chosen -> theme(chosen, moderator)))
        .orElseGet(() -> start(moderator));
  }

  /** What somebody does who is here for the first time, and the way to all the rest. */
  private Reply start(boolean moderator) {
    CardBuilder card = Reply.Card.titled("What I can do");
    card.text(
        "Every day has one topic. Read it, do its exercise, check in, and your streak grows.");
    List<RichText> lines = new ArrayList<>();
    for (First first : FIRST) {
      spec(first.command())
          .ifPresent(spec -> {
            lines.add(RichText.EMPTY.command(first.command()).plain(" – " + first.says()));
            card.button(first.label(), Action.of(first.command()));
          });
    }
    card.items(lines);
    return themes(card, moderator).build();
  }

  private Reply theme(HelpTheme theme, boolean moderator) {
    List<RichText> lines = moderator || !theme.isForModerators() ? lines(theme) : List.of();
    CardBuilder card = Reply.Card.titled(theme.label());
    if (lines.isEmpty()) {
      card.text("There is nothing here for you.");
    }
    card.items(lines).text(RichText.of("More on each: ").command("help", "topic"));
    return themes(card, moderator).updateButton("Start", Action.of("help")).build();
  }

  private CardBuilder themes(CardBuilder card, boolean moderator) {
    List<ChoiceValue> themes =
        Arrays.stream(HelpTheme.values())
            .filter(theme -> moderator || !theme.isForModerators())
            .filter(theme -> !of(theme).isEmpty())
            .map(theme -> new ChoiceValue(theme.key(), theme.label()))
            .toList();
    return themes.isEmpty()
        ? card
        : card.control(
            new Control.Select(
                "All commands, by theme", Action.of("help"), THEME.name(), themes, Effect.UPDATE));
  }

  private Optional<CommandSpec> spec(String name) {
    return specs().stream().filter(spec -> spec.name().toString().equals(name)).findFirst();
  }

  private List<CommandSpec> of(HelpTheme theme) {
    return specs().stream().filter(spec -> HelpTheme.of(spec) == theme).toList();
  }

  private List<RichText> lines(HelpTheme theme) {
    return of(theme).stream()
        .map(spec -> RichText.EMPTY.then(Span.Command.usageOf(spec)).plain(" – " + spec.summary()))
        .toList();
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
            .map(spec ->
                RichText.EMPTY.then(Span.Command.usageOf(spec)).plain(" – " + spec.summary()))
            .toList());
    return card.text(RichText.of("For example: ").then(Span.Command.exampleOf(family.getFirst())))
        .build();
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
                        .map(example -> RichText.EMPTY.then(Span.Command.exampleOf(spec, example)))
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
