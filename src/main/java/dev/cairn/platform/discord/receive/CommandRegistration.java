package dev.cairn.platform.discord.receive;

import dev.cairn.platform.discord.render.CommandLinks;
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
public final class CommandRegistration {
  private static final Logger LOG = LoggerFactory.getLogger(CommandRegistration.class);

  private final List<SlashCommandData> commands;
  private final CommandLinks links;
  private final Runnable warmingUp;

  /**
   * Registers these.
   *
   * @param links told under which ids Discord knows them
   * @param warmingUp what has to be done before the first completion is asked for
   */
  public CommandRegistration(
      List<SlashCommandData> commands, CommandLinks links, Runnable warmingUp) {
    this.commands = List.copyOf(commands);
    this.links = links;
    this.warmingUp = warmingUp;
  }

  /**
   * Overwrites Discord's list with ours where they differ. Blocks; call it on a virtual thread.
   *
   * @return whether they differed
   */
  public boolean bringUpToDate(JDA jda) {
    warmingUp.run();
    Map<String, Map<String, Object>> registered = new HashMap<>();
    List<Command> known = jda.retrieveCommands(true).complete();
    for (Command command : known) {
      registered.put(command.getName(), CommandData.fromCommand(command).toData().toMap());
    }
    Map<String, Map<String, Object>> wanted = new HashMap<>();
    commands.forEach(command -> wanted.put(command.getName(), command.toData().toMap()));
    if (registered.equals(wanted)) {
      links.registered(known);
      LOG.info("Discord knows all {} commands", commands.size());
      return false;
    }
    List<Command> updated = jda.updateCommands().addCommands(commands).complete();
    links.registered(updated);
    LOG.info("registered {} commands with Discord", updated.size());
    return true;
  }
}
