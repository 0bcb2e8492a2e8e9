package dev.cairn.platform.local.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.li;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.ul;

import dev.cairn.chat.Action;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.Control;
import j2html.tags.DomContent;
import j2html.tags.specialized.ButtonTag;
import j2html.tags.specialized.UlTag;
import java.util.List;
import java.util.Locale;

/** The controls under a message as HTML. Each knows which of the message's offers it is. */
final class ControlHtml {
  private final long messageId;
  private int offers;

  private ControlHtml(long messageId) {
    this.messageId = messageId;
  }

  /** All controls of a message; nothing where there are none. */
  static DomContent of(long messageId, List<Control> controls) {
    ControlHtml html = new ControlHtml(messageId);
    return div().withClass("controls").with(controls.stream().map(html::of).toList());
  }

  private DomContent of(Control control) {
    return switch (control) {
      case Control.Button button ->
          press(button.label(), button.action())
              .withClass("button " + button.style().name().toLowerCase(Locale.ROOT));
      case Control.LinkButton(String label, var target) ->
          RichTextHtml.isWeb(target)
              ? a(span(label), Icon.EXTERNAL.draw())
                  .withClass("button link")
                  .withHref(target.toString())
                  .withTarget("_blank")
                  .withRel("noopener noreferrer")
              : span(label + " (" + target + ")");
      case Control.Select select -> select(select);
      case Control.FormButton(String label, var form) ->
          press(label, form.action()).withClass("button secondary").attr("aria-haspopup", "dialog");
    };
  }

  private DomContent select(Control.Select select) {
    UlTag entries = ul();
    for (ChoiceValue entry : select.entries()) {
      Action action = select.action().with(select.option(), entry.value());
      entries.with(li(press(entry.label(), action).withClass("entry")));
    }
    return details(
            summary(span(select.placeholder()), Icon.CHEVRON.draw()).withClass("button secondary"),
            entries)
        .withClass("menu")
        .attr("name", "menu");
  }

  private ButtonTag press(String label, Action action) {
    return button(label)
        .withType("button")
        .attr("hx-post", "/press/" + messageId + "/" + offers++)
        .withName("action")
        .withValue(action.toString());
  }
}
