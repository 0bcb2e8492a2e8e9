package dev.cairn.platform.slack;

import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Image;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.command.CommandObserver;
import dev.cairn.command.CommandRegistry;
import dev.cairn.command.CommandRouter;
import dev.cairn.command.Dialogue;
import dev.cairn.command.help.HelpCommand;
import dev.cairn.testkit.SampleReplies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Commands that exercise every kind of option, reply and failure. */
public final class SlackFixtureCommands {
  public final List<Invocation> invocations = new CopyOnWriteArrayList<>();
  public final CountDownLatch mayFinish = new CountDownLatch(1);
  public final CountDownLatch waiting = new CountDownLatch(1);
  private final CommandRegistry registry = registry();

  public Dialogue dialogue() {
    return new Dialogue(new CommandRouter(registry, Optional.empty(), CommandObserver.NONE));
  }

  private CommandRegistry registry() {
    List<Command> commands = new ArrayList<>();
    commands.add(command(CommandSpec.open("topic", "Shows a topic", whole("day")), this::topic));
    commands.add(
        command(
            CommandSpec.personal("note", "Keeps a note", text("words")),
            i ->
                Reply.Notice.ok(
                    RichText.of("Noted: " + i.arguments().text("words").orElse("nothing")))));
    commands.add(command(CommandSpec.open("board", "Shows a page", hidden()), this::board));
    commands.add(command(every(), SlackFixtureCommands::every));
    commands.add(
        command(
            CommandSpec.personal("file", "Sends a file"),
            i ->
                Reply.Card.titled("A file")
                    .block(
                        new Block.File("my-data.csv", "text/csv; charset=utf-8", "record,number"))
                    .build()));
    commands.add(
        command(
            CommandSpec.open("broken", "Fails"),
            i -> {
              throw new IllegalStateException("a planted failure");
            }));
    commands.add(
        command(
            CommandSpec.moderation("ban", "For moderators", Audience.EVERYONE),
            i -> Reply.Notice.ok(RichText.of("Done."))));
    commands.add(command(CommandSpec.personal("fill", "Opens a form"), i -> ask()));
    commands.add(
        command(
            CommandSpec.open("picture", "Shows a picture"),
            i ->
                Reply.Card.titled("Your month")
                    .picture(SampleReplies.IMAGE)
                    .updateButton("Again", Action.of("picture"))
                    .build()));
    commands.add(command(CommandSpec.open("wait", "Takes its time"), this::await));
    commands.add(
        command(
            CommandSpec.open("large", "Shows much"),
            i ->
                Reply.Card.titled("Much")
                    .text("lorem ipsum ".repeat(1_500))
                    .text("the end")
                    .build()));
    commands.add(
        command(
            CommandSpec.open("huge", "Shows more than one address takes"),
            i ->
                Reply.Card.titled("Very much")
                    .text("lorem ipsum ".repeat(6_000))
                    .text("the end")
                    .build()));
    commands.add(
        command(
            CommandSpec.open("toolong", "Makes a button that does not fit"),
            i ->
                Reply.Card.titled("Too long")
                    .button("Go", Action.of("note").with("words", "x".repeat(2_100)))
                    .build()));
    commands.add(
        command(
            CommandSpec.open("unpainted", "Shows a picture that cannot be drawn"),
            i ->
                Reply.Card.titled("Your streak")
                    .picture(
                        Image.drawnBy(
                            () -> {
                              throw new IllegalStateException("no paint");
                            },
                            "streak.png",
                            "Five days in a row."))
                    .build()));
    commands.add(new HelpCommand(this::registered).command());
    return new CommandRegistry(commands);
  }

  private CommandRegistry registered() {
    return registry;
  }

  private Command command(CommandSpec spec, Command.Handler handler) {
    return new Command(
        spec,
        invocation -> {
          invocations.add(invocation);
          return handler.handle(invocation);
        });
  }

  private Reply topic(Invocation invocation) {
    long day = invocation.arguments().whole("day").orElse(1L);
    return Reply.Card.titled("Day " + day)
        .text("Read about drift.")
        .button("Note", Action.of("note").with("words", "read & <done>"))
        .updateButton("More", Action.of("board").with("page", 2))
        .control(
            new Control.Select(
                "Which day?",
                Action.of("topic"),
                "day",
                List.of(new ChoiceValue("2", "Two"), new ChoiceValue("3", "Three")),
                Effect.REPLY))
        .control(new Control.FormButton("Fill in", form()))
        .build();
  }

  private Reply board(Invocation invocation) {
    long page = invocation.arguments().whole("page").orElse(1L);
    return Reply.Card.titled("Page " + page)
        .block(
            new Block.Table(
                List.of("Rank", "Name"), List.of(List.of("1", "asha"), List.of("2", "bo"))))
        .updateButton("Next", Action.of("board").with("page", page + 1))
        .build();
  }

  private Reply await(Invocation invocation) {
    waiting.countDown();
    try {
      mayFinish.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Reply.Notice.ok(RichText.of("At last."));
  }

  static Form form() {
    return new Form(
        "Everything",
        Action.of("every").with("words", "before"),
        List.of("words", "count", "kind", "who", "day"),
        "Send");
  }

  private static Reply ask() {
    return Reply.Notice.ok(RichText.of("Tell me more."))
        .with(new Control.FormButton("Fill in", form()));
  }

  private static CommandSpec every() {
    return CommandSpec.personal(
        "every",
        "Takes every kind of option",
        text("words"),
        whole("count"),
        Option.optional("kind", OptionType.Choice.of("red", "blue"), "A choice"),
        Option.optional("sure", new OptionType.Flag(), "A flag"),
        Option.optional("day", new OptionType.Date(), "A date"),
        Option.optional("who", new OptionType.Member(), "A member"),
        Option.optional("where", new OptionType.Channel(), "A channel"),
        Option.optional("link", new OptionType.Url(), "An address"),
        Option.optional("topic", new OptionType.Text(60), "Completed as one types")
            .suggesting((caller, typed) ->
                List.of(new ChoiceValue("drift", "Drift"), new ChoiceValue("a&b", "A & B"))));
  }

  private static Reply every(Invocation invocation) {
    if (invocation.arguments().whole("count").orElse(0L) == 13) {
      throw Refusal.badOption("count", "Not thirteen, please.");
    }
    if (invocation.arguments().text("words").orElse("").equals("conflict")) {
      throw Refusal.of(Problem.CONFLICT, "There is one already.");
    }
    return Reply.Notice.ok(
        RichText.of(
            invocation.arguments().values().entrySet().stream()
                .map(e -> e.getKey() + "=" + said(e.getValue()))
                .collect(Collectors.joining(", "))));
  }

  private static String said(Value value) {
    return value instanceof Value.Member(var account)
        ? account.user() + "/" + account.name()
        : value.typed();
  }

  private static Option<?> text(String name) {
    return Option.optional(name, new OptionType.Text(4_000), "Some words");
  }

  private static Option<?> whole(String name) {
    return Option.optional(name, new OptionType.Whole(1, 180), "A number");
  }

  private static Option<?> hidden() {
    return Option.hidden("page", new OptionType.Whole(1, 99), "Which page");
  }
}
