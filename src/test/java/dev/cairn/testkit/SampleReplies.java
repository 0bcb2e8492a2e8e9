package dev.cairn.testkit;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Image;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A reply of every kind, with every kind of block, span and control, as members will see them. */
public final class SampleReplies {
  /** A member of Discord. */
  public static final Account ON_DISCORD = new Account(Platform.DISCORD, "900", "1001", "Asha");

  /** A member of Slack. */
  public static final Account ON_SLACK = new Account(Platform.SLACK, "T1", "U1", "asha");

  public static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  public static final Image IMAGE =
      new Image("heatmap.png", "A heatmap of 30 days: 21 checked", new byte[] {1, 2, 3});
  public static final String HOSTILE =
      "<!channel> <@U999> *bold* _it_ ~no~ `code` & <http://evil.example|click> @here :bomb:\n"
          + "> quote";

  private SampleReplies() {}

  /**
   * The replies, by the name of their snapshot.
   *
   * @param member whom they mention
   */
  public static Map<String, Reply> all(Account member) {
    Map<String, Reply> all = new LinkedHashMap<>();
    all.put("topic", topic());
    all.put("lesson", lesson());
    all.put("check-in", checkIn(member));
    all.put("leaderboard", leaderboard());
    all.put("leaderboard-narrow", leaderboard("Asha", "Ben"));
    all.put("leaderboard-wide", leaderboard("Asha Venkataraman-Subramanian", "本田"));
    all.put("heatmap", heatmap());
    all.put("milestone", milestone());
    all.put("every-block", everyBlock());
    all.put("every-control", everyControl());
    all.put("controls", controls());
    all.put("lists", lists());
    all.put("hostile", hostile());
    all.put("hostile-note", hostileNote());
    all.put("files", files());
    all.put("too-long", tooLong());
    all.put("too-many-controls", tooManyControls());
    all.put("warning", warning());
    all.put("notice-ok", Reply.Notice.ok(RichText.of("Saved. Your days end at 04:00.")));
    all.put(
        "notice-refused",
        Reply.Notice.refused(
                Problem.BAD_OPTION,
                RichText.EMPTY.code("day").plain(" takes a whole number from 1 to 180."))
            .with(
                new Control.Button(
                    "Help", Action.of("help"), Control.Button.Style.SECONDARY, Effect.REPLY)));
    all.put(
        "notice-failed",
        Reply.Notice.refused(Problem.FAILED, RichText.of("Something broke: ").code("1f2e")));
    all.put(
        "ask",
        Reply.Notice.ok(RichText.of("Tell me about your day."))
            .with(new Control.FormButton(form().title(), form())));
    return all;
  }

  /** A topic, with everything that usually is in one. */
  public static Reply.Card topic() {
    return Reply.Card.titled("Day 12 · Linear regression")
        .text("Fit a line, and know when not to.")
        .paragraph("Why it matters", "Most forecasts begin here.")
        .numbered(List.of(RichText.of("Read the chapter"), RichText.of("Fit three lines")))
        .text(
            RichText.of("Next topic ")
                .moment(NOON, Span.Moment.Style.RELATIVE)
                .plain(", on ")
                .moment(NOON, Span.Moment.Style.DATE))
        .source("MLOps curriculum, unit 1")
        .primaryButton("Check in", Action.of("done"))
        .link("Read", URI.create("https://example.org/regression?a=1&b=2"))
        .control(new Control.FormButton("Check in with a note", form()))
        .build();
  }

  private static Reply.Card lesson() {
    return Reply.Card.titled("Day 12: Data drift")
        .text("A model is only as good as the data it meets.")
        .paragraph("Why it matters", "Yesterday's world is not today's.")
        .field("Track", "MLOps")
        .field("Minutes", RichText.EMPTY.code("25"))
        .text(
            RichText.of("Read ")
                .link("the guide", URI.create("https://example.org/a?b=1&c=2"))
                .plain(" before ")
                .moment(Instant.parse("2026-01-02T03:00:00Z"), Span.Moment.Style.DATE_TIME)
                .plain(", which is ")
                .moment(Instant.parse("2026-01-02T03:00:00Z"), Span.Moment.Style.RELATIVE)
                .plain("."))
        .divider()
        .source("Handbook, 3.2 Drift")
        .primaryButton("Check in", Action.of("done"))
        .link("Open", URI.create("https://example.org/guide"))
        .build();
  }

  private static Reply.Card checkIn(Account member) {
    return Reply.Card.titled("Checked in")
        .tone(Reply.Tone.GOOD)
        .field("Streak", "12 days")
        .field("Freezes", RichText.of("2").plain(" of 2"))
        .text(RichText.EMPTY.mention(member).plain(" wrote: read about drift"))
        .build();
  }

  private static Reply.Card leaderboard() {
    return Reply.Card.titled("Leaderboard")
        .block(
            new Block.Table(
                List.of("Rank", "Name", "Streak"),
                List.of(
                    List.of("1", "asha", "12"),
                    List.of("2", "bo & <co>", "7"),
                    List.of("2", "", "7"))))
        .updateButton("Next", Action.of("leaderboard").with("page", 2))
        .build();
  }

  private static Reply.Card leaderboard(String first, String second) {
    return Reply.Card.titled("Leaderboard")
        .block(
            new Block.Table(
                List.of("#", "Member", "Days"),
                List.of(List.of("1", first, "41"), List.of("2", second, "7"))))
        .updateButton("Groups", Action.of("leaderboard").with("of", "groups"))
        .control(
            new Control.Select(
                "Period",
                Action.of("leaderboard"),
                "period",
                List.of(new ChoiceValue("week", "This week"), new ChoiceValue("all", "All time")),
                Effect.UPDATE))
        .build();
  }

  private static Reply.Card heatmap() {
    return Reply.Card.titled("Your last 180 days")
        .picture(picture("heatmap", "A heatmap: 41 of the last 60 days checked.", 900, 200))
        .build();
  }

  private static Reply.Card milestone() {
    return Reply.Card.titled("30 days")
        .tone(Reply.Tone.CELEBRATION)
        .text("Thirty days in a row.")
        .picture(picture("badge", "A cairn of thirty stones.", 96, 96))
        .build();
  }

  private static Reply.Card everyBlock() {
    return Reply.Card.titled("Every block")
        .tone(Reply.Tone.WARNING)
        .text(
            RichText.of("Plain, ")
                .bold("bold")
                .plain(", ")
                .code("/done note:\"x\"")
                .plain(", ")
                .link("a link", URI.create("https://example.org/a_b(c)"))
                .plain(" and ")
                .moment(NOON, Span.Moment.Style.DATE_TIME)
                .plain("."))
        .items(List.of(RichText.of("one"), RichText.of("two\nlines"), RichText.of("three")))
        .divider()
        .field("Label", "value")
        .block(
            new Block.Table(
                List.of("Day", "Was"), List.of(List.of("Mon", "checked"), List.of("Tue", "rest"))))
        .picture(picture("one", "First.", 600, 300))
        .picture(picture("one", "Second, of the same name.", 600, 300))
        .divider()
        .source("DevOps to MLOps coursework, part 3")
        .build();
  }

  private static Reply.Card everyControl() {
    return Reply.Card.titled("Every control")
        .button("Secondary", Action.of("help"))
        .primaryButton("Primary", Action.of("done"))
        .control(
            new Control.Button(
                "Danger",
                Action.of("group disband").with("name", "Night owls"),
                Control.Button.Style.DANGER,
                Effect.REPLY))
        .updateButton("Page 2", Action.of("leaderboard").with("page", 2))
        .control(new Control.FormButton("Form", form()))
        .link("Link", URI.create("https://example.org/"))
        .control(
            new Control.Select(
                "A day of many",
                Action.of("topic"),
                "day",
                IntStream.rangeClosed(1, 30)
                    .mapToObj(day -> new ChoiceValue(Integer.toString(day), "Day " + day))
                    .toList(),
                Effect.REPLY))
        .build();
  }

  private static Reply.Card controls() {
    return Reply.Card.titled("Groups")
        .text("Pick one.")
        .control(
            new Control.Select(
                "Which group?",
                Action.of("group show"),
                "name",
                List.of(new ChoiceValue("owls", "Night owls"), new ChoiceValue("a&b", "A & B")),
                Effect.UPDATE))
        .control(
            new Control.Button(
                "Disband", Action.of("group disband"), Control.Button.Style.DANGER, Effect.REPLY))
        .control(new Control.FormButton(groupForm().title(), groupForm()))
        .build();
  }

  private static Reply.Card lists() {
    return Reply.Card.titled("The plan")
        .numbered(List.of(RichText.of("Read"), RichText.of("Write").bold(" well")))
        .items(List.of(RichText.EMPTY.code("/done").plain(" – check in")))
        .build();
  }

  private static Reply.Card hostile() {
    return Reply.Card.titled("Notes of <!channel>")
        .text(HOSTILE)
        .field("Note", HOSTILE)
        .items(List.of(RichText.of(HOSTILE), RichText.EMPTY.bold(HOSTILE)))
        .source(HOSTILE)
        .button("<!here> & *go*", Action.of("done").with("note", HOSTILE))
        .build();
  }

  private static Reply.Card hostileNote() {
    return Reply.Card.titled("# @everyone **look**")
        .text(
            "@everyone @here <@1001> <@&5> <#7> <:e:1> [free](https://evil.example)"
                + " https://evil.example\n"
                + "# big\n"
                + "-# small\n"
                + "> quote\n"
                + ">>> all\n"
                + "- item\n"
                + "1. one\n"
                + "2) two\n"
                + "||spoiler|| `code` ```block``` __u__ ~~s~~ *i* \\*")
        .items(List.of(RichText.of("# heading in a list"), RichText.of("")))
        .field("**l**", RichText.EMPTY.bold("a").bold("b*").code("`` x ` y"))
        .text(RichText.EMPTY.link("https://bank.example", URI.create("https://evil.example/")))
        .build();
  }

  private static Reply.Card files() {
    return Reply.Card.titled("Everything I keep about you")
        .text("Here it is twice.")
        .block(new Block.File("my-data.json", "application/json; charset=utf-8", "{}"))
        .block(new Block.File("my-data.csv", "text/csv; charset=utf-8", "record,number"))
        .text("That is all.")
        .build();
  }

  private static Reply.Card tooLong() {
    return Reply.Card.titled("Everything about drift")
        .text("It begins here. " + "Drift is a slow change of the world. ".repeat(150))
        .items(IntStream.range(0, 40).mapToObj(i -> RichText.of("Item number " + i)).toList())
        .button("More", Action.of("topic"))
        .build();
  }

  private static Reply.Card tooManyControls() {
    var card = Reply.Card.titled("Too many");
    for (int i = 0; i < 27; i++) {
      card.button("Day " + i, Action.of("topic").with("day", i));
    }
    return card.button("Long", Action.of("search").with("query", "word ".repeat(30).strip()))
        .build();
  }

  private static Reply.Card warning() {
    return Reply.Card.titled("Your streak is at risk")
        .tone(Reply.Tone.WARNING)
        .text("Check in before the day ends.")
        .build();
  }

  private static Form form() {
    return new Form(
        "Check in",
        Action.of("done").with("minutes", 30),
        List.of("note", "minutes", "link"),
        "Check in");
  }

  private static Form groupForm() {
    return new Form(
        "New group",
        Action.of("group create").with("name", "Night owls"),
        List.of("name"),
        "Create");
  }

  /** A picture of this size, in pixels. */
  public static Image picture(String name, String alt, int width, int height) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", bytes);
      return new Image(name + ".png", alt, bytes.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
