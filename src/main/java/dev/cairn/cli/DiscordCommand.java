package dev.cairn.cli;

import dev.cairn.config.DiscordSettings;
import dev.cairn.platform.discord.guild.DiscordInvite;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cairn discord}: what it takes to get into a Discord server. */
@Command(
    name = "discord",
    description = "Install Cairn in a Discord server.",
    mixinStandardHelpOptions = true)
final class DiscordCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "discord invite?");
  }

  @Command(
      description =
          "Print the link with which a moderator invites the bot, with the permissions it needs.",
      mixinStandardHelpOptions = true)
  int invite(
      @Option(
              names = "--application-id",
              paramLabel = "ID",
              description =
                  "The application's id in the developer portal. Without it, it is read from the"
                      + " token in CAIRN_DISCORD_TOKEN.")
          @Nullable String applicationId) {
    Optional<String> id =
        applicationId == null
            ? Environment.settings()
                .discord()
                .map(DiscordSettings::token)
                .flatMap(DiscordInvite::applicationId)
            : Optional.of(applicationId).filter(DiscordInvite::isApplicationId);
    if (id.isEmpty()) {
      throw new FailureException(
          applicationId == null
              ? "which application? Set CAIRN_DISCORD_TOKEN, or give --application-id: the"
                  + " developer portal shows it under General Information"
              : "an application id is a number of up to 20 digits, as the developer portal shows"
                  + " it; this is none: "
                  + applicationId);
    }
    spec.commandLine().getOut().println(DiscordInvite.link(id.get()));
    return CommandLine.ExitCode.OK;
  }
}
