package dev.cairn.platform.local.page;

import static j2html.TagCreator.button;
import static j2html.TagCreator.datalist;
import static j2html.TagCreator.dialog;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.select;
import static j2html.TagCreator.span;
import static j2html.TagCreator.textarea;

import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.platform.local.playground.Completer;
import dev.cairn.platform.local.playground.Outcome;
import dev.cairn.platform.local.playground.Outcome.Asked;
import dev.cairn.platform.local.playground.Viewpoint;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import j2html.tags.Tag;
import j2html.tags.specialized.DialogTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A form as a dialog: one input for each option that is asked for, fit for its type. */
final class FormHtml {
  /** Before the name of an option in the name of its field. */
  static final String FIELD = "option-";

  private static final int LONG_TEXT = 120;

  private final RichTextHtml richText;
  private final Completer completer;
  private final Viewpoint from;

  FormHtml(RichTextHtml richText, Completer completer, Viewpoint from) {
    this.richText = richText;
    this.completer = completer;
    this.from = from;
  }

  DialogTag of(Asked asked) {
    return dialog(
            form(
                    head(asked.form().title()),
                    iff(
                        asked.mistake() != null && asked.mistake().option() == null,
                        error(asked, "form-error")),
                    each(asked.form().asked(), name -> field(asked, name)),
                    div(
                            button("Cancel")
                                .withType("button")
                                .withClass("button secondary")
                                .attr("data-closes", "dialog"),
                            button(asked.form().submitLabel())
                                .withType("submit")
                                .withClass("button primary"))
                        .withClass("actions"))
                .attr("hx-post", "/forms/" + asked.id())
                .attr("novalidate"))
        .attr("aria-labelledby", "form-title");
  }

  /** What stands above the fields of a dialog: its title, and what closes it. */
  static DomContent head(String title) {
    return div(
            h2(title).withId("form-title"),
            button(Icon.CLOSE.draw())
                .withType("button")
                .withClass("close")
                .attr("data-closes", "dialog")
                .attr("aria-label", "Close"))
        .withClass("head");
  }

  private DomContent field(Asked asked, String name) {
    Option<?> option = asked.spec().option(name).orElseThrow();
    String id = "field-" + name;
    boolean wrong = asked.mistake() != null && name.equals(asked.mistake().option());
    Tag<?> input = widget(option, id, asked.values().getOrDefault(name, ""));
    input.withId(id).attr("name", FIELD + name).attr("aria-describedby", id + "-hint");
    if (option.required()) {
      input.attr("aria-required", "true");
    }
    if (wrong || (asked.mistake() == null && name.equals(asked.form().asked().getFirst()))) {
      input.attr("autofocus");
    }
    if (wrong) {
      input.attr("aria-invalid", "true").attr("aria-describedby", id + "-error");
    }
    return div(
            label(
                    span(option.label()).withClass("option"),
                    iff(!option.required(), span("optional").withClass("badge")))
                .withFor(id),
            p(option.description()).withClass("hint").withId(id + "-hint"),
            input,
            iff(wrong, error(asked, id + "-error")),
            suggestions(option, id))
        .withClass("field");
  }

  private DomContent error(Asked asked, String id) {
    return p().withId(id)
        .withClass("error")
        .attr("role", "alert")
        .with(
            Optional.ofNullable(asked.mistake())
                .map(Outcome.Mistake::text)
                .map(richText::of)
                .stream()
                .toList());
  }

  private Tag<?> widget(Option<?> option, String id, String value) {
    return switch (option.type()) {
      case OptionType.Text(int maxLength) ->
          maxLength > LONG_TEXT
              ? textarea(value).attr("maxlength", maxLength).attr("rows", 3)
              : line("text", value).attr("maxlength", maxLength).attr("list", id + "-list");
      case OptionType.Whole(long min, long max) ->
          line("number", value).attr("min", min).attr("max", max).attr("step", 1);
      case OptionType.Date() -> line("date", value);
      case OptionType.Url() -> line("url", value).attr("placeholder", "https://");
      case OptionType.Role() -> line("text", value);
      case OptionType.Choice _, OptionType.Flag _, OptionType.Member _, OptionType.Channel _ ->
          picked(option, value);
    };
  }

  private static Tag<?> line(String type, String value) {
    return input().withType(type).withValue(value).attr("autocomplete", "off");
  }

  private ContainerTag<?> picked(Option<?> option, String value) {
    List<ChoiceValue> choices = new ArrayList<>();
    choices.add(new ChoiceValue("", "Choose …"));
    choices.addAll(
        option.type() instanceof OptionType.Choice(List<ChoiceValue> values)
            ? values
            : completer.suggestions(from, option, ""));
    return select(
        each(
            choices,
            choice ->
                choice.value().equals(value)
                    ? option(choice.label()).withValue(choice.value()).attr("selected")
                    : option(choice.label()).withValue(choice.value())));
  }

  private DomContent suggestions(Option<?> option, String id) {
    boolean suggests = option.type() instanceof OptionType.Text(int max) && max <= LONG_TEXT;
    return iff(
        suggests,
        datalist(
                each(
                    suggests ? completer.suggestions(from, option, "") : List.<ChoiceValue>of(),
                    suggestion -> option(suggestion.label()).withValue(suggestion.value())))
            .withId(id + "-list"));
  }
}
