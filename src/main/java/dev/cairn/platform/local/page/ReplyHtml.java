package dev.cairn.platform.local.page;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A reply as HTML. */
final class ReplyHtml {
  private final RichTextHtml richText;
  private final BlockHtml blocks;

  ReplyHtml(RichTextHtml richText, PictureStore pictures) {
    this.richText = richText;
    this.blocks = new BlockHtml(richText, pictures);
  }

  DomContent of(long messageId, Reply reply) {
    return switch (reply) {
      case Reply.Card card -> card(messageId, card);
      case Reply.Notice notice ->
          div(p(richText.of(notice.text())).withClass("text"))
              .withClass("notice " + mood(notice.problem()))
              .with(controls(messageId, notice.controls()));
    };
  }

  private DomContent card(long messageId, Reply.Card card) {
    return section(h3(card.title()), each(card.blocks(), blocks::of))
        .withClass("card " + card.tone().name().toLowerCase(Locale.ROOT))
        .with(controls(messageId, card.controls()));
  }

  private static DomContent controls(long messageId, List<Control> controls) {
    return iff(!controls.isEmpty(), ControlHtml.of(messageId, controls));
  }

  private static String mood(@Nullable Problem problem) {
    if (problem == null) {
      return "done";
    }
    return problem == Problem.FAILED ? "failed" : "refused";
  }
}
