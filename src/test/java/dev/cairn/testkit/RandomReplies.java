package dev.cairn.testkit;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType.ChoiceValue;
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
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Replies of any shape and size, with hostile text in every place, the same for the same seed.
 * Every text bears words that occur nowhere else, so that one can see whether they were shown.
 */
public final class RandomReplies {
  /** Markup of either platform, what looks like it, and other scripts. */
  private static final List<String> NOISE =
      List.of(
          "drift",
          "a",
          "Zürich",
          "本田",
          "日本語",
          "👩‍🚀",
          "*",
          "**",
          "*bold*",
          "_",
          "~",
          "~~",
          "`",
          "```",
          "`code`",
          "|",
          "||",
          "#",
          "-#",
          ">",
          ">>>",
          "<",
          "&",
          "-",
          "1.",
          "2)",
          "\n> ",
          "\n",
          " ",
          "@everyone",
          "@here",
          "<@1002>",
          "<@U9>",
          "<#7>",
          "<t:x:R>",
          "<!channel>",
          ":smile:",
          "&amp;",
          "%26",
          "[x](https://evil.example)",
          "https://a_b.example/c_d",
          "http://x.example/",
          "http:",
          "\\",
          "\"",
          "{}",
          "(",
          ")");

  private final Random random;
  private final Account mentioned;
  private final int longestValue;
  private final List<String> words = new ArrayList<>();

  /**
   * @param mentioned whoever is mentioned, by a name of any kind
   * @param longestValue of a choice, in characters
   */
  public RandomReplies(long seed, Account mentioned, int longestValue) {
    random = new Random(seed);
    this.mentioned = mentioned;
    this.longestValue = longestValue;
  }

  /** The words that must be seen. */
  public List<String> words() {
    return words;
  }

  public Reply reply() {
    return switch (random.nextInt(6)) {
      case 0 ->
          new Reply.Notice(
              random.nextBoolean() ? null : any(Problem.values()),
              rich(),
              null,
              controls(),
              ReplyData.NONE);
      case 1 -> Reply.Notice.ok(rich()).with(new Control.FormButton(label(1), form()));
      default -> card();
    };
  }

  private Reply.Card card() {
    CardBuilder card =
        Reply.Card.titled(text(random.nextInt(20) == 0 ? 400 : 60)).tone(any(Reply.Tone.values()));
    many(random.nextInt(10) == 0 ? 120 : 18, this::block).forEach(card::block);
    controls().forEach(card::control);
    return card.build();
  }

  /** Something to do, with whatever it is to be done with. */
  public Action action() {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      arguments.put(name(), noise(1 + random.nextInt(5)).replace("\n", ""));
    }
    return new Action(new CommandName(name(), random.nextBoolean() ? null : name()), arguments);
  }

  /** A form that asks up to five things. */
  public Form form() {
    return new Form(
        "f" + cut(noise(2), 23),
        action(),
        IntStream.rangeClosed(0, random.nextInt(5))
            .mapToObj(i -> "option" + "abcde".charAt(i))
            .toList(),
        "Send");
  }

  private Block block() {
    return switch (random.nextInt(8)) {
      case 0 -> new Block.Items(some(30, this::rich), random.nextBoolean());
      case 1 -> new Block.Fields(some(25, () -> new Block.Field(label(2), rich())));
      case 2 -> table();
      case 3 -> new Block.Picture(image());
      case 4 -> new Block.Divider();
      case 5 -> new Block.SourceLine(text(length()));
      default -> new Block.Text(rich());
    };
  }

  private Block table() {
    int columns = 1 + random.nextInt(random.nextInt(8) == 0 ? 25 : 5);
    Supplier<List<String>> row =
        () ->
            IntStream.range(0, columns)
                .mapToObj(i -> random.nextInt(9) == 0 ? "" : label(random.nextInt(3)))
                .toList();
    return new Block.Table(
        IntStream.range(0, columns).mapToObj(i -> label(0)).toList(),
        many(random.nextInt(8) == 0 ? 150 : 12, row));
  }

  private Image image() {
    int side = random.nextBoolean() ? 64 : 640;
    return SampleReplies.picture(any(new String[] {"a", "b", "c"}), text(length()), side, side);
  }

  private RichText rich() {
    RichText text = RichText.of(word());
    for (int spans = random.nextInt(6); spans > 0; spans--) {
      text =
          switch (random.nextInt(8)) {
            case 0 -> text.bold(text(length()));
            case 1 -> text.code(text(length()));
            case 2 -> text.link(text(length()), link(length()));
            case 3 -> text.mention(mentioned(label(3)));
            case 4 ->
                text.moment(
                    Instant.ofEpochSecond(random.nextInt(2_000_000_000)),
                    any(Span.Moment.Style.values()));
            case 5 -> text.command("group join", text(length()).replace("\\", ""));
            default -> text.plain(text(length()));
          };
    }
    return text;
  }

  private Account mentioned(String name) {
    return new Account(mentioned.platform(), mentioned.community(), mentioned.user(), name);
  }

  private URI link(int length) {
    return URI.create("https://example.org/" + "x".repeat(length) + "?q=" + random.nextInt(1000));
  }

  private int length() {
    return random.nextInt(25) == 0 ? random.nextInt(9_000) : random.nextInt(80);
  }

  private List<Control> controls() {
    return many(random.nextInt(5) == 0 ? 60 : 5, this::control);
  }

  private Control control() {
    String label = label(random.nextInt(10) == 0 ? 40 : 2);
    return switch (random.nextInt(5)) {
      case 0 -> new Control.LinkButton(label, link(random.nextInt(20) == 0 ? 600 : 9));
      case 1 ->
          new Control.Select(
              label,
              action(),
              "option",
              IntStream.rangeClosed(0, random.nextInt(random.nextInt(10) == 0 ? 250 : 30))
                  .mapToObj(i ->
                      new ChoiceValue(i + cut(noise(20), longestValue), label(random.nextInt(30))))
                  .toList(),
              any(Effect.values()));
      case 2 -> new Control.FormButton(label, form());
      default ->
          new Control.Button(
              label, action(), any(Control.Button.Style.values()), any(Effect.values()));
    };
  }

  /** A text of about this length, with words of its own in it. */
  private String text(int about) {
    StringBuilder text = new StringBuilder(word());
    while (text.length() < about) {
      text.append(random.nextInt(3) == 0 ? " " : "").append(noise(1));
      if (random.nextInt(4) == 0) {
        text.append(word());
      }
      if (random.nextInt(3) == 0) {
        text.append("lorem ipsum".repeat(random.nextInt(3)));
      }
    }
    return text.toString();
  }

  /** A text whose word stands at its beginning, where whatever is cut off ends too late for it. */
  private String label(int pieces) {
    return word() + noise(pieces);
  }

  private String noise(int pieces) {
    return IntStream.range(0, pieces)
        .mapToObj(i ->
            NOISE.get(random.nextInt(NOISE.size()))
                + (random.nextInt(3) == 0 ? random.nextInt(100) : ""))
        .collect(Collectors.joining(random.nextInt(9) == 0 ? "" : " "));
  }

  private String cut(String text, int longest) {
    int end = Math.min(text.length(), random.nextInt(longest + 1));
    boolean inCharacter = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, inCharacter ? end - 1 : end);
  }

  private String name() {
    return any(new String[] {"topic", "done", "of", "page", "group", "name", "create"});
  }

  /** A word that is seen nowhere else, set apart by spaces so that none is cut in two. */
  private String word() {
    String word = "w" + words.size() + "w";
    words.add(word);
    return " " + word + " ";
  }

  private <T> List<T> some(int most, Supplier<? extends T> one) {
    List<T> all = new ArrayList<>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      all.add(one.get());
    }
    return all;
  }

  private <T> List<T> many(int most, Supplier<? extends T> one) {
    return random.nextInt(most + 1) == 0 ? List.of() : some(most, one);
  }

  private <T> T any(T[] all) {
    return all[random.nextInt(all.length)];
  }
}
