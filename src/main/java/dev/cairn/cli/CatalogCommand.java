package dev.cairn.cli;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.CatalogExport;
import dev.cairn.catalog.CatalogStats;
import dev.cairn.catalog.seeds.CatalogCheck;
import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.catalog.seeds.ContentProblem;
import dev.cairn.catalog.seeds.Findings;
import dev.cairn.config.Settings;
import dev.cairn.database.Database;
import dev.cairn.feature.quiz.AnswerFigures;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cairn catalog}: checks and prints what is studied. */
@Command(
    name = "catalog",
    description = "Check, print or count the content.",
    mixinStandardHelpOptions = true)
final class CatalogCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "catalog check, catalog export --json, or catalog stats?");
  }

  @Command(
      description =
          "Check the content, and report each problem with its file, its line and what to do.",
      mixinStandardHelpOptions = true)
  int check(
      @Parameters(
              paramLabel = "DIR",
              arity = "0..1",
              description = "A folder of content (default: the configured content).")
          @Nullable Path folder) {
    Optional<Path> checked = folder == null ? Environment.settings().seeds() : Optional.of(folder);
    checked.ifPresent(CatalogCommand::requireFolder);
    LocalDate today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
    Findings found =
        checked
            .map(dir -> CatalogCheck.check(dir, today))
            .orElseGet(() -> CatalogCheck.builtIn(today));
    List<ContentProblem> problems = found.problems();
    PrintWriter out = spec.commandLine().getOut();
    problems.forEach(out::println);
    found.warnings().forEach(warning -> out.println("warning: " + warning));
    if (problems.isEmpty()) {
      out.println("The content is sound.");
      return CommandLine.ExitCode.OK;
    }
    String where = checked.map(dir -> " of " + dir).orElse("");
    throw new FailureException(
        problems.size() == 1
            ? "1 problem in the content" + where
            : problems.size() + " problems in the content" + where);
  }

  @Command(description = "Print all of the configured content.", mixinStandardHelpOptions = true)
  int export(@Option(names = "--json", required = true, description = "As JSON.") boolean json) {
    Settings settings = Environment.settings();
    spec.commandLine().getOut().println(CatalogExport.json(Environment.catalog(settings)));
    return CommandLine.ExitCode.OK;
  }

  @Command(
      description = "Print a table of how much content there is and how hard it is to read.",
      mixinStandardHelpOptions = true)
  int stats(
      @Parameters(
              paramLabel = "DIR",
              arity = "0..1",
              description = "A folder of content (default: the configured content).")
          @Nullable Path folder,
      @Option(
              names = "--answers",
              description =
                  "Add from the database which quiz questions most members get wrong, and which"
                      + " options nobody picks.")
          boolean answers) {
    Catalog catalog;
    if (folder == null) {
      catalog = Environment.catalog(Environment.settings());
    } else {
      requireFolder(folder);
      catalog = CatalogLoader.load(folder);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(CatalogStats.table(catalog));
    if (answers) {
      try (Database database = Database.open(Environment.settings().database())) {
        out.println();
        out.println(AnswerFigures.of(catalog, database));
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private static void requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new FailureException("no such folder: " + folder);
    }
  }
}
