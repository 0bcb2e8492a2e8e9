package dev.cairn.cli;

import dev.cairn.config.DatabaseSettings;
import dev.cairn.config.Settings;
import dev.cairn.database.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cairn replay}: a whole conversation from a file. */
@Command(
    name = "replay",
    description = {
      "Replay a conversation, one JSON object a line, in a fresh database of its own unless one is"
          + " named.",
      "{\"at\":\"2026-01-01T09:00:00Z\",\"community\":\"lab\",\"member\":\"asha\",\"text\":\"/done\"}"
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The conversation; - is standard input.")
  private String file = "-";

  @Option(names = "--json", description = "Print each reply as one JSON line.")
  private boolean json;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "The JDBC URL of the database to replay into.")
  private @Nullable String database;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Settings settings = Environment.settings();
    PrintWriter out = spec.commandLine().getOut();
    ReplyPrinter printer = new ReplyPrinter(out, json);
    try (TextLines lines = new TextLines(source());
        Database opened = Database.open(databaseSettings(settings))) {
      new Replay(
              opened,
              Environment.catalog(settings),
              (turn, registry) -> {
                printer.print(turn, registry);
                // Out as soon as it holds: whoever reads it may rely on it.
                out.flush();
              },
              printer::print)
          .run(lines);
    } catch (IOException e) {
      throw FailureException.about("read", Path.of(file), e);
    }
    return 0;
  }

  private DatabaseSettings databaseSettings(Settings settings) {
    return database == null
        ? DatabaseSettings.temporary("cairn-replay-" + UUID.randomUUID())
        : new DatabaseSettings(
            database, settings.database().user(), settings.database().password());
  }

  private InputStream source() throws IOException {
    return file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
  }
}
