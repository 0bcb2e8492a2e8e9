package dev.cairn.platform.discord.render;

import dev.cairn.chat.CommandName;
import dev.cairn.chat.reply.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.interactions.commands.Command;

/**
 * Commands as Discord lets members press them in a text: {@code </group join:123>}. Their ids are
 * known once the commands are registered; until then, and for a command that Discord does not know,
 * they stand there to be typed.
 */
public final class CommandLinks {
  private volatile Map<String, String> idsByRoot = Map.of();

  /** These are the commands that Discord knows. */
  public void registered(List<Command> commands) {
    Map<String, String> ids = new HashMap<>();
    commands.forEach(command -> ids.put(command.getName(), command.getId()));
    idsByRoot = Map.copyOf(ids);
  }

  /** The ids under which Discord knows our commands, by their first word. */
  Map<String, String> ids() {
    return idsByRoot;
  }

  /** A command that is pressed, and after it what is to be typed; without an id, all of it. */
  String markdown(Span.Command command) {
    CommandName name = command.name();
    String id = idsByRoot.get(name.root());
    if (id == null) {
      return DiscordMarkdown.fixedWidth(command.typed());
    }
    String link = "</" + name + ":" + id + ">";
    return command.rest().isEmpty()
        ? link
        : link + " " + DiscordMarkdown.fixedWidth(command.rest());
  }
}
