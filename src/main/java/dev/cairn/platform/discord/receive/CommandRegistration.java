package dev.cairn.platform.discord.receive;

import dev.cairn.chat.reply.Excerpt;
import dev.cairn.platform.discord.render.CommandLinks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Discord of our commands, and only when it knows others. */
public final class CommandRegistration {
  private static final Logger LOG = LoggerFactory.getLogger(CommandRegistration.class);

  /** As much of an answer as a line of the log takes. */
  private static final int LONGEST_ANSWER = 1_000;

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
   * @throws IllegalStateException saying what was asked and what was answered
   */
  public boolean bringUpToDate(JDA jda) {
    warmingUp.run();
    Map<String, Map<String, Object>> registered = new HashMap<>();
    List<Command> known = asked("to list our commands", jda.retrieveCommands(true));
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
    List<Command> updated =
        asked(
            "to take " + commands.size() + " commands", jda.updateCommands().addCommands(commands));
    links.registered(updated);
    LOG.info("registered {} commands with Discord", updated.size());
    return true;
  }

  private static <T> T asked(String what, RestAction<T> request) {
    try {
      return request.complete();
    } catch (RuntimeException refused) {
      // Discord says line by line what it does not like about which command.
      String answer =
          String.valueOf(refused.getMessage())
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .collect(Collectors.joining("; "));
      throw new IllegalStateException(
          "Discord was asked %s and answered %s"
              .formatted(what, Excerpt.of(answer, LONGEST_ANSWER)),
          refused);
    }
  }
}
