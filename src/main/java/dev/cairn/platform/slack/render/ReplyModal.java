package dev.cairn.platform.slack.render;

import com.google.gson.JsonObject;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Reply;

/** Draws an answer as a modal: where a control of App Home or of a modal was used. */
public final class ReplyModal {
  private static final String NO_TITLE = "Cairn";

  private ReplyModal() {}

  public static JsonObject of(Reply reply, Rendition rendition) {
    JsonObject view = BlockKit.typed("modal");
    view.addProperty("callback_id", "reply");
    view.add("title", BlockKit.plainText(Excerpt.of(title(reply), SlackLimits.VIEW_TITLE)));
    view.add("close", BlockKit.plainText("Close"));
    view.add("blocks", SlackRenderer.viewBlocks(reply, rendition));
    return view;
  }

  private static String title(Reply reply) {
    String title =
        switch (reply) {
          case Reply.Card card -> card.title();
          case Reply.Notice notice -> NO_TITLE;
        };
    return title.isBlank() ? NO_TITLE : title;
  }
}
