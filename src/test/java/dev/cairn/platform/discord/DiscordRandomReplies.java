package dev.cairn.platform.discord;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandName;
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
import dev.cairn.chat.reply.RichText;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Replies of any size and any text, the same for the same seed. */
public final class DiscordRandomReplies {
  private static final List<String> PIECES =
      List.of(
          "drift",
          "model",
          "a",
          "Zürich",
          "本田",
          "👩‍🚀",
          "*",
          "**",
          "_",
          "`",
          "```",
          "~~",
          "||",
          "#",
          "-#",
          ">",
          ">>>",
          "-",
          "1.",
          "2)",
          "@everyone",
          "@here",
          "<@1002>",
          "<#7>",
          "<t:x:R>",
          "[x](https://evil.example)",
          "https://a_b.example/c_d",
          "http:",
          "\\",
          "\"",
          "{}",
          "(",
          ")");

  private final Random random;

  public DiscordRandomReplies(long seed) {
    random = new Random(seed);
  }

  public Reply reply() {
    return switch (random.nextInt(6)) {
      case 0 -> card();
      case 1 ->
          new Reply.Notice(
              random.nextBoolean() ? null : pick(Problem.values()),
              text(),
              null,
              controls(),
              dev.cairn.chat.reply.ReplyData.NONE);
      case 2 -> Reply.Notice.ok(text()).with(new Control.FormButton("Fill in", form()));
      default -> card();
    };
  }

  Reply.Card card() {
    CardBuilder card =
        Reply.Card.titled(words(1 + random.nextInt(8))).tone(pick(Reply.Tone.values()));
    many(18, this::block).forEach(card::block);
    controls().forEach(card::control);
    return card.build();
  }

  Action action() {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      arguments.put(word(), words(1 + random.nextInt(5)));
    }
    return new Action(new CommandName(word(), random.nextBoolean() ? null : word()), arguments);
  }

  Form form() {
    return new Form(
        cut(words(2), 24),
        action(),
        IntStream.rangeClosed(0, random.nextInt(5))
            .mapToObj(i -> "option" + "abcde".charAt(i))
            .toList(),
        "Send");
  }

  private Block block() {
    return switch (random.nextInt(8)) {
      case 0 -> new Block.Items(many(12, this::text), random.nextBoolean());
      case 1 -> new Block.Fields(many(6, () -> new Block.Field(words(2), text())));
      case 2 -> table();
      case 3 -> new Block.Picture(image());
      case 4 -> new Block.Divider();
      case 5 -> new Block.SourceLine(words(3));
      default -> new Block.Text(text());
    };
  }

  private Block.Table table() {
    int columns = 1 + random.nextInt(4);
    Supplier<List<String>> row =
        () -> IntStream.range(0, columns).mapToObj(i -> words(1 + random.nextInt(3))).toList();
    return new Block.Table(row.get(), many(30, row));
  }

  private Image image() {
    int side = random.nextBoolean() ? 64 : 640;
    String alt = random.nextInt(8) == 0 ? words(400) : words(random.nextInt(6));
    return DiscordSampleReplies.picture(pick(new String[] {"a", "b", "c"}), alt, side, side);
  }

  private List<Control> controls() {
    return random.nextInt(4) == 0 ? many(40, this::control) : many(5, this::control);
  }

  private Control control() {
    String label = random.nextInt(10) == 0 ? words(40) : words(2);
    return switch (random.nextInt(5)) {
      case 0 -> new Control.LinkButton(label, link());
      case 1 ->
          new Control.Select(
              words(random.nextInt(60)),
              action(),
              "option",
              IntStream.rangeClosed(0, random.nextInt(random.nextInt(10) == 0 ? 200 : 30))
                  .mapToObj(i ->
                      new ChoiceValue(i + words(random.nextInt(20)), words(1 + random.nextInt(30))))
                  .toList(),
              pick(Effect.values()));
      case 2 -> new Control.FormButton(label, form());
      default ->
          new Control.Button(
              label, action(), pick(Control.Button.Style.values()), pick(Effect.values()));
    };
  }

  private RichText text() {
    RichText text = RichText.EMPTY;
    for (int spans = random.nextInt(6); spans > 0; spans--) {
      String words =
          words(random.nextInt(random.nextInt(30) == 0 ? 900 : 12))
              + (random.nextInt(6) == 0 ? "\n" : "");
      text =
          switch (random.nextInt(7)) {
            case 6 -> text.command("group join", words.replace("\\", ""));
            case 0 -> text.bold(words);
            case 1 -> text.code(words);
            case 2 -> text.link(words, link());
            case 3 -> text.mention(new Account(Platform.LOCAL, "lab", "u", words));
            default -> text.plain(words);
          };
    }
    return text;
  }

  private URI link() {
    return URI.create(
        "https://example.org/"
            + "x".repeat(random.nextInt(20) == 0 ? 600 : 9)
            + "?q="
            + random.nextInt(1000));
  }

  private String words(int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            PIECES.get(random.nextInt(PIECES.size()))
                + (random.nextInt(3) == 0 ? random.nextInt(100) : ""))
        .collect(Collectors.joining(random.nextInt(9) == 0 ? "" : " "));
  }

  private String word() {
    return pick(new String[] {"topic", "done", "of", "page", "group", "name", "create"});
  }

  private <T> List<T> many(int most, Supplier<? extends T> one) {
    List<T> all = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      all.add(one.get());
    }
    return all;
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }
}
