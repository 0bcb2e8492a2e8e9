package dev.cairn.platform.discord.render;

import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import java.util.ArrayList;
import java.util.List;

/** Some lines of a message that belong together, drawn to fit the room there is. */
sealed interface TextLine {
  /** Shows that something was left out. */
  String ELLIPSIS = "…";

  /** Where a cut looks back for the end of a word, in characters. */
  int WORD = 24;

  /** The whole of it as markdown. */
  String markdown();

  /**
   * As much of it as fits, shortened visibly.
   *
   * @param room in characters of markdown
   * @return empty where nothing of use fits
   */
  String cut(int room);

  /**
   * One line of prose.
   *
   * @param marker markdown of ours before it: of a heading, a list item, small print
   * @param commands how commands in it are shown
   */
  record Prose(String marker, RichText text, CommandLinks commands) implements TextLine {
    @Override
    public String markdown() {
      return marker + DiscordMarkdown.line(text, commands);
    }

    @Override
    public String cut(int room) {
      int low = 0;
      int high = Math.min(room, length(text));
      while (low < high) {
        int middle = (low + high + 1) / 2;
        if (start(middle).length() <= room) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return low <= ELLIPSIS.length() ? "" : start(atWordEnd(low));
    }

    private String start(int length) {
      return marker + DiscordMarkdown.line(prefix(text, length).plain(ELLIPSIS), commands);
    }

    private int atWordEnd(int length) {
      String plain = plain(text);
      for (int i = length; i > Math.max(1, length - WORD); i--) {
        if (i < plain.length() && Character.isWhitespace(plain.charAt(i))) {
          return i;
        }
      }
      return length;
    }

    private static RichText prefix(RichText text, int length) {
      List<Span> kept = new ArrayList<>();
      int room = length;
      for (Span span : text.spans()) {
        String plain = plain(span);
        if (plain.length() <= room) {
          kept.add(span);
        } else {
          switch (span) {
            case Span.Plain(String words) -> kept.add(new Span.Plain(head(words, room)));
            case Span.Bold(String words) -> kept.add(new Span.Bold(head(words, room)));
            case Span.Code(String words) -> kept.add(new Span.Code(head(words, room)));
            case Span.Command command -> kept.add(new Span.Code(head(command.typed(), room)));
            // Half of these would be something else.
            case Span.Link link -> {}
            case Span.Mention mention -> {}
            case Span.Channel channel -> {}
            case Span.Moment moment -> {}
          }
          break;
        }
        room -= plain.length();
      }
      return new RichText(kept);
    }

    /** The first characters, without half of a surrogate pair. */
    private static String head(String text, int length) {
      return text.substring(
          0,
          length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static int length(RichText text) {
      return plain(text).length();
    }

    private static String plain(RichText text) {
      StringBuilder plain = new StringBuilder();
      text.spans().forEach(span -> plain.append(plain(span)));
      return plain.toString();
    }

    private static String plain(Span span) {
      return switch (span) {
        case Span.Plain(String words) -> words;
        case Span.Bold(String words) -> words;
        case Span.Code(String words) -> words;
        case Span.Command command -> command.typed();
        case Span.Link(String label, var target) -> label;
        case Span.Mention(var account) -> "@" + account.name();
        case Span.Channel(var platform, var channel) -> "#" + channel.name();
        case Span.Moment moment -> "t";
      };
    }
  }

  /** Lines of fixed width. */
  record Columns(List<String> lines) implements TextLine {
    public Columns {
      lines = List.copyOf(lines);
    }

    @Override
    public String markdown() {
      return DiscordMarkdown.codeBlock(lines);
    }

    @Override
    public String cut(int room) {
      for (int kept = lines.size() - 1; kept > 1; kept--) {
        List<String> shown = new ArrayList<>(lines.subList(0, kept));
        shown.add(ELLIPSIS + " " + (lines.size() - kept) + " more");
        String markdown = DiscordMarkdown.codeBlock(shown);
        if (markdown.length() <= room) {
          return markdown;
        }
      }
      return "";
    }
  }
}
