package dev.cairn.cli;

import dev.cairn.CairnApp;
import dev.cairn.chat.Place;
import dev.cairn.command.CommandObserver;
import dev.cairn.config.DatabaseSettings;
import dev.cairn.config.Settings;
import dev.cairn.connection.Connections;
import dev.cairn.database.Backup;
import dev.cairn.database.Database;
import dev.cairn.database.upkeep.DatabaseMove;
import dev.cairn.feature.recompute.Recomputation;
import dev.cairn.feature.review.ReviewLogExport;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
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
    description = "Maintain the configured database.",
    mixinStandardHelpOptions = true)
final class DatabaseCommand implements Runnable {
  private static final String TEMPORARY = System.getProperty("java.io.tmpdir");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "database migrate, backup FILE, restore FILE, check, move --from URL --to URL, recompute or"
            + " reviews FILE?");
  }

  @Command(
      description = "Migrate the tables to the current version.",
      mixinStandardHelpOptions = true)
  int migrate() {
    try (Database database = open()) {
      say("The database is up to date: version " + database.version() + ".");
    }
    return CommandLine.ExitCode.OK;
  }

  @Command(
      description =
          "Write everything to a file from which you can restore either kind of database.",
      mixinStandardHelpOptions = true)
  int backup(
      @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist.")
          Path file) {
    try (Database database = open()) {
      say("%d rows written to %s.".formatted(new Backup(database).write(file), file));
    } catch (IOException e) {
      throw FailureException.about("write the backup", file, e);
    }
    return CommandLine.ExitCode.OK;
  }

  @Command(description = "Fill an empty database from a backup.", mixinStandardHelpOptions = true)
  int restore(@Parameters(paramLabel = "FILE", description = "The backup to read.") Path file) {
    try (Database database = open()) {
      say("%d rows restored from %s.".formatted(new Backup(database).restore(file), file));
    } catch (IOException e) {
      throw FailureException.about("read the backup", file, e);
    }
    return CommandLine.ExitCode.OK;
  }

  @Command(
      description =
          "Write the review log of one community to a CSV file, without names. Only for"
              + " a community that reviews.shared-by names.",
      mixinStandardHelpOptions = true)
  int reviews(
      @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist.")
          Path file,
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
      ReviewLogExport.Written written = reviews(database, Place.ofKey(place), file);
      if (written.learners() == 0) {
        throw new FailureException(
            "fewer than %d members there have reviewed: they could be told apart"
                .formatted(ReviewLogExport.LEAST_LEARNERS));
      }
      say(
          "%d answers of %d members written to %s."
              .formatted(written.answers(), written.learners(), file));
    } catch (IOException e) {
      throw FailureException.about("write the review log", file, e);
    }
    return CommandLine.ExitCode.OK;
  }

  /** What was not written to its end, or has nothing in it, is no file. */
  private static ReviewLogExport.Written reviews(Database database, Place place, Path file)
      throws IOException {
    boolean whole = false;
    try (Writer log = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
      try {
        ReviewLogExport.Written written =
            new ReviewLogExport(database, new SecureRandom()).write(place, log);
        log.flush();
        whole = written.learners() > 0;
        return written;
      } finally {
        if (!whole) {
          Files.delete(file);
        }
      }
    }
  }

  @Command(description = "Read every row, and tell what is wrong.", mixinStandardHelpOptions = true)
  int check() {
    Settings settings = Environment.settings();
    try (Database database = Database.open(settings.database())) {
      print(new Backup(database).sums());
      Map<String, Long> orphans = new Backup(database).orphans();
      orphans.forEach(
          (table, rows) -> say("Wrong: %d rows of %s refer to nothing.".formatted(rows, table)));
      int stale = recomputation(database, settings).tried(InstantSource.system().instant()).total();
      if (stale > 0) {
        say(
            "Wrong: %d figures do not match the records. To put them right: cairn database recompute"
                .formatted(stale));
      }
      boolean well = orphans.isEmpty() && stale == 0;
      if (well) {
        say("Version %s of the tables; all is well.".formatted(database.version()));
      }
      return well ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  @Command(
      description =
          "Copy everything from one database into another that is empty, and compare what arrived."
              + " Stop Cairn before.",
      mixinStandardHelpOptions = true)
  int move(
      @Option(
              names = "--from",
              required = true,
              paramLabel = "URL",
              description = "Its JDBC URL; user and password stand in it, or are those set.")
          String from,
      @Option(names = "--to", required = true, paramLabel = "URL", description = "Likewise.")
          String to) {
    try (Database source = Database.open(settings(from));
        Database target = Database.open(settings(to))) {
      print(new DatabaseMove(source, target).run());
      say("All of it arrived as it was. Now set CAIRN_DATABASE_URL.");
    } catch (IOException e) {
      throw FailureException.about("write a copy of the database to", Path.of(TEMPORARY), e);
    }
    return CommandLine.ExitCode.OK;
  }

  /** A database by its URL, with the user and the password that are set for one of its kind. */
  private DatabaseSettings settings(String url) {
    boolean h2 = url.startsWith("jdbc:h2:");
    if (!h2 && !url.startsWith("jdbc:postgresql:")) {
      throw new ParameterException(
          spec.commandLine(), "a database's URL begins with jdbc:h2: or jdbc:postgresql:");
    }
    DatabaseSettings set = Environment.settings().database();
    return h2 && !set.url().startsWith("jdbc:h2:")
        ? new DatabaseSettings(url, "", "")
        : new DatabaseSettings(url, set.user(), set.password());
  }

  private void print(Map<String, Backup.Sum> sums) {
    sums.forEach(
        (table, sum) -> say("%-24s %10d rows  %s".formatted(table, sum.rows(), sum.checksum())));
  }

  private static Recomputation recomputation(Database database, Settings settings) {
    return new CairnApp(
            database,
            Environment.catalog(settings),
            InstantSource.system(),
            Optional.empty(),
            CommandObserver.NONE,
            new Connections())
        .recomputation();
  }

  @Command(
      description =
          "Derive anew what is kept for speed (streaks, counts, standings), and tell what was"
              + " wrong.",
      mixinStandardHelpOptions = true)
  int recompute() {
    Settings settings = Environment.settings();
    try (Database database = Database.open(settings.database())) {
      Recomputation.Changes changes =
          recomputation(database, settings).run(InstantSource.system().instant());
      say(
          changes.total() == 0
              ? "Every figure matches the records; nothing was changed."
              : "Put right: %d streaks, %d counts of check-ins, %d groups, %d counts of posts, %d cards."
                  .formatted(
                      changes.streaks(),
                      changes.checkIns(),
                      changes.groups(),
                      changes.posts(),
                      changes.cards()));
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
