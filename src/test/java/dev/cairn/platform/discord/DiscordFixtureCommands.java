package dev.cairn.platform.discord;

import dev.cairn.chat.Action;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Permission;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Image;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.command.CommandObserver;
import dev.cairn.command.CommandRegistry;
import dev.cairn.command.CommandRouter;
import dev.cairn.command.Dialogue;
import dev.cairn.command.help.HelpCommand;
import dev.cairn.testkit.SampleReplies;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/** Commands that between them exercise every kind of option, control, answer and failure. */
public final class DiscordFixtureCommands {
  /** What suggestions were asked for, in order. */
  public final List<String> suggested = new CopyOnWriteArrayList<>();

  /** What the handlers were asked, in order. */
  public final BlockingQueue<Invocation> seen = new LinkedBlockingQueue<>();

  /**
   * Each permit lets one {@code /slow} command answer, or one picture of {@code /paint} be drawn.
   */
  final Semaphore slowMayAnswer = new Semaphore(0);

  private final CommandRegistry registry;
  private final CommandRouter router;

  public DiscordFixtureCommands() {
    registry = new CommandRegistry(commands());
    router = new CommandRouter(registry, Optional.empty(), CommandObserver.NONE);
  }

  public Dialogue dialogue() {
    return new Dialogue(router);
  }

  private List<Command> commands() {
    Option<?> page = Option.hidden("page", new OptionType.Whole(1, 99), "Which page");
    Option<?> sample = Option.required("name", new OptionType.Text(40), "Which reply");
    return List.of(
        new HelpCommand(this::registry).command(),
        command(
            CommandSpec.open(
                "echo",
                "Says what it was told",
                Option.optional("text", new OptionType.Text(2000), "Any words"),
                Option.optional("whole", new OptionType.Whole(1, 180), "A number"),
                Option.optional("choice", OptionType.Choice.of("week", "month"), "One of two"),
                Option.optional("flag", new OptionType.Flag(), "Yes or no"),
                Option.optional("date", new OptionType.Date(), "A date"),
                Option.optional("member", new OptionType.Member(), "A member"),
                Option.optional("channel", new OptionType.Channel(), "A channel"),
                Option.optional("url", new OptionType.Url(), "An address"),
                Option.optional("role", new OptionType.Role(), "A role"),
                page),
            DiscordFixtureCommands::echo),
        command(
            new CommandSpec(
                CommandName.of("streak"),
                "Your streak",
                List.of(Option.optional("why", new OptionType.Flag(), "Explains it")),
                Audience.EVERYONE,
                Permission.MEMBER,
                List.of("why"),
                List.of("streak")),
            invocation -> notice("Your streak is 3 days.")),
        command(CommandSpec.personal("settings", "Your settings"), i -> notice("Yours alone.")),
        command(
            CommandSpec.open(
                "find",
                "Finds a thing",
                Option.optional("query", new OptionType.Text(100), "What to find")
                    .suggesting((caller, typed) -> suggest(caller.account().name(), typed)),
                Option.optional("day", many(), "One of many days")),
            DiscordFixtureCommands::echo),
        command(
            CommandSpec.open("sample", "Shows a reply", sample), DiscordFixtureCommands::sample),
        command(
            CommandSpec.open("form", "Asks", note(), minutes()),
            invocation ->
                invocation.arguments().has("note")
                    ? echo(invocation)
                    : Reply.Notice.ok(RichText.of("How was it?"))
                        .with(
                            new Control.FormButton(
                                "Tell",
                                new Form(
                                    "Your day",
                                    Action.of("form"),
                                    List.of("note", "minutes"),
                                    "Send")))),
        command(
            CommandSpec.moderation("rules", "The rules", Audience.CALLER, note()),
            DiscordFixtureCommands::echo),
        command(CommandSpec.open("slow", "Takes its time", sample), this::slow),
        command(
            CommandSpec.open("paint", "Shows a picture that is long in the making"), this::paint),
        command(
            CommandSpec.open("refuse", "Refuses"),
            invocation -> {
              throw Refusal.of(Problem.CONFLICT, "That was done already.");
            }),
        command(
            CommandSpec.open("broken", "Fails"),
            invocation -> {
              throw new IllegalStateException("broken on purpose");
            }),
        command(CommandSpec.open("group show", "Shows a group"), i -> notice("Night owls.")),
        command(
            CommandSpec.moderation("group purge", "Empties a group", Audience.CALLER),
            i -> notice("Purged.")),
        command(
            CommandSpec.moderation("community setup", "Sets up", Audience.CALLER),
            invocation ->
                Reply.Card.titled("Hello, let us set up")
                    .button("Start", Action.of("help"))
                    .build()),
        command(
            CommandSpec.moderation("milestone list", "Lists milestones", Audience.CALLER),
            i -> notice("None.")),
        command(
            CommandSpec.moderation("milestone rules", "Shows the rules", Audience.EVERYONE),
            i -> notice("Rules.")));
  }

  private CommandRegistry registry() {
    return registry;
  }

  private Command command(CommandSpec spec, Command.Handler handler) {
    return new Command(
        spec,
        invocation -> {
          seen.add(invocation);
          return handler.handle(invocation);
        });
  }

  private static Option<?> note() {
    return Option.optional("note", new OptionType.Text(500), "What you did");
  }

  private static Option<?> minutes() {
    return Option.optional("minutes", new OptionType.Whole(1, 600), "For how long");
  }

  private static OptionType<?> many() {
    return new OptionType.Choice(
        IntStream.rangeClosed(1, 60)
            .mapToObj(day -> new ChoiceValue("d" + day, "Day number " + day))
            .toList());
  }

  private List<ChoiceValue> suggest(String name, String typed) {
    suggested.add(typed);
    if (typed.equals("fail")) {
      throw new IllegalStateException("broken on purpose");
    }
    return IntStream.range(0, 40)
        .mapToObj(
            i -> new ChoiceValue(typed + i, "For " + name + ": " + typed + i + "!".repeat(i * 5)))
        .toList();
  }

  private static Reply echo(Invocation invocation) {
    Arguments arguments = invocation.arguments();
    StringBuilder told = new StringBuilder();
    arguments
        .values()
        .forEach((name, value) -> told.append(name).append('=').append(value.typed()).append(' '));
    arguments.member("member").ifPresent(member -> told.append("name=").append(member.name()));
    return Reply.Card.titled("Echo").text(told.toString()).fact("told", told).build();
  }

  private static Reply sample(Invocation invocation) {
    return Objects.requireNonNull(
        SampleReplies.all(SampleReplies.ON_DISCORD)
            .get(invocation.arguments().requiredText("name")));
  }

  private Reply slow(Invocation invocation) {
    slowMayAnswer.acquireUninterruptibly();
    String name = invocation.arguments().requiredText("name");
    return name.equals("refuse")
        ? Reply.Notice.refused(Problem.CONFLICT, RichText.of("That was done already."))
        : sample(invocation);
  }

  private Reply paint(Invocation invocation) {
    Image slow =
        Image.drawnBy(
            () -> {
              slowMayAnswer.acquireUninterruptibly();
              return new byte[] {1};
            },
            "slow.png",
            "Long in the making");
    return Reply.Card.titled("A picture").picture(slow).build();
  }

  private static Reply notice(String text) {
    return Reply.Notice.ok(RichText.of(text)).with(ReplyData.NONE);
  }
}
