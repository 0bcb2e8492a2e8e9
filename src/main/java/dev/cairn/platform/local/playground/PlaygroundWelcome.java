package dev.cairn.platform.local.playground;

import dev.cairn.chat.Action;
import dev.cairn.chat.CommandName;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.CommandRegistry;

/** The first message in a playground. */
final class PlaygroundWelcome {
  private PlaygroundWelcome() {}

  static Message.Post post(CommandRegistry registry) {
    CardBuilder card =
        Reply.Card.titled("Welcome to the playground")
            .text(
                "A whole community on your machine: speak as any of its members, and move the clock to see what tomorrow brings. Nobody else is here, and nothing leaves this machine.")
            .text(
                RichText.of("Everything begins with a slash. Type ")
                    .code("/")
                    .plain(" to see what there is."));
    for (String command : new String[] {"topic", "help"}) {
      if (registry.find(CommandName.of(command)).isPresent()) {
        card.button("/" + command, Action.of(command));
      }
    }
    return new Message.Post("welcome", card.build(), null, null, false);
  }
}
