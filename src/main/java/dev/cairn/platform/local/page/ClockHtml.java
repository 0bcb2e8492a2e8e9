package dev.cairn.platform.local.page;

import static j2html.TagCreator.button;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.form;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;
import static j2html.TagCreator.time;

import j2html.tags.DomContent;
import j2html.tags.specialized.TimeTag;
import java.time.Instant;

/** The clock and how to move it. */
final class ClockHtml {
  private ClockHtml() {}

  /** What the clock says. The page's script lets it run from there. */
  static TimeTag face(Instant now) {
    return time(InstantHtml.CLOCK.format(now) + " UTC")
        .withId("clock")
        .attr("datetime", now.toString());
  }

  static DomContent of(Instant now) {
    return div(
            span(Icon.CLOCK.draw(), face(now)).withClass("face"),
            button("+1 hour").withType("button").attr("hx-post", "/clock/hour"),
            button("Tomorrow").withType("button").attr("hx-post", "/clock/tomorrow"),
            details(
                    summary(text("Date"), Icon.CHEVRON.draw()),
                    form(
                            label("Move the clock to (UTC)").withFor("clock-to"),
                            input()
                                .withType("datetime-local")
                                .withId("clock-to")
                                .withName("to")
                                .withValue(InstantHtml.FIELD.format(now))
                                .withMin(InstantHtml.FIELD.format(now))
                                .isRequired(),
                            button("Move").withType("submit").withClass("button primary"))
                        .attr("hx-post", "/clock/date")
                        .attr("novalidate"))
                .withClass("menu")
                .attr("name", "menu"))
        .withClass("clock")
        .attr("role", "group")
        .attr("aria-label", "Clock of the playground");
  }
}
