package dev.cairn.bench;

import dev.cairn.platform.discord.standin.DiscordStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts the launcher beside the packaged jar, and makes the archive of loaded classes that it starts
 * with: {@code ClassArchive TARGET LAUNCHER SCRIPT}. Which classes it holds is seen from what the
 * packaged program loads when it connects to Discord and answers its commonest commands, when it
 * answers one on the command line, and when it replays a line. Their list is kept beside the
 * archive: where the program is to run with another Java or in another folder, the same script
 * makes an archive that fits there.
 */
final class ClassArchive {
  private static final String LISTING = "-XX:DumpLoadedClassList=";
  private static final int EACH = 5;

  private static final String LINE =
      """
      {"at":"2026-01-01T09:00:00Z","community":"lab","member":"asha","text":"/done"}
      """;

  /** A number that only one run of the JVM knows the class by. */
  private static final Pattern ID = Pattern.compile(" id: [0-9]+$");

  private final Path target;
  private final Path launcher;
  private final Path folder;

  private ClassArchive(Path target, Path folder) {
    this.target = target;
    this.launcher = target.resolve("cairn");
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    Path target = Path.of(arguments[0]).toAbsolutePath();
    ClassArchive archive = new ClassArchive(target, Files.createTempDirectory("cairn-classes"));
    try {
      archive.launcherFrom(Path.of(arguments[1]));
      Path list = Files.write(target.resolve("cairn.classes"), archive.classes());
      ended(
          Program.start(
              List.of(
                  Path.of(arguments[2]).toAbsolutePath().toString(),
                  target.toString(),
                  list.toString()),
              Map.of(),
              archive.folder));
    } finally {
      PlatformBench.delete(archive.folder);
    }
    System.exit(0);
  }

  private void launcherFrom(Path source) throws IOException {
    // Classes that come from an older archive would be missing in the list of the next.
    Files.deleteIfExists(target.resolve("cairn.jsa"));
    Files.copy(source, launcher, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Set<String> classes() throws IOException, InterruptedException {
    Path connected = folder.resolve("connected");
    try (Target discord = DiscordTarget.start(standIn -> connected(standIn, connected))) {
      for (BenchStep step : BenchStep.values()) {
        BenchTurn.of(discord, step, EACH, 1, user -> user);
      }
    }
    Path said = folder.resolve("said");
    listing(said, "say", "/topic");
    Path replayed = folder.resolve("replayed");
    listing(replayed, "replay", Files.writeString(folder.resolve("lines"), LINE).toString());
    Set<String> classes = new LinkedHashSet<>();
    for (Path list : List.of(connected, said, replayed)) {
      try (Stream<String> lines = Files.lines(list)) {
        lines
            .filter(line -> !line.startsWith("#") && !line.contains(" source: "))
            .map(line -> ID.matcher(line).replaceFirst(""))
            .forEach(classes::add);
      }
    }
    return classes;
  }

  private void listing(Path list, String... command) throws InterruptedException {
    ended(
        Program.start(
            Stream.concat(Stream.of(launcher.toString()), Stream.of(command)).toList(),
            Map.of("CAIRN_DATABASE_URL", database(), "JAVA_OPTS", LISTING + list),
            folder));
  }

  private Program connected(DiscordStandIn discord, Path list) {
    return Program.start(
        List.of(launcher.toString(), "run"),
        discord.environment(
            Map.of(
                "CAIRN_HTTP_PORT",
                "0",
                "CAIRN_DATABASE_URL",
                database(),
                "JAVA_OPTS",
                LISTING + list)),
        folder);
  }

  private String database() {
    return "jdbc:h2:file:" + folder.resolve("data").resolve("cairn");
  }

  private static void ended(Program program) throws InterruptedException {
    if (program.exitCode() != 0) {
      throw new IllegalStateException(program.lastWords());
    }
  }
}
