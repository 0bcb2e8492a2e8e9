package dev.cairn.platform.discord.render;

import dev.cairn.chat.reply.Image;
import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;

/** A part of a message as Discord draws it, from top to bottom. */
sealed interface Element {
  /** A text display. */
  record Text(String markdown) implements Element {}

  /** A text with a small picture at its right. */
  record Beside(String markdown, Image thumbnail) implements Element {}

  /** Pictures as wide as the message. */
  record Gallery(List<Image> images) implements Element {
    public Gallery {
      images = List.copyOf(images);
    }
  }

  record Rule() implements Element {}

  /** A file to open. */
  record Attached(String fileName, String content) implements Element {}

  /** Buttons, or a select. */
  record Controls(ActionRow row) implements Element {}
}
