package dev.cairn.platform.slack;

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
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A reply of every kind, with every kind of block, span and control. */
public final class SlackSampleReplies {
  public static final Account ASHA = new Account(Platform.SLACK, "T1", "U1", "asha");
  public static final Image IMAGE =
      new Image("heatmap.png", "A heatmap of 30 days: 21 checked", new byte[] {1, 2, 3});
  public static final String HOSTILE =
      "<!channel> <@U999> *bold* _it_ ~no~ `code` & <http://evil.example|click> @here :bomb:\n"
          + "> quote";

  private SlackSampleReplies() {}

  public static Map<String, Reply> all() {
    Map<String, Reply> all = new LinkedHashMap<>();
    all.put("topic", topic());
    all.put("checked-in", checkedIn());
    all.put("hostile", hostile());
    all.put("leaderboard", leaderboard());
    all.put("lists", lists());
    all.put("picture", Reply.Card.titled("Your month").picture(IMAGE).build());
    all.put("controls", controls());
    all.put("milestone", milestone());
    all.put("warning", warning());
    all.put("notice-ok", Reply.Notice.ok(RichText.of("Saved.")));
    all.put("notice-refused", refused());
    all.put("ask", ask());
    return all;
  }

  private static Reply.Card topic() {
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

  private static Reply.Card checkedIn() {
    return Reply.Card.titled("Checked in")
        .tone(Reply.Tone.GOOD)
        .text(RichText.EMPTY.mention(ASHA).plain(" is on ").bold("12").plain(" days."))
        .field("Streak", "12")
        .field("Freezes", "1")
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

  static Reply.Card leaderboard() {
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

  private static Reply.Card lists() {
    return Reply.Card.titled("The plan")
        .numbered(List.of(RichText.of("Read"), RichText.of("Write").bold(" well")))
        .items(List.of(RichText.EMPTY.code("/done").plain(" – check in")))
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
        .control(new Control.FormButton("New group", form()))
        .build();
  }

  private static Reply.Card milestone() {
    return Reply.Card.titled("100 posts")
        .tone(Reply.Tone.CELEBRATION)
        .text("This community has written 100 posts.")
        .build();
  }

  private static Reply.Card warning() {
    return Reply.Card.titled("Your streak is at risk")
        .tone(Reply.Tone.WARNING)
        .text("Check in before the day ends.")
        .build();
  }

  private static Reply.Notice refused() {
    return Reply.Notice.refused(
            Problem.UNKNOWN_COMMAND,
            RichText.of("There is no command ")
                .code("/topik")
                .plain(". Did you mean ")
                .code("/topic")
                .plain("?"))
        .with(
            new Control.Button(
                "Help", Action.of("help"), Control.Button.Style.SECONDARY, Effect.REPLY));
  }

  private static Reply.Notice ask() {
    return Reply.Notice.ok(RichText.of("Tell me about the group."))
        .with(new Control.FormButton(form().title(), form()));
  }

  static Form form() {
    return new Form(
        "New group",
        Action.of("group create").with("name", "Night owls"),
        List.of("name"),
        "Create");
  }
}
