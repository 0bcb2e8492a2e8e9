package dev.cairn.bench;

import java.util.EnumSet;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;

/**
 * The least that a bot on JDA can be, as JDA's own examples write it: {@code JdaPingBot TOKEN
 * API_URL}.
 */
public final class JdaPingBot extends ListenerAdapter {
  private JdaPingBot() {}

  public static void main(String[] arguments) throws InterruptedException {
    ShardManager bot =
        DefaultShardManagerBuilder.createLight(arguments[0], EnumSet.noneOf(GatewayIntent.class))
            .setRestConfigProvider(shard -> new RestConfig().setBaseUrl(arguments[1]))
            .addEventListeners(new JdaPingBot())
            .build();
    bot.getShards().getFirst().awaitReady();
    bot.getShards()
        .getFirst()
        .updateCommands()
        .addCommands(Commands.slash("ping", "Answers at once"))
        .queue();
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    event.reply("Pong").queue();
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    event.replyChoiceStrings("ping", "pong").queue();
  }
}
