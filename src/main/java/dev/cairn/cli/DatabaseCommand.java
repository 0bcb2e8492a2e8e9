package dev.cairn.cli;

import dev.cairn.database.Backup;
import dev.cairn.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cairn database}: looks after the database in force. */
@Command(
    name = "database",
    description = "Look after the database in force.",
    mixinStandardHelpOptions = true)
final class DatabaseCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "database migrate, database backup FILE or database restore FILE?");
  }

  @Command(description = "Bring the tables up to date.", mixinStandardHelpOptions = true)
  int migrate() {
    try (Database database = open()) {
      say("The database is up to date: version " + database.version() + ".");
    }
    return CommandLine.ExitCode.OK;
  }

  @Command(
      description =
          "Write everything into a file that either kind of database can be restored from.",
      mixinStandardHelpOptions = true)
  int backup(@Parameters(paramLabel = "FILE", description = "It must not exist.") Path file) {
    try (Database database = open()) {
      say("%d rows written to %s.".formatted(new Backup(database).write(file), file));
    } catch (IOException e) {
      throw FailureException.about("write the backup", file, e);
    }
    return CommandLine.ExitCode.OK;
  }

  @Command(description = "Fill an empty database from a backup.", mixinStandardHelpOptions = true)
  int restore(@Parameters(paramLabel = "FILE", description = "A backup.") Path file) {
    try (Database database = open()) {
      say("%d rows restored from %s.".formatted(new Backup(database).restore(file), file));
    } catch (IOException e) {
      throw FailureException.about("read the backup", file, e);
    }
    return CommandLine.ExitCode.OK;
  }

  private static Database open() {
    return Database.open(Environment.settings().database());
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }
}
