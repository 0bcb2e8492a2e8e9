package dev.cairn.platform.slack;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Image;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.platform.slack.render.PictureSource;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Replies of any shape and size, with hostile text in every place. Every text bears words that
 * occur nowhere else, so that one can see whether they were shown.
 */
public final class SlackRandomReplies {
  private static final String[] NOISE = {
    "*",
    "_",
    "~",
    "`",
    "<",
    ">",
    "&",
    "<!channel>",
    "<@U9>",
    ":smile:",
    "\n> ",
    "&amp;",
    "%26",
    "*bold*",
    "`code`",
    "日本語",
    "👩‍🚀",
    "\n",
    " ",
    "|",
    "\"",
    "http://x.example/",
    "@here"
  };

  private final RandomGenerator random;
  private final List<String> words = new ArrayList<>();

  public SlackRandomReplies(RandomGenerator random) {
    this.random = random;
  }

  /** The words that must be seen. */
  public List<String> words() {
    return words;
  }

  public PictureSource place(Image image) {
    return switch (image.png()[0] % 3) {
      case 0 -> new PictureSource.InWords();
      case 1 -> new PictureSource.Uploaded("F1");
      default -> new PictureSource.Served("https://cairn.example/" + image.fileName());
    };
  }

  public Reply reply() {
    return switch (random.nextInt(6)) {
      case 0 ->
          new Reply.Notice(
              random.nextBoolean() ? Problem.NOT_FOUND : null,
              rich(),
              null,
              controls(random.nextInt(3)),
              ReplyData.NONE);
      case 1 -> Reply.Notice.ok(rich()).with(new Control.FormButton("Fill in", form()));
      case 2 -> card();
      default -> card();
    };
  }

  private Reply.Card card() {
    CardBuilder card =
        Reply.Card.titled(text(random.nextInt(20) == 0 ? 400 : 60)).tone(any(Reply.Tone.values()));
    int blocks = random.nextInt(10) == 0 ? 120 : random.nextInt(8);
    for (int i = 0; i < blocks; i++) {
      card.block(block());
    }
    controls(random.nextInt(10) == 0 ? 60 : random.nextInt(5)).forEach(card::control);
    return card.build();
  }

  private Block block() {
    return switch (random.nextInt(8)) {
      case 0 ->
          new Block.Items(
              IntStream.range(0, 1 + random.nextInt(30)).mapToObj(i -> rich()).toList(),
              random.nextBoolean());
      case 1 ->
          new Block.Fields(
              IntStream.range(0, 1 + random.nextInt(25))
                  .mapToObj(i -> new Block.Field(text(30), rich()))
                  .toList());
      case 2 -> table();
      case 3 ->
          new Block.Picture(
              new Image("p.png", text(length()), new byte[] {(byte) random.nextInt(100)}));
      case 4 -> new Block.Divider();
      case 5 -> new Block.SourceLine(text(length()));
      default -> new Block.Text(rich());
    };
  }

  private Block table() {
    int columns = 1 + random.nextInt(random.nextInt(8) == 0 ? 25 : 5);
    int rows = random.nextInt(random.nextInt(8) == 0 ? 150 : 12);
    return new Block.Table(
        IntStream.range(0, columns).mapToObj(i -> word()).toList(),
        IntStream.range(0, rows)
            .mapToObj(r ->
                IntStream.range(0, columns)
                    .mapToObj(c -> random.nextInt(9) == 0 ? "" : word() + noise())
                    .toList())
            .toList());
  }

  private RichText rich() {
    RichText text = RichText.of(word());
    int spans = random.nextInt(6);
    for (int i = 0; i < spans; i++) {
      text =
          switch (random.nextInt(8)) {
            case 7 -> text.command("group join", text(length()));
            case 0 -> text.bold(text(length()));
            case 1 -> text.code(text(length()));
            case 2 ->
                text.link(text(30), URI.create("https://example.org/" + "p".repeat(length())));
            case 3 -> text.mention(new Account(Platform.SLACK, "T1", "U1", word() + noise()));
            case 4 ->
                text.moment(
                    Instant.ofEpochSecond(random.nextInt(2_000_000_000)),
                    any(Span.Moment.Style.values()));
            default -> text.plain(text(length()));
          };
    }
    return text;
  }

  private int length() {
    return random.nextInt(25) == 0 ? random.nextInt(9_000) : random.nextInt(80);
  }

  private List<Control> controls(int count) {
    List<Control> controls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      controls.add(control());
    }
    return controls;
  }

  private Control control() {
    Effect effect = random.nextBoolean() ? Effect.REPLY : Effect.UPDATE;
    Action action = Action.of("group show").with("name", "n" + random.nextInt(1000));
    return switch (random.nextInt(4)) {
      case 0 -> new Control.LinkButton(word(), URI.create("https://example.org/x?a=b&c=d"));
      case 1 ->
          new Control.Select(
              word(),
              action,
              "page",
              IntStream.range(0, 1 + random.nextInt(random.nextInt(5) == 0 ? 250 : 6))
                  .mapToObj(i -> new ChoiceValue("v" + i + "<&", word() + noise()))
                  .toList(),
              effect);
      case 2 -> new Control.FormButton(word(), form());
      default ->
          new Control.Button(
              word() + noise(),
              action.with("note", noise() + "x"),
              any(Control.Button.Style.values()),
              effect);
    };
  }

  private Form form() {
    return new Form(
        "f" + random.nextInt(1000), Action.of("done"), List.of("note", "minutes"), "Send");
  }

  private String text(int about) {
    StringBuilder text = new StringBuilder(word());
    while (text.length() < about) {
      text.append(random.nextInt(3) == 0 ? " " : "").append(noise());
      if (random.nextInt(4) == 0) {
        text.append(word());
      }
      if (random.nextInt(3) == 0) {
        text.append("lorem ipsum".repeat(random.nextInt(3)));
      }
    }
    return text.toString();
  }

  private <T> T any(T[] all) {
    return all[random.nextInt(all.length)];
  }

  private String noise() {
    return random.nextBoolean() ? "" : any(NOISE);
  }

  /** A word that is seen nowhere else, set apart by spaces so that none is cut in two. */
  private String word() {
    String word = "w" + words.size() + "w";
    words.add(word);
    return " " + word + " ";
  }
}
