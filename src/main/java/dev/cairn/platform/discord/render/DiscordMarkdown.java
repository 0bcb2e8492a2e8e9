package dev.cairn.platform.discord.render;

import dev.cairn.chat.CommandName;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.platform.discord.api.Snowflake;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of rich text as Discord's markdown. Everything that members wrote is escaped: it can
 * format nothing, link nowhere and ping no one.
 */
final class DiscordMarkdown {
  /** Splits backticks that stand together, so that no run of them closes a fence. */
  private static final String ZERO_WIDTH_SPACE = "\u200b";

  private static final Pattern NEIGHBOURING_BACKTICKS = Pattern.compile("(?<=`)(?=`)");
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");
  private static final String ANYWHERE = "\\*_~`|[]<>@";
  private static final String AFTER_INDENT = "#-+";
  private static final Pattern INDENT = Pattern.compile("\\s*");
  private static final Pattern NUMBER_OF_ITEM = Pattern.compile("\\s*[0-9]+");

  /** All that may be markup, by where it stands. */
  private static final BitSet SUSPECTS = new BitSet();

  static {
    (ANYWHERE + AFTER_INDENT + ":.)").chars().forEach(SUSPECTS::set);
  }

  /** Indent and number of a list item; nobody numbers further. */
  private static final int LONGEST_MARKER = 40;

  private final StringBuilder out = new StringBuilder();

  /** What a reader sees of the line so far, without markup. */
  private final StringBuilder seen = new StringBuilder();

  private final CommandLinks commands;

  private DiscordMarkdown(CommandLinks commands) {
    this.commands = commands;
  }

  /** The lines of a text; no span of them holds a line break. */
  static List<RichText> lines(RichText text) {
    List<RichText> lines = new ArrayList<>();
    List<Span> line = new ArrayList<>();
    for (Span span : text.spans()) {
      List<Span> pieces = pieces(span);
      for (int i = 0; i < pieces.size(); i++) {
        if (i > 0) {
          lines.add(new RichText(line));
          line.clear();
        }
        line.add(pieces.get(i));
      }
    }
    lines.add(new RichText(line));
    return lines;
  }

  /** One line as markdown. */
  static String line(RichText line, CommandLinks commands) {
    DiscordMarkdown markdown = new DiscordMarkdown(commands);
    for (Span span : joined(line.spans())) {
      markdown.append(span);
    }
    return markdown.out.toString();
  }

  /** A fixed-width block. */
  static String codeBlock(List<String> lines) {
    return "```\n" + fenceless(String.join("\n", lines)) + "\n```";
  }

  private static List<Span> pieces(Span span) {
    return switch (span) {
      case Span.Plain(String text) -> split(text).<Span>map(Span.Plain::new).toList();
      case Span.Bold(String text) -> split(text).<Span>map(Span.Bold::new).toList();
      case Span.Code(String text) -> split(text).<Span>map(Span.Code::new).toList();
      case Span.Link(String label, URI target) -> List.of(new Span.Link(onOneLine(label), target));
      case Span.Command(CommandName name, String rest) ->
          List.of(new Span.Command(name, onOneLine(rest)));
      case Span.Mention mention -> List.of(mention);
      case Span.Channel channel -> List.of(channel);
      case Span.Moment moment -> List.of(moment);
    };
  }

  private static Stream<String> split(String text) {
    return Arrays.stream(LINE_BREAK.split(text, -1));
  }

  /** The text with a space for each line break. */
  static String onOneLine(String text) {
    return LINE_BREAK.matcher(text).replaceAll(" ");
  }

  /** Bold after bold is one bold: {@code **a****b**} would show its asterisks. */
  private static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans) {
      if (span instanceof Span.Bold(String text)
          && !joined.isEmpty()
          && joined.getLast() instanceof Span.Bold(String before)) {
        joined.set(joined.size() - 1, new Span.Bold(before + text));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  private void append(Span span) {
    switch (span) {
      case Span.Plain(String text) -> escaped(text);
      case Span.Bold(String text) -> bold(text);
      case Span.Code(String text) -> code(text);
      case Span.Command command -> raw(commands.markdown(command));
      case Span.Link(String label, URI target) -> link(label, target);
      case Span.Mention(var account) -> {
        if (account.platform() == Platform.DISCORD && Snowflake.isOne(account.user())) {
          raw("<@" + account.user() + ">");
        } else {
          escaped("@" + account.name());
        }
      }
      case Span.Channel(var platform, var channel) -> {
        if (platform == Platform.DISCORD && Snowflake.isOne(channel.id())) {
          raw("<#" + channel.id() + ">");
        } else {
          escaped("#" + channel.name());
        }
      }
      case Span.Moment(var at, Span.Moment.Style style) ->
          raw(
              "<t:"
                  + at.getEpochSecond()
                  + switch (style) {
                    case RELATIVE -> ":R>";
                    case DATE -> ":D>";
                    case DATE_TIME -> ":f>";
                  });
    }
  }

  private void raw(String markup) {
    out.append(markup);
    seen.append(markup);
  }

  private void bold(String text) {
    if (text.isBlank()) {
      escaped(text);
      return;
    }
    out.append("**");
    escaped(text);
    out.append("**");
  }

  private void code(String text) {
    if (text.isBlank()) {
      escaped(text);
    } else {
      raw(fixedWidth(text));
    }
  }

  /** Text of fixed width in a line; not blank. */
  static String fixedWidth(String text) {
    return text.indexOf('`') < 0 ? "`" + text + "`" : "`` " + fenceless(text) + " ``";
  }

  private static String fenceless(String text) {
    return NEIGHBOURING_BACKTICKS.matcher(text).replaceAll(ZERO_WIDTH_SPACE);
  }

  private void link(String label, URI target) {
    String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      escaped(label + " (" + target + ")");
      return;
    }
    String address = target.toASCIIString().replace("(", "%28").replace(")", "%29");
    if (label.isBlank() || label.equals(target.toString())) {
      raw("<" + address + ">");
    } else if (label.contains("://")) {
      // Discord shows a link whose label is an address as plain brackets, against phishing.
      escaped(label + " (");
      raw("<" + address + ">");
      escaped(")");
    } else {
      out.append('[');
      escaped(label);
      raw("](<" + address + ">)");
    }
  }

  private void escaped(String text) {
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SUSPECTS.get(c)) {
        out.append(text, copied, i);
        seen.append(text, copied, i);
        copied = i;
        if (isMarkup(text, i, c)) {
          out.append('\\');
        }
      }
    }
    out.append(text, copied, text.length());
    seen.append(text, copied, text.length());
  }

  private boolean isMarkup(String text, int i, char c) {
    if (ANYWHERE.indexOf(c) >= 0) {
      return true;
    }
    if (c == ':') {
      return text.startsWith("//", i + 1) || beforeColon();
    }
    if (AFTER_INDENT.indexOf(c) >= 0) {
      return lineSoFar(INDENT);
    }
    return (c == '.' || c == ')') && lineSoFar(NUMBER_OF_ITEM);
  }

  /**
   * Whether the colon is that of an address: {@code https\://} is shown as typed and is no link.
   * The slashes may come with the next span.
   */
  private boolean beforeColon() {
    String end = seen.substring(Math.max(0, seen.length() - 5)).toLowerCase(Locale.ROOT);
    return end.endsWith("http") || end.endsWith("https");
  }

  /** Whether the line up to here is of this form; a long one is not. */
  private boolean lineSoFar(Pattern form) {
    return seen.length() <= LONGEST_MARKER && form.matcher(seen).matches();
  }
}
