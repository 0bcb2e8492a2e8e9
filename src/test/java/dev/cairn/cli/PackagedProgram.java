package dev.cairn.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The jar as it is shipped, run in a folder of its own. */
public final class PackagedProgram {
  /** The packaged program. */
  static final Path JAR = Path.of("target", "cairn.jar").toAbsolutePath();

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final Path LAUNCHER = Path.of("target", "cairn").toAbsolutePath();

  private final List<String> program;
  private final Path folder;
  private final Map<String, String> environment;

  /**
   * @param folder where it is run: its database and settings are looked for here
   * @param environment variables, over those of this process
   */
  public PackagedProgram(Path folder, Map<String, String> environment) {
    this(List.of(JAVA, "-jar", JAR.toString()), folder, environment);
  }

  private PackagedProgram(List<String> program, Path folder, Map<String, String> environment) {
    this.program = program;
    this.folder = folder;
    this.environment = environment;
  }

  /** The same, started by the launcher beside the jar. */
  public static PackagedProgram launched(Path folder, Map<String, String> environment) {
    return new PackagedProgram(List.of(LAUNCHER.toString()), folder, environment);
  }

  /** What a command came to. */
  public record Outcome(int exitCode, String out, String err) {}

  /** Runs a command to its end. */
  public Outcome run(String... arguments) throws IOException, InterruptedException {
    return runWith("", arguments);
  }

  /** Runs a command to its end, with this on its standard input. */
  public Outcome runWith(String input, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(arguments);
    CompletableFuture<String> out = reading(process.getInputStream());
    CompletableFuture<String> err = reading(process.getErrorStream());
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException endedBefore) {
      // It says itself why it did not read on.
    }
    return new Outcome(process.waitFor(), out.join(), err.join());
  }

  /** Starts a command; whoever does must read what it writes. */
  public Process start(String... arguments) throws IOException {
    return prepared(arguments).start();
  }

  /** Starts a command that writes everything to the end of this file. */
  public Process startWritingTo(Path log, String... arguments) throws IOException {
    return prepared(arguments)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private ProcessBuilder prepared(String... arguments) {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    return builder;
  }

  private static CompletableFuture<String> reading(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        },
        Thread::startVirtualThread);
  }
}
