package dev.cairn.platform.local.page;

import static j2html.TagCreator.button;
import static j2html.TagCreator.dialog;
import static j2html.TagCreator.div;
import static j2html.TagCreator.form;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.ul;

import dev.cairn.platform.local.playground.PlaygroundRecords.Contents;
import j2html.tags.specialized.ButtonTag;
import j2html.tags.specialized.DialogTag;

/** Asks before the playground starts over, and says what goes. */
final class StartOverHtml {
  private StartOverHtml() {}

  /** What asks. */
  static ButtonTag opener() {
    return button("Start over")
        .withType("button")
        .withId("start-over")
        .withClass("button secondary")
        .attr("hx-post", "/start-over/ask")
        .attr("aria-haspopup", "dialog");
  }

  /** The question. */
  static DialogTag of(Contents contents) {
    return dialog(
            form(
                    FormHtml.head("Start over?"),
                    p("Everything of this playground is deleted:"),
                    ul(
                            li(
                                "%s with their streaks, settings, reviews, answers and paths"
                                    .formatted(counted(contents.members(), "member"))),
                            li(counted(contents.checkIns(), "check-in") + " with their notes"),
                            li(counted(contents.posts(), "blog post")),
                            li(counted(contents.groups(), "group") + ", the races and milestones"),
                            li("the journey, the daily post, the rules and the audit log"),
                            li("all messages in all channels"))
                        .withClass("goes"),
                    p(
                        "The clock goes back to the time of this machine. Other local communities"
                            + " stay as they are. This cannot be undone."),
                    div(
                            button("Keep everything")
                                .withType("button")
                                .withClass("button secondary")
                                .attr("autofocus")
                                .attr("data-closes", "dialog"),
                            button("Start over").withType("submit").withClass("button danger"))
                        .withClass("actions"))
                .attr("hx-post", "/start-over/sure"))
        .attr("aria-labelledby", "form-title");
  }

  private static String counted(long number, String one) {
    return number + " " + (number == 1 ? one : one + "s");
  }
}
