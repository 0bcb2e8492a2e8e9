package dev.cairn.chat.reply;

import dev.cairn.chat.Account;
import dev.cairn.chat.Direction;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A reply as plain text: for terminals, logs and notifications. Nothing is left out; a picture is
 * told by its alt text.
 */
public final class PlainText {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Function<Span.Command, String> commands;

  private PlainText(Function<Span.Command, String> commands) {
    this.commands = commands;
  }

  /**
   * Plain text in which commands are written like this, where they are not typed as {@code /topic}.
   */
  public static PlainText writing(Function<Span.Command, String> commands) {
    return new PlainText(commands);
  }

  private static PlainText usual() {
    return new PlainText(Span.Command::typed);
  }

  /** The whole reply, its title first. Controls are not text and are not in it. */
  public static String of(Reply reply) {
    return usual().text(reply);
  }

  /** One block. */
  public static String of(Block block) {
    return usual().text(block);
  }

  /** A file by its name and size, where it cannot be had. */
  public static String told(Block.File file) {
    return "%s (%,d bytes)".formatted(file.name(), file.size());
  }

  /** Text without its emphasis. */
  public static String of(RichText text) {
    return usual().text(text);
  }

  /** The whole reply, its title first. */
  public String text(Reply reply) {
    return switch (reply) {
      case Reply.Card card -> text(card);
      case Reply.Notice notice -> text(notice.text());
    };
  }

  private String text(Reply.Card card) {
    List<String> parts = new ArrayList<>();
    parts.add(card.title());
    for (Block block : card.blocks()) {
      parts.add(text(block));
    }
    return String.join("\n\n", parts);
  }

  private String text(Block block) {
    return switch (block) {
      case Block.Text(RichText text) -> text(text);
      case Block.Items(List<RichText> items, boolean numbered) -> items(items, numbered);
      case Block.Fields(List<Block.Field> fields) ->
          String.join(
              "\n",
              fields.stream().map(field -> field.label() + ": " + text(field.value())).toList());
      case Block.Table table -> table(table);
      case Block.Picture(Image image) -> "[" + image.altText() + "]";
      case Block.Divider() -> "---";
      case Block.File file -> told(file);
      case Block.SourceLine(String name) -> "Source: " + name;
    };
  }

  /** Text without its emphasis. */
  public String text(RichText text) {
    StringBuilder plain = new StringBuilder();
    for (Span span : text.spans()) {
      plain.append(text(span));
    }
    return plain.toString();
  }

  private String text(Span span) {
    return switch (span) {
      case Span.Plain(String text) -> text;
      case Span.Bold(String text) -> text;
      case Span.Code(String text) -> text;
      case Span.Command command -> commands.apply(command);
      case Span.Link(String label, var target) ->
          label.equals(target.toString()) ? label : label + " (" + target + ")";
      case Span.Mention(Account account) -> "@" + account.name();
      case Span.Channel(var platform, var channel) -> "#" + channel.name();
      case Span.Moment(var at, Span.Moment.Style style) ->
          switch (style) {
            case DATE -> DATE.format(at);
            case DATE_TIME -> DATE_TIME.format(at);
            // It stands where "in 3 hours" would.
            case RELATIVE -> "on " + DATE_TIME.format(at);
          };
    };
  }

  private String items(List<RichText> items, boolean numbered) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      lines.add((numbered ? (i + 1) + ". " : "- ") + text(items.get(i)));
    }
    return String.join("\n", lines);
  }

  /** A table with its columns padded to one width, for fixed-width text. */
  public static String table(Block.Table table) {
    int[] widths = new int[table.header().size()];
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.header());
    lines.addAll(table.rows());
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Direction.width(line.get(i)));
      }
    }
    List<String> padded = new ArrayList<>();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = line.get(i);
        row.append(cell).repeat(' ', widths[i] - Direction.width(cell) + 2);
      }
      padded.add(row.toString().stripTrailing());
    }
    return String.join("\n", padded);
  }
}
