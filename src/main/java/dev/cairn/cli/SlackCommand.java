package dev.cairn.cli;

import dev.cairn.CairnApp;
import dev.cairn.command.CommandObserver;
import dev.cairn.config.Settings;
import dev.cairn.connection.Connections;
import dev.cairn.database.Database;
import dev.cairn.platform.slack.SlackManifest;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cairn slack}: what Slack wants to know of us. */
@Command(name = "slack", description = "Prepare Slack for Cairn.", mixinStandardHelpOptions = true)
final class SlackCommand implements Runnable {
  private static final String ROOT_WORD = "study";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "slack manifest?");
  }

  @Command(
      description = {
        "Print the app manifest that matches the commands; paste it where Slack offers \"From a"
            + " manifest\".",
        "For Socket Mode, unless a public address is given, or set as slack.public-url without an"
            + " app token."
      },
      mixinStandardHelpOptions = true)
  int manifest(
      @Option(
              names = "--http",
              paramLabel = "URL",
              description = "Where Slack reaches this server, like https://cairn.example.org")
          @Nullable URI publicUrl) {
    if (publicUrl != null && !"https".equalsIgnoreCase(publicUrl.getScheme())) {
      throw new ParameterException(
          spec.commandLine(), "Slack wants an address that begins with https://: " + publicUrl);
    }
    Settings settings = Environment.settings();
    Optional<URI> configured =
        settings
            .slack()
            .filter(slack -> slack.appToken() == null)
            .flatMap(slack -> Optional.ofNullable(slack.publicUrl()));
    String word = settings.slack().map(slack -> slack.command()).orElse(ROOT_WORD);
    // The commands are those of the whole program, which is put together and not run.
    try (Database database = Database.unopened()) {
      CairnApp cairn =
          new CairnApp(
              database,
              Environment.catalog(settings),
              InstantSource.system(),
              Optional.empty(),
              CommandObserver.NONE,
              new Connections());
      spec.commandLine()
          .getOut()
          .println(
              SlackManifest.json(
                  cairn.dialogue().registry().specs(),
                  word,
                  publicUrl == null ? configured.orElse(null) : publicUrl));
    }
    return CommandLine.ExitCode.OK;
  }
}
