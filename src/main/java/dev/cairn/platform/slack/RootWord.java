package dev.cairn.platform.slack;

import dev.cairn.chat.Block;
import dev.cairn.chat.Control;
import dev.cairn.chat.Reply;
import dev.cairn.chat.RichText;
import dev.cairn.chat.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The word of our one slash command. A reply names commands as {@code /topic}, which in Slack sets
 * a channel's topic, and {@code /done}, which is nothing there; who reads it in Slack is told what
 * to type: {@code /study topic}.
 */
final class RootWord {
  private final Pattern command;
  private final String before;

  /**
   * This word.
   *
   * @param word without the slash
   */
  RootWord(String word) {
    this.command = Pattern.compile("(?<!\\S)/(?=\\p{L})(?!" + Pattern.quote(word) + "(?!\\S))");
    this.before = Matcher.quoteReplacement("/" + word + " ");
  }

  /** The reply with this word before each command that it names. */
  Reply before(Reply reply) {
    return switch (reply) {
      case Reply.Card card -> before(card);
      case Reply.Notice notice -> before(notice);
    };
  }

  /** The card with this word before each command that it names. */
  Reply.Card before(Reply.Card card) {
    return new Reply.Card(
        before(card.title()),
        card.tone(),
        card.blocks().stream().map(this::before).toList(),
        controls(card.controls()),
        card.facts());
  }

  /** The notice with this word before each command that it names. */
  Reply.Notice before(Reply.Notice notice) {
    return new Reply.Notice(
        notice.problem(),
        before(notice.text()),
        notice.option(),
        controls(notice.controls()),
        notice.facts());
  }

  private Block before(Block block) {
    return switch (block) {
      case Block.Text(RichText text) -> new Block.Text(before(text));
      case Block.Items(List<RichText> items, boolean numbered) ->
          new Block.Items(items.stream().map(this::before).toList(), numbered);
      case Block.Fields(List<Block.Field> fields) ->
          new Block.Fields(
              fields.stream()
                  .map(field -> new Block.Field(field.label(), before(field.value())))
                  .toList());
      case Block.Table table -> table;
      case Block.Picture picture -> picture;
      case Block.Divider divider -> divider;
      case Block.SourceLine line -> line;
    };
  }

  private List<Control> controls(List<Control> controls) {
    return controls.stream().map(this::before).toList();
  }

  private Control before(Control control) {
    return switch (control) {
      case Control.Button(var label, var action, var style, var effect) ->
          new Control.Button(before(label), action, style, effect);
      case Control.LinkButton link -> link;
      case Control.Select select -> select;
      case Control.FormButton form -> form;
    };
  }

  private RichText before(RichText text) {
    return new RichText(text.spans().stream().map(this::before).toList());
  }

  /** Commands are what stands in code; anybody else's words do not, and stay as they are. */
  private Span before(Span span) {
    return span instanceof Span.Code(String text) ? new Span.Code(before(text)) : span;
  }

  private String before(String text) {
    return command.matcher(text).replaceAll(before);
  }
}
