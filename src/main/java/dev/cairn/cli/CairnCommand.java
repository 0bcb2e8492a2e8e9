package dev.cairn.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code cairn}: its subcommands, and how failures are told. */
@Command(
    name = "cairn",
    description = "A study bot for communities on Discord and Slack.",
    versionProvider = CairnCommand.Version.class,
    mixinStandardHelpOptions = true)
public final class CairnCommand implements Callable<Integer> {
  private static final Map<String, Class<?>> SUBCOMMANDS = new LinkedHashMap<>();

  static {
    SUBCOMMANDS.put("run", RunCommand.class);
    SUBCOMMANDS.put("say", SayCommand.class);
    SUBCOMMANDS.put("replay", ReplayCommand.class);
    SUBCOMMANDS.put("catalog", CatalogCommand.class);
    SUBCOMMANDS.put("database", DatabaseCommand.class);
    SUBCOMMANDS.put("discord", DiscordCommand.class);
    SUBCOMMANDS.put("slack", SlackCommand.class);
  }

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.")
  private boolean verbose;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  /** Without a subcommand: {@code run}. */
  @Override
  public Integer call() throws InterruptedException {
    return RunCommand.run(spec.commandLine().getOut());
  }

  /**
   * Runs the command line.
   *
   * @return the exit code: 0 done, 1 failed, 2 wrong usage
   */
  public static int run(String... args) {
    CairnCommand root = new CairnCommand();
    CommandLine line = line(root, args);
    line.setOut(utf8(System.out));
    line.setErr(utf8(System.err));
    line.setParameterExceptionHandler((wrong, arguments) -> {
      CommandLine command = wrong.getCommandLine();
      command
          .getErr()
          .println(
              "cairn: "
                  + oneLine(wrong)
                  + " (see "
                  + command.getCommandSpec().qualifiedName()
                  + " --help)");
      return CommandLine.ExitCode.USAGE;
    });
    line.setExecutionExceptionHandler((failure, command, parsed) -> {
      command.getErr().println("cairn: " + oneLine(failure));
      if (root.verbose) {
        failure.printStackTrace(command.getErr());
      }
      command.getErr().flush();
      return CommandLine.ExitCode.SOFTWARE;
    });
    int code = line.execute(args);
    line.getOut().flush();
    line.getErr().flush();
    return code;
  }

  /**
   * The command line with the subcommand that is given first; with all, where that is none of them.
   * To read the options of one takes longer than most of what a start does.
   */
  static CommandLine line(CairnCommand root, String... args) {
    CommandLine line = new CommandLine(root);
    if (args.length > 0 && SUBCOMMANDS.containsKey(args[0])) {
      line.addSubcommand(args[0], SUBCOMMANDS.get(args[0]));
    } else if (args.length > 0) {
      SUBCOMMANDS.forEach(line::addSubcommand);
    }
    return line;
  }

  private static PrintWriter utf8(java.io.PrintStream stream) {
    return new PrintWriter(stream, false, StandardCharsets.UTF_8);
  }

  private static String oneLine(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").strip();
  }

  /** Tells the version that the jar was built with. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = CairnCommand.class.getPackage().getImplementationVersion();
      return new String[] {"cairn " + (version == null ? "(not packaged)" : version)};
    }
  }
}
