package dev.cairn.platform.local.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.hr;
import static j2html.TagCreator.img;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Image;
import dev.cairn.chat.reply.RichText;
import j2html.tags.DomContent;
import java.util.List;

/** The blocks of a card as HTML. */
final class BlockHtml {
  private final RichTextHtml richText;
  private final PictureStore pictures;

  BlockHtml(RichTextHtml richText, PictureStore pictures) {
    this.richText = richText;
    this.pictures = pictures;
  }

  DomContent of(Block block) {
    return switch (block) {
      case Block.Text(RichText text) -> p(richText.of(text)).withClass("text");
      case Block.Items(List<RichText> items, boolean numbered) -> {
        DomContent lines = each(items, item -> li(richText.of(item)));
        yield numbered ? ol(lines) : ul(lines);
      }
      case Block.Fields(List<Block.Field> fields) ->
          dl(each(fields, field -> div(dt(field.label()), dd(richText.of(field.value())))))
              .withClass("fields");
      case Block.Table(List<String> header, List<List<String>> rows) -> rows(header, rows);
      case Block.Picture(Image image) ->
          img()
              .withClass("picture")
              .withSrc(pictures.keep(image))
              .withAlt(image.altText())
              .attr("loading", "lazy");
      case Block.Divider() -> hr();
      case Block.File file ->
          p(a(file.name()).withHref(pictures.keep(file)).attr("download", file.name()))
              .withClass("text");
      case Block.SourceLine(String name) -> p(Icon.SOURCE.draw(), span(name)).withClass("source");
    };
  }

  private static DomContent rows(List<String> header, List<List<String>> rows) {
    return div(table(
            thead(tr(each(header, name -> th(name).attr("scope", "col")))),
            tbody(each(rows, row -> tr(each(row, cell -> td(cell)))))))
        .withClass("table")
        .attr("role", "group")
        .attr("aria-label", "Table: " + String.join(", ", header))
        .attr("tabindex", "0");
  }
}
