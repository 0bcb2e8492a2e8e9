package dev.cairn.platform.discord;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Discord of our commands, and only when it knows others. */
final class CommandRegistration {
  private static final Logger LOG = LoggerFactory.getLogger(CommandRegistration.class);

  private final List<SlashCommandData> commands;

  CommandRegistration(List<SlashCommandData> commands) {
    this.commands = List.copyOf(commands);
  }

  /**
   * Overwrites Discord's list with ours where they differ. Blocks; call it on a virtual thread.
   *
   * @return whether they differed
   */
  boolean bringUpToDate(JDA jda) {
    Map<String, Map<String, Object>> registered = new HashMap<>();
    for (Command command : jda.retrieveCommands(true).complete()) {
      registered.put(command.getName(), CommandData.fromCommand(command).toData().toMap());
    }
    Map<String, Map<String, Object>> wanted = new HashMap<>();
    commands.forEach(command -> wanted.put(command.getName(), command.toData().toMap()));
    if (registered.equals(wanted)) {
      LOG.info("Discord knows all {} commands", commands.size());
      return false;
    }
    List<Command> updated = jda.updateCommands().addCommands(commands).complete();
    LOG.info("registered {} commands with Discord", updated.size());
    return true;
  }
}
