package dev.cairn.cli;

import dev.cairn.database.Backup;
import dev.cairn.database.Database;
import dev.cairn.feature.community.Place;
import dev.cairn.feature.review.ReviewLogExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
        spec.commandLine(),
        "database migrate, database backup FILE, database restore FILE or database reviews FILE?");
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

  @Command(
      description =
          "Write the review log of one community into a CSV file, without who anybody is. Only for"
              + " a community that reviews.shared-by names.",
      mixinStandardHelpOptions = true)
  int reviews(
      @Parameters(paramLabel = "FILE", description = "It must not exist.") Path file,
      @Option(
              names = "--community",
              required = true,
              paramLabel = "PLACE",
              description = "As in reviews.shared-by: discord/ID, slack/ID or local/NAME.")
          String place) {
    if (!Environment.settings().reviewsSharedBy().contains(place)) {
      throw new FailureException(
          "%s does not share its reviews: ask its members, and name it in reviews.shared-by"
              .formatted(place));
    }
    try (Database database = open()) {
      StringBuilder log = new StringBuilder();
      ReviewLogExport.Written written =
          new ReviewLogExport(database, new SecureRandom()).write(place(place), log);
      if (written.learners() == 0) {
        throw new FailureException(
            "fewer than %d members there have reviewed: they could be told apart"
                .formatted(ReviewLogExport.LEAST_LEARNERS));
      }
      Files.writeString(file, log, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      say(
          "%d answers of %d members written to %s."
              .formatted(written.answers(), written.learners(), file));
    } catch (IOException e) {
      throw FailureException.about("write the review log", file, e);
    }
    return CommandLine.ExitCode.OK;
  }

  private static Place place(String key) {
    try {
      return Place.ofKey(key);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new FailureException(
          "\"%s\" is no community: write discord/ID, slack/ID or local/NAME".formatted(key), e);
    }
  }

  private static Database open() {
    return Database.open(Environment.settings().database());
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }
}
