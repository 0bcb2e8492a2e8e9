package dev.cairn.platform.local;

import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Image;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.Reply.Tone;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.command.Command;
import dev.cairn.command.CommandObserver;
import dev.cairn.command.CommandRegistry;
import dev.cairn.command.CommandRouter;
import dev.cairn.command.Dialogue;
import dev.cairn.command.help.HelpCommand;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Commands that, together, use every kind of option, block, span, control, form, refusal and
 * failure.
 */
public final class LocalFixtureCommands {
  private static final List<String> TOPICS =
      List.of("Linear regression", "Logistic regression", "Decision trees", "Data drift");

  private LocalFixtureCommands() {}

  public static Dialogue dialogue() {
    AtomicReference<@Nullable CommandRegistry> registry = new AtomicReference<>();
    List<Command> commands = new ArrayList<>();
    commands.add(topic());
    commands.add(done());
    commands.add(streak());
    commands.add(gallery());
    commands.add(pages());
    commands.add(groupCreate());
    commands.add(groupShow());
    commands.add(remind());
    commands.add(everyType());
    commands.add(echo());
    commands.add(secret());
    commands.add(announce());
    commands.add(when());
    commands.add(crash());
    commands.add(new HelpCommand(() -> Objects.requireNonNull(registry.get())).command());
    CommandRegistry all = new CommandRegistry(commands);
    registry.set(all);
    return new Dialogue(new CommandRouter(all, Optional.empty(), CommandObserver.NONE));
  }

  private static Command topic() {
    Option<?> about =
        Option.optional("about", new OptionType.Text(80), "A topic by name")
            .suggesting((caller, typed) ->
                TOPICS.stream()
                    .filter(topic ->
                        topic.toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT)))
                    .map(topic -> new ChoiceValue(topic, topic))
                    .toList());
    Option<?> day = Option.optional("day", new OptionType.Whole(1, 180), "A day of the journey");
    return new Command(
        CommandSpec.open("topic", "Today's topic, or another one", about, day)
            .withExamples("topic", "topic day:12"),
        invocation -> {
          long number = invocation.arguments().whole("day").orElse(12L);
          return Reply.Card.titled(
                  "Day "
                      + number
                      + ": "
                      + invocation.arguments().text("about").orElse("Data drift"))
              .paragraph(
                  "Why it matters",
                  "A model that was right last year can be wrong today, and nobody tells you.")
              .text(
                  RichText.of("Afterwards you can tell ")
                      .bold("covariate")
                      .plain(" from ")
                      .bold("concept")
                      .plain(" drift, and measure one with ")
                      .code("scipy.stats.ks_2samp")
                      .plain("."))
              .items(
                  List.of(
                      RichText.of("Split a year of data by month"),
                      RichText.of("Compare each month with the first")))
              .field("Track", "Running models")
              .field("Tools", "Evidently, Prometheus")
              .source("Curriculum, unit 4")
              .primaryButton("Done for today", Action.of("done"))
              .updateButton("Next day", Action.of("topic").with("day", number + 1))
              .link("Read more", URI.create("https://example.org/drift"))
              .fact("day", number)
              .fact("source", java.util.Map.of("document", "curriculum.txt", "section", "Unit 4"))
              .build();
        });
  }

  private static Command done() {
    return new Command(
        CommandSpec.open(
                "done",
                "Check in for today",
                Option.optional("note", new OptionType.Text(500), "What you did"),
                Option.optional("minutes", new OptionType.Whole(1, 600), "How long it took"))
            .withExamples("done", "done note:\"read about drift\""),
        invocation ->
            Reply.Card.titled("Checked in")
                .tone(Tone.GOOD)
                .text(
                    RichText.EMPTY
                        .mention(invocation.caller().account())
                        .plain(" checked in: ")
                        .plain(invocation.arguments().text("note").orElse("no note")))
                .fact("counted", true)
                .fact("streak", 1)
                .build());
  }

  private static Command streak() {
    return new Command(
        CommandSpec.open(
                "streak",
                "How long somebody has kept going",
                Option.optional("member", new OptionType.Member(), "Whose streak"),
                Option.optional("why", new OptionType.Flag(), "Explain it day by day"))
            .privateWhenGiven("why"),
        invocation ->
            Reply.Card.titled("Streak")
                .tone(Tone.CELEBRATION)
                .text(
                    RichText.EMPTY
                        .mention(
                            invocation
                                .arguments()
                                .member("member")
                                .orElse(invocation.caller().account()))
                        .plain(" has kept going for ")
                        .bold("7 days")
                        .plain("."))
                .build());
  }

  private static Command gallery() {
    return new Command(
        CommandSpec.open("gallery", "Every kind of block"),
        invocation ->
            Reply.Card.titled("A gallery")
                .tone(Tone.WARNING)
                .text(
                    RichText.of("Plain, ")
                        .bold("bold")
                        .plain(", ")
                        .code("code")
                        .plain(", ")
                        .link("a link", URI.create("https://example.org/"))
                        .plain(", ")
                        .mention(invocation.caller().account())
                        .plain(", ")
                        .moment(invocation.at().plusSeconds(10_800), Span.Moment.Style.RELATIVE)
                        .plain(", ")
                        .moment(invocation.at(), Span.Moment.Style.DATE)
                        .plain(", ")
                        .moment(invocation.at(), Span.Moment.Style.DATE_TIME)
                        .plain(".\nA second line."))
                .numbered(List.of(RichText.of("First"), RichText.of("Second")))
                .divider()
                .block(
                    new dev.cairn.chat.reply.Block.Table(
                        List.of("Rank", "Name", "Days"),
                        List.of(List.of("1", "asha", "41"), List.of("2", "ben", "17"))))
                .picture(picture())
                .source("Coursework, part 1")
                .control(
                    new Control.Select(
                        "Another topic",
                        Action.of("topic"),
                        "about",
                        TOPICS.stream().map(topic -> new ChoiceValue(topic, topic)).toList(),
                        Effect.REPLY))
                .control(
                    new Control.Button(
                        "Crash", Action.of("crash"), Control.Button.Style.DANGER, Effect.REPLY))
                .build());
  }

  private static Command pages() {
    return new Command(
        CommandSpec.open(
            "pages",
            "A card that turns its pages in place",
            Option.hidden("page", new OptionType.Whole(1, 9), "Which page")),
        invocation -> {
          long page = invocation.arguments().whole("page").orElse(1L);
          return Reply.Card.titled("Page " + page)
              .text("There are nine pages.")
              .updateButton("Next page", Action.of("pages").with("page", page % 9 + 1))
              .control(
                  new Control.Select(
                      "Go to page",
                      Action.of("pages"),
                      "page",
                      List.of(
                          new ChoiceValue("1", "First page"), new ChoiceValue("9", "Last page")),
                      Effect.UPDATE))
              .build();
        });
  }

  private static Command groupCreate() {
    return new Command(
        CommandSpec.open(
                "group create",
                "Start a group",
                Option.required("name", new OptionType.Text(40), "What the group is called"))
            .withExamples("group create \"Night owls\""),
        invocation -> {
          String name = invocation.arguments().requiredText("name");
          if (name.equalsIgnoreCase("taken")) {
            throw Refusal.of(Problem.CONFLICT, "There is a group of that name already.");
          }
          return Reply.Notice.ok(
              RichText.of("The group ").then(RichText.EMPTY.bold(name)).plain(" is yours."));
        });
  }

  private static Command groupShow() {
    return new Command(
        CommandSpec.personal("group show", "Your group"),
        invocation ->
            Reply.Notice.ok(RichText.of("You are in no group."))
                .with(
                    new Control.FormButton(
                        "Start a group",
                        new Form(
                            "Start a group",
                            Action.of("group create"),
                            List.of("name"),
                            "Create"))));
  }

  private static Command remind() {
    Option<?> day = Option.required("day", new OptionType.Date(), "On which day");
    Option<?> note = Option.required("note", new OptionType.Text(300), "What to remind you of");
    Option<?> minutes =
        Option.optional("minutes", new OptionType.Whole(5, 120), "How long it takes");
    return new Command(
        CommandSpec.personal(
                "remind",
                "Ask for a reminder",
                Option.optional("ask", new OptionType.Flag(), "Ask with a form"),
                Option.optional("day", day.type(), day.description()),
                Option.optional("note", note.type(), note.description()),
                minutes)
            .withExamples("remind"),
        LocalFixtureCommands::remind);
  }

  private static Reply remind(Invocation invocation) {
    if (!invocation.arguments().has("day")) {
      return Reply.Notice.ok(RichText.of("Say when, and of what."))
          .with(
              new Control.FormButton(
                  "A reminder",
                  new Form(
                      "A reminder",
                      Action.of("remind").with("day", "2026-03-01"),
                      List.of("day", "note", "minutes"),
                      "Remind me")));
    }
    String note = invocation.arguments().text("note").orElse("");
    if (note.length() < 5) {
      throw Refusal.badOption("note", "Tell me a little more than “" + note + "”.");
    }
    return Reply.Notice.ok(
        RichText.of("On " + invocation.arguments().date("day").orElseThrow() + ": " + note));
  }

  private static Command everyType() {
    List<Option<?>> options =
        List.of(
            Option.optional("text", new OptionType.Text(300), "Some words"),
            Option.optional("number", new OptionType.Whole(1, 10), "A number"),
            Option.optional("color", OptionType.Choice.of("red", "green"), "A color"),
            Option.optional("flag", new OptionType.Flag(), "Yes or no"),
            Option.optional("date", new OptionType.Date(), "A date"),
            Option.optional("member", new OptionType.Member(), "A member"),
            Option.optional("channel", new OptionType.Channel(), "A channel"),
            Option.optional("url", new OptionType.Url(), "An address"));
    return new Command(
        CommandSpec.personal("types", "Every type of option", options.toArray(Option[]::new)),
        invocation -> {
          if (invocation.arguments().values().isEmpty()) {
            return Reply.Notice.ok(RichText.of("Two forms."))
                .with(
                    form("Words and numbers", "text", "number", "color", "flag"),
                    form("Places and people", "date", "member", "channel", "url"));
          }
          var card = Reply.Card.titled("What was given");
          invocation.arguments().values().forEach((name, value) -> card.field(name, value.typed()));
          return card.build();
        });
  }

  private static Control form(String title, String... asked) {
    return new Control.FormButton(
        title, new Form(title, Action.of("types"), List.of(asked), "Send"));
  }

  private static Command echo() {
    return new Command(
        CommandSpec.open(
            "echo",
            "Say it back",
            Option.required("text", new OptionType.Text(500), "What to say")),
        invocation -> {
          String text = invocation.arguments().requiredText("text");
          return Reply.Card.titled(text)
              .text(RichText.of(text).bold(text).code(text))
              .button(text, Action.of("echo").with("text", text))
              .build();
        });
  }

  private static Command secret() {
    return new Command(
        CommandSpec.personal("secret", "For your eyes only"),
        invocation -> Reply.Notice.ok(RichText.of("The cairn is by the lake.")));
  }

  private static Command announce() {
    return new Command(
        CommandSpec.moderation("announce", "Tell everyone", Audience.EVERYONE),
        invocation -> Reply.Notice.ok(RichText.of("Announced.")));
  }

  private static Command when() {
    return new Command(
        CommandSpec.open("when", "The clock"),
        invocation ->
            Reply.Notice.ok(RichText.of("It is " + invocation.at()))
                .with(
                    ReplyData.NONE
                        .with("id", invocation.id())
                        .with("instant", invocation.at())
                        .with("days", List.of(1, 2L))));
  }

  private static Command crash() {
    return new Command(
        CommandSpec.open("crash", "Fail"),
        invocation -> {
          throw new IllegalStateException("planted");
        });
  }

  /** A small picture of bars. */
  public static Image picture() {
    BufferedImage image = new BufferedImage(320, 120, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(0xF4F1EA));
    graphics.fillRect(0, 0, 320, 120);
    graphics.setColor(new Color(0x5B7F6B));
    for (int i = 0; i < 12; i++) {
      graphics.fillRect(14 + i * 25, 100 - i * 7, 18, 10 + i * 7);
    }
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Image(
        "bars.png", "Twelve bars, each higher than the one before", bytes.toByteArray());
  }
}
