package dev.cairn.platform.local.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.document;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.textarea;
import static j2html.TagCreator.title;

import dev.cairn.platform.local.playground.Message;
import dev.cairn.platform.local.playground.Outcome;
import dev.cairn.platform.local.playground.Playground;
import dev.cairn.platform.local.playground.Viewpoint;
import j2html.tags.DomContent;
import j2html.tags.specialized.InputTag;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The whole page, and the parts of it that change. */
final class PageHtml {
  /** htmx neither evaluates code nor adds styles of its own, as the security policy demands. */
  private static final String HTMX =
      """
      {"allowEval":false,"includeIndicatorStyles":false,"selfRequestsOnly":true,"historyEnabled":false,"attributesToSettle":[],"defaultSwapStyle":"none"}\
      """;

  private final Playground playground;
  private final PictureStore pictures;
  private final SidebarHtml sidebar;
  private final String icons = Assets.text("icons.svg");

  PageHtml(Playground playground, PictureStore pictures) {
    this.playground = playground;
    this.pictures = pictures;
    this.sidebar = new SidebarHtml(playground);
  }

  /** The page as seen from a viewpoint. */
  String page(Viewpoint from) {
    long revision = playground.timeline().revision();
    List<Message> messages = playground.timeline().look(from);
    Instant now = playground.clock().instant();
    return document(
        html(
                head(
                    meta().withCharset("utf-8"),
                    meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                    meta().withName("color-scheme").withContent("light dark"),
                    meta().withName("htmx-config").withContent(HTMX),
                    title(from.channel().name() + " · Cairn"),
                    link().withRel("icon").withHref("/assets/logo.svg").withType("image/svg+xml"),
                    link().withRel("stylesheet").withHref("/assets/playground.css"),
                    script().withSrc("/assets/theme.js"),
                    script().withSrc("/assets/htmx.js").attr("defer"),
                    script().withSrc("/assets/playground.js").withType("module")),
                body(
                        // Ours, not a member's: the drawings that every icon refers to.
                        rawHtml(icons),
                        a("Skip to the message box").withHref("#text").withClass("skip"),
                        div(
                                banner(now),
                                channels(from),
                                conversation(from, messages, now, revision))
                            .withId("app"),
                        div().withId("form"))
                    .attr("hx-include", "#where")
                    .attr("hx-sync", "#app:queue all"))
            .withLang("en"));
  }

  /**
   * What changed since a revision, for a page that is shown already.
   *
   * @param since the newest revision that the page has
   */
  String changes(Viewpoint from, long since) {
    long revision = playground.timeline().revision();
    List<Message> messages = playground.timeline().look(from);
    Instant now = playground.clock().instant();
    MessageHtml html = new MessageHtml(now, pictures);
    StringBuilder changes = new StringBuilder();
    String added =
        IntStream.range(0, messages.size())
            .filter(i -> messages.get(i).revision() > since)
            .mapToObj(i -> html.of(messages, i))
            .map(DomContent::render)
            .collect(Collectors.joining());
    changes.append(
        div(rawHtml(added)).withId("arrivals").attr("hx-swap-oob", "innerHTML").render());
    changes.append(revision(revision).attr("hx-swap-oob", "true").render());
    changes.append(sidebar.channels(from).attr("hx-swap-oob", "true").render());
    changes.append(ClockHtml.face(now).attr("hx-swap-oob", "true").render());
    return changes.toString();
  }

  /** The result of a member's action, for a page that is already shown. */
  String outcome(Viewpoint from, long since, Outcome outcome) {
    String dialog =
        switch (outcome) {
          case Outcome.Shown _ -> "";
          case Outcome.Asked asked ->
              new FormHtml(
                      new RichTextHtml(playground.clock().instant()), playground.completer(), from)
                  .of(asked)
                  .render();
        };
    return changes(from, since) + inDialog(dialog);
  }

  /** Asks whether to start over. */
  String startOver(Viewpoint from, long since) {
    return changes(from, since) + inDialog(StartOverHtml.of(playground.contents()).render());
  }

  private static String inDialog(String dialog) {
    return div(rawHtml(dialog)).withId("form").attr("hx-swap-oob", "innerHTML").render();
  }

  private static DomContent banner(Instant now) {
    return header(
            h1(Icon.CAIRN.draw(), span("Cairn"), span("playground").withClass("badge")),
            ClockHtml.of(now),
            StartOverHtml.opener(),
            button(Icon.SUN.draw(), Icon.MOON.draw())
                .withId("theme")
                .withType("button")
                .attr("aria-label", "Switch between light and dark"))
        .withClass("banner");
  }

  private DomContent channels(Viewpoint from) {
    return nav(h2("Channels").withClass("quiet"), sidebar.channels(from))
        .withClass("channels")
        .attr("aria-label", "Channels");
  }

  private DomContent conversation(
      Viewpoint from, List<Message> messages, Instant now, long revision) {
    MessageHtml html = new MessageHtml(now, pictures);
    return main(
        header(
                h2(text(from.channel().isDirect() ? "" : "#"), text(from.channel().name())),
                p(from.channel().purpose()))
            .withClass("topic"),
        section(
                each(
                    IntStream.range(0, messages.size()).boxed().toList(),
                    i -> html.of(messages, i)))
            .withId("messages")
            .attr("role", "log")
            .attr("aria-live", "polite")
            .attr("aria-label", "Messages")
            .attr("tabindex", "0"),
        div().withId("arrivals").attr("hidden"),
        composer(from, revision));
  }

  private DomContent composer(Viewpoint from, long revision) {
    String place = from.channel().isDirect() ? "Cairn" : "#" + from.channel().name();
    return div(
            nav(span("Speak as").withClass("quiet"), sidebar.members(from))
                .withClass("members")
                .attr("aria-label", "Speak as"),
            p().withId("trouble").withClass("error").attr("role", "alert"),
            div().withId("completion"),
            form(
                    span(
                            input().withType("hidden").withName("as").withValue(from.member().id()),
                            input()
                                .withType("hidden")
                                .withName("channel")
                                .withValue(from.channel().id()),
                            revision(revision))
                        .withId("where")
                        .attr("hx-get", "/changes")
                        .attr("hx-trigger", "changed"),
                    label("Message to " + place).withFor("text").withClass("unseen"),
                    textarea()
                        .withId("text")
                        .withName("text")
                        .attr("rows", 1)
                        .attr("maxlength", Playground.LONGEST_MESSAGE)
                        .withPlaceholder("Message " + place + ", or / for commands")
                        .attr("autocomplete", "off")
                        .attr("spellcheck", "false")
                        .attr("autofocus")
                        .attr("aria-autocomplete", "list")
                        .attr("aria-haspopup", "listbox")
                        .attr("aria-controls", "completion"),
                    button(Icon.SEND.draw())
                        .withType("submit")
                        .withClass("send")
                        .attr("aria-label", "Send"))
                .withId("composer")
                .attr("hx-post", "/say"))
        .withClass("composing");
  }

  private static InputTag revision(long revision) {
    return input()
        .withType("hidden")
        .withId("revision")
        .withName("revision")
        .withValue(Long.toString(revision));
  }
}
