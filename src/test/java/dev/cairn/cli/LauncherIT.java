package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.catalog.seeds.CatalogLoader;
import dev.cairn.cli.PackagedProgram.Outcome;
import dev.cairn.platform.discord.standin.DiscordStandIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher beside the packaged jar. */
@Timeout(120)
class LauncherIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void saysWhatTheJarSays() throws Exception {
    String[] command = {"say", "--at", "2026-01-01T09:00:00Z", "/topic"};
    Outcome launched = PackagedProgram.launched(folder, Map.of()).run(command);
    Outcome jar = new PackagedProgram(folder, Map.of()).run(command);
    assertThat(launched).isEqualTo(jar);
    assertThat(launched.exitCode()).isZero();
    assertThat(launched.err()).isEmpty();
  }

  /** Copied files are younger than those that the archive was made of. */
  @Test
  void saysNothingOfAnArchiveThatDoesNotFit() throws Exception {
    for (String copied : List.of("cairn", "cairn.jar")) {
      Files.copy(PackagedProgram.JAR.resolveSibling(copied), folder.resolve(copied));
    }
    for (String linked : List.of("cairn.jsa", "lib")) {
      Files.createSymbolicLink(folder.resolve(linked), PackagedProgram.JAR.resolveSibling(linked));
    }
    Process copy =
        new ProcessBuilder(folder.resolve("cairn").toString(), "--version")
            .redirectErrorStream(true)
            .start();
    assertThat(new String(copy.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("cairn ");
  }

  @Test
  void passesExitCodesOn() throws Exception {
    Outcome wrong = PackagedProgram.launched(folder, Map.of()).run("nonsense");
    assertThat(wrong.exitCode()).isEqualTo(2);
  }

  /** A process without memory answers nobody: ended, it is started again. */
  @Test
  void endsWhenItRunsOutOfMemory() throws Exception {
    Outcome tight =
        PackagedProgram.launched(folder, Map.of("JAVA_OPTS", "-Xmx12m")).run("say", "/topic");
    assertThat(tight.exitCode()).isEqualTo(3);
    assertThat(tight.out() + tight.err()).contains("OutOfMemoryError");
  }

  /** The archive is silently left out where it does not fit the flags or the jars. */
  @Test
  void loadsItsClassesFromTheArchive() throws Exception {
    Path log = folder.resolve("classes.log");
    PackagedProgram.launched(folder, Map.of("JAVA_OPTS", "-Xlog:class+load:file=" + log))
        .run("say", "/topic");
    assertNineInTenArchived(log, "dev.cairn.", 100);
  }

  @Test
  void connectsToDiscordWithClassesFromTheArchive() throws Exception {
    Path log = folder.resolve("classes.log");
    try (DiscordStandIn discord = DiscordStandIn.open()) {
      Process cairn =
          PackagedProgram.launched(
                  folder,
                  discord.environment(
                      Map.of("CAIRN_HTTP_PORT", "0", "JAVA_OPTS", "-Xlog:class+load:file=" + log)))
              .startWritingTo(folder.resolve("log"), "run");
      try {
        discord.await("PUT", "/applications/4242/commands");
      } finally {
        cairn.destroyForcibly().waitFor();
      }
    }
    assertNineInTenArchived(log, "net.dv8tion.", 300);
  }

  private static void assertNineInTenArchived(Path log, String packages, int atLeast)
      throws IOException {
    List<String> loaded =
        Files.readAllLines(log).stream()
            .filter(line -> line.contains(" " + packages) && !line.contains("$$"))
            .toList();
    assertThat(loaded).hasSizeGreaterThan(atLeast);
    assertThat(loaded.stream().filter(line -> line.contains("shared objects file")).count())
        .isGreaterThan(loaded.size() * 9L / 10);
  }

  /** Lucene's advice is for vectors, which it is not used for. */
  @Test
  void searchesWithoutAdviceFromItsLibraries() throws Exception {
    Outcome found = PackagedProgram.launched(folder, Map.of()).run("say", "/search drift");
    assertThat(found.exitCode()).isZero();
    assertThat(found.err()).isEmpty();
  }

  @Test
  void bringsTheContentThatItsFilesHold() throws Exception {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    CatalogLoader.prepare(content);
    try (FileSystem jar = FileSystems.newFileSystem(PackagedProgram.JAR)) {
      assertThat(Files.readAllBytes(jar.getPath("prepared/seeds")))
          .isEqualTo(content.toByteArray());
      for (String more : List.of("index", "migrations", "database")) {
        assertThat(jar.getPath("prepared", more)).isNotEmptyFile();
      }
    }
  }
}
