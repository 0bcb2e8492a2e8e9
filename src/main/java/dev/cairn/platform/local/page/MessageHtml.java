package dev.cairn.platform.local.page;

import static j2html.TagCreator.article;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.header;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;
import static j2html.TagCreator.time;

import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.playground.Message;
import dev.cairn.platform.local.playground.Message.Answer;
import dev.cairn.platform.local.playground.Message.Chatter;
import dev.cairn.platform.local.playground.Message.Given;
import dev.cairn.platform.local.playground.Message.Post;
import j2html.tags.DomContent;
import j2html.tags.specialized.ArticleTag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Messages as HTML. */
final class MessageHtml {
  private final ReplyHtml replies;

  /** Messages as they are read at this instant. */
  MessageHtml(Instant now, PictureStore pictures) {
    this.replies = new ReplyHtml(new RichTextHtml(now), pictures);
  }

  /**
   * One of the messages of a channel.
   *
   * @param index which of them
   */
  ArticleTag of(List<Message> messages, int index) {
    Message message = messages.get(index);
    boolean newDay = index == 0 || !day(messages.get(index - 1)).equals(day(message));
    return article()
        .withId("m" + message.id())
        .withClass(message.onlyFor() == null ? "message" : "message private")
        .with(iff(newDay, p(span(InstantHtml.DAY.format(message.at()))).withClass("day")))
        .with(
            switch (message.body()) {
              case Chatter chatter ->
                  layout(
                      message,
                      Avatar.of(chatter.author()),
                      name(chatter.author()),
                      text(""),
                      p(chatter.text()).withClass("text"));
              case Answer answer ->
                  layout(
                      message,
                      Avatar.ofCairn(),
                      cairn(),
                      given(answer.to(), answer.given()),
                      replies.of(message.id(), answer.reply()));
              case Post post ->
                  layout(
                      message,
                      Avatar.ofCairn(),
                      cairn(),
                      posted(post),
                      replies.of(message.id(), post.card()));
            });
  }

  private static DomContent layout(
      Message message, DomContent avatar, DomContent name, DomContent above, DomContent content) {
    return div(
            avatar,
            div(
                    above,
                    header(
                        name,
                        time(InstantHtml.TIME.format(message.at()))
                            .attr("datetime", message.at().toString())
                            .withTitle(InstantHtml.CLOCK.format(message.at()) + " UTC"),
                        iff(
                            message.onlyFor() != null,
                            span(Icon.EYE.draw(), text("Only visible to you")).withClass("only"))),
                    content)
                .withClass("body"))
        .withClass("row");
  }

  private static DomContent name(LocalMember member) {
    return span(
            strong(member.name()), iff(member.moderator(), span("moderator").withClass("badge")))
        .withClass("name");
  }

  private static DomContent cairn() {
    return span(strong("Cairn"), span("app").withClass("badge")).withClass("name");
  }

  private static DomContent given(LocalMember member, Given given) {
    return p(
            Avatar.of(member),
            strong(member.name()),
            text(" " + given.verb() + " "),
            given.what().startsWith("/") ? code(given.what()) : text(given.what()))
        .withClass("given");
  }

  private static DomContent posted(Post post) {
    return div(
            iff(post.pinned(), p(Icon.PIN.draw(), text("Pinned")).withClass("given")),
            iff(
                post.pings() != null,
                p(span("@" + post.pings()).withClass("mention")).withClass("given")),
            iff(post.thread() != null, p(text("Thread: " + post.thread())).withClass("given")))
        .withClass("posted");
  }

  private static LocalDate day(Message message) {
    return LocalDate.ofInstant(message.at(), ZoneOffset.UTC);
  }
}
