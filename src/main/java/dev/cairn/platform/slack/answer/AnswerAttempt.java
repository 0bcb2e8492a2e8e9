package dev.cairn.platform.slack.answer;

import dev.cairn.chat.Audience;
import dev.cairn.chat.reply.Reply;
import dev.cairn.platform.slack.render.Rendition;
import dev.cairn.platform.slack.render.SlackMessage;
import dev.cairn.platform.slack.render.SlackRenderer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** An answer on its way: how it is shown just now, and which ways are left to try. */
final class AnswerAttempt {
  private final Reply reply;
  private final Rendition rendition;
  private final AnswerRoutes routes;
  private final boolean uploads;
  private final Deque<AnswerRoute> ways = new ArrayDeque<>();
  private final Deque<AnswerRoute> inPlace = new ArrayDeque<>();
  private List<SlackMessage> messages;
  private Style style = Style.FULL;

  private enum Style {
    FULL,
    PLAINER,
    IN_WORDS
  }

  /**
   * An attempt that has begun with nothing sent.
   *
   * @param inPlace whether it takes the place of the message whose control was used
   */
  AnswerAttempt(
      Reply reply, Rendition rendition, Audience audience, boolean inPlace, AnswerRoutes routes) {
    this.reply = reply;
    this.rendition = rendition;
    this.routes = routes;
    this.messages = SlackRenderer.messages(reply, rendition);
    this.uploads =
        messages.stream().anyMatch(m -> m.blocks().toString().contains("\"slack_file\""));
    if (inPlace) {
      this.inPlace.addAll(routes.inPlace(uploads));
      ways.addAll(routes.to(Audience.CALLER, uploads));
    } else {
      ways.addAll(routes.to(audience, uploads));
    }
  }

  List<SlackMessage> messages() {
    return messages;
  }

  /** The way to try next. */
  Optional<AnswerRoute> route() {
    return Optional.ofNullable(inPlace.isEmpty() ? ways.peek() : inPlace.peek());
  }

  /** A message was sent: what follows stands below it, not in its place. */
  void sent() {
    inPlace.clear();
  }

  /**
   * Does without a way.
   *
   * @return whether the next one shows it otherwise: not all take uploaded pictures
   */
  boolean giveUp(AnswerRoute route) {
    inPlace.remove(route);
    ways.remove(route);
    boolean otherwise =
        uploads && style == Style.FULL && route().filter(next -> !next.takesUploads()).isPresent();
    if (otherwise) {
      showPlainer();
    }
    return otherwise;
  }

  private void showPlainer() {
    style = Style.PLAINER;
    messages = SlackRenderer.messages(reply, rendition.plainer());
  }

  /**
   * Slack did not like what was shown; shows it more plainly.
   *
   * @return whether there is another way to show it
   */
  boolean mayBeShownOtherwise() {
    return switch (style) {
      case FULL -> {
        showPlainer();
        yield true;
      }
      case PLAINER -> {
        style = Style.IN_WORDS;
        messages = SlackRenderer.inWords(reply, rendition);
        yield true;
      }
      case IN_WORDS -> false;
    };
  }

  @Override
  public String toString() {
    return routes.toString();
  }
}
