package dev.cairn.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Has Jazzer try targets, each in a process of its own: {@code Fuzzing [MINUTES [TARGET [SEED]]]}.
 *
 * <p>Jazzer 0.24.0 reads class files up to those of Java 24 and would find its way through ours
 * blindly. Those of Java 25 have the same format but for the number in their eighth byte, so it is
 * given copies with a lower number.
 */
public final class Fuzzing {
  /** Where it keeps what it found worth keeping, and what broke something. */
  private static final Path FOUND = Path.of("target", "fuzz").toAbsolutePath();

  private static final int VERSION = 7;
  private static final byte OURS = 69;
  private static final byte UNDERSTOOD = 67;
  private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+)");
  private static final Pattern SEED = Pattern.compile("Seed: (\\d+)");
  private static final Pattern TRIES = Pattern.compile("Done (\\d+) runs");

  /** What a hook of Jazzer's watches in the JDK, whose classes it cannot read. */
  private static final List<String> HOOKS_IN_THE_JDK =
      List.of(
          "RegexInjection", "RegexRoadblocks", "OsCommandInjection", "ServerSideRequestForgery");

  private final int seconds;
  private final String seed;

  /**
   * What came of a target.
   *
   * @param tries how often it was tried
   * @param branches how many branches were reached
   * @param seed from which the search went
   * @param log all that Jazzer said
   */
  record Outcome(
      FuzzTarget target, int exitCode, long tries, long branches, long seed, String log) {
    boolean isSound() {
      return exitCode == 0;
    }

    /** What was found, and with what; all that was said where Jazzer itself did not work. */
    String found() {
      int at = log.indexOf("== Java Exception");
      return at < 0 ? log : log.substring(at);
    }

    String summary() {
      return "%-14s %,12d tries, %,6d branches, from seed %d: %s"
          .formatted(target.key(), tries, branches, seed, isSound() ? "nothing found" : "BROKEN");
    }
  }

  /**
   * @param seconds for each target
   * @param seed from which the search goes on, or nothing for a new one
   */
  Fuzzing(int seconds, String seed) {
    this.seconds = seconds;
    this.seed = seed;
  }

  /** Whether Jazzer runs on a machine like this: of Linux, it knows x86-64 alone. */
  static boolean isPossible() {
    return !System.getProperty("os.name").equals("Linux")
        || System.getProperty("os.arch").equals("amd64");
  }

  public static void main(String[] arguments) throws Exception {
    double minutes = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 1;
    String only = arguments.length > 1 ? arguments[1].toLowerCase(Locale.ROOT) : "all";
    List<FuzzTarget> targets =
        Stream.of(FuzzTarget.values())
            .filter(target -> only.equals("all") || target.key().contains(only))
            .toList();
    boolean sound = true;
    for (Outcome outcome :
        new Fuzzing((int) Math.ceil(60 * minutes), arguments.length > 2 ? arguments[2] : "")
            .tryAll(targets)) {
      System.out.println(
          outcome.isSound() ? outcome.summary() : outcome.summary() + "\n" + outcome.found());
      sound &= outcome.isSound();
    }
    System.exit(sound ? 0 : 1);
  }

  /** Tries them, two at a time, and gives what came of each. */
  List<Outcome> tryAll(List<FuzzTarget> targets) throws Exception {
    Path classes = FOUND.resolve("classes");
    copied(Path.of("target", "classes"), classes);
    copied(Path.of("target", "test-classes"), classes);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Outcome>> tried =
          targets.stream().map(target -> threads.submit(() -> tried(target, classes))).toList();
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> outcome : tried) {
        outcomes.add(outcome.get());
      }
      return outcomes;
    }
  }

  private Outcome tried(FuzzTarget target, Path classes) throws Exception {
    Path kept = Files.createDirectories(FOUND.resolve(target.key()));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true",
            "-Dlogback.configurationFile=logback-silent.xml",
            "-classpath",
            classPath(classes),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + target.type().getName(),
            "--instrumentation_includes=" + target.instrumented(),
            "--custom_hook_includes=" + target.instrumented(),
            "--disabled_hooks="
                + String.join(
                    File.pathSeparator,
                    HOOKS_IN_THE_JDK.stream()
                        .map(hook -> "com.code_intelligence.jazzer.sanitizers." + hook)
                        .toList()),
            "--reproducer_path=" + kept,
            "-max_total_time=" + seconds,
            "-timeout=60",
            "-reduce_inputs=0",
            "-rss_limit_mb=0",
            "-artifact_prefix=" + kept + "/broken-",
            "-print_final_stats=1"));
    if (!seed.isEmpty()) {
      command.add("-seed=" + seed);
    }
    command.add(Files.createDirectories(kept.resolve("examples")).toString());
    command.add(target.folder().toAbsolutePath().toString());
    Path log = kept.resolve("log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      int exitCode = process.waitFor();
      String said = Files.readString(log);
      return new Outcome(
          target, exitCode, last(TRIES, said), last(COVERAGE, said), last(SEED, said), said);
    } finally {
      process.destroyForcibly();
    }
  }

  private static long last(Pattern pattern, String log) {
    Matcher matcher = pattern.matcher(log);
    return matcher.results().map(MatchResult::group).reduce((first, second) -> second).stream()
        .mapToLong(found -> Long.parseLong(found.replaceAll("\\D", "")))
        .sum();
  }

  /** The copies go before the originals, which hold what is no class. */
  private static String classPath(Path classes) {
    String own = System.getProperty("java.class.path");
    return String.join(
        File.pathSeparator,
        classes.toString(),
        Path.of("target", "test-classes").toAbsolutePath().toString(),
        Path.of("target", "classes").toAbsolutePath().toString(),
        System.getProperty("surefire.test.class.path", own));
  }

  private static void copied(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes[VERSION] == OURS) {
          bytes[VERSION] = UNDERSTOOD;
        }
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.resolveSibling("."));
        Files.write(copy, bytes);
      }
    }
  }
}
