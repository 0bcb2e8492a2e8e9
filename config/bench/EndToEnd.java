import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures the packaged program as its users meet it, by the wall clock and with the JVM's start: {@code java EndToEnd.java JAR... }. With
 * several jars they take turns, so that a noisy machine is noisy to all of them: compare what one run prints, never two runs.
 */
public final class EndToEnd {
  private static final int ROUNDS = 7;
  private static final int LINES = 10_000;
  private static final int MEMBERS = 40;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(1728);

  private final Path jar;
  private final Path conversation;
  private final List<Duration> firstAnswers = new ArrayList<>();
  private final List<Duration> laterAnswers = new ArrayList<>();
  private final List<Duration> replays = new ArrayList<>();

  private EndToEnd(Path jar, Path conversation) {
    this.jar = jar;
    this.conversation = conversation;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path conversation = Files.createTempFile("conversation", ".jsonl");
    Files.write(conversation, conversation(new Random(1)));
    List<EndToEnd> programs = Stream.of(args).map(jar -> new EndToEnd(Path.of(jar).toAbsolutePath(), conversation)).toList();
    for (int round = 0; round < ROUNDS; round++) {
      for (EndToEnd program : programs) {
        program.round();
      }
    }
    Files.delete(conversation);
    programs.forEach(EndToEnd::print);
  }

  /** What 40 members say in 200 days: half of it check-ins, the rest looks at streaks and topics. */
  private static List<String> conversation(Random random) {
    Instant start = Instant.parse("2026-01-01T06:00:00Z");
    return IntStream.range(0, LINES)
        .mapToObj(
            line -> {
              double said = random.nextDouble();
              return "{\"at\":\"%s\",\"community\":\"lab\",\"member\":\"m%d\",\"text\":\"%s\"}"
                  .formatted(
                      start.plus(BETWEEN_LINES.multipliedBy(line)),
                      random.nextInt(MEMBERS),
                      said < 0.5 ? "/done" : said < 0.8 ? "/streak" : "/topic");
            })
        .toList();
  }

  private void round() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("cairn-bench");
    firstAnswers.add(run(folder, 1, "say", "/topic"));
    laterAnswers.add(run(folder, 1, "say", "/topic"));
    replays.add(run(folder, LINES, "replay", conversation.toString(), "--json"));
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(EndToEnd::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the program to its end, and fails unless it succeeds and says enough. */
  private Duration run(Path folder, int leastLines, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java(), "-jar", jar.toString()));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    long began = System.nanoTime();
    int code =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    Duration taken = Duration.ofNanos(System.nanoTime() - began);
    try (var lines = Files.lines(output)) {
      if (code != 0 || lines.count() < leastLines) {
        throw new IllegalStateException(String.join(" ", command) + " failed");
      }
    }
    return taken;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private void print() {
    System.out.printf("%s, %d rounds, seconds: least, median, most%n", jar, ROUNDS);
    print("the first answer in an empty folder", firstAnswers);
    print("an answer after that", laterAnswers);
    print("a replay of %,d lines".formatted(LINES), replays);
  }

  private static void print(String what, List<Duration> taken) {
    List<Double> seconds = taken.stream().map(each -> each.toMillis() / 1000.0).sorted().toList();
    System.out.printf("  %-36s %6.2f %6.2f %6.2f%n", what, seconds.getFirst(), seconds.get(seconds.size() / 2), seconds.getLast());
  }
}
