package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The image, as far as it can be told without a container engine; config/image/rehearse does more.
 */
final class ContainerImageTest {
  private static final Pattern MOUNT = Pattern.compile("- (\\./[a-z/]+):");

  private static List<String> last() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("Dockerfile"));
    int from = 0;
    for (int i = 0; i < lines.size(); i++) {
      from = lines.get(i).startsWith("FROM ") ? i : from;
    }
    return lines.subList(from, lines.size());
  }

  @Test
  void whatIsCopiedFromHereIsThere() throws IOException {
    List<Path> copied =
        Files.readAllLines(Path.of("Dockerfile")).stream()
            .filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
            .flatMap(line -> {
              String[] words = line.split(" ");
              return Stream.of(words).skip(1).limit(words.length - 2L);
            })
            .map(Path::of)
            .toList();
    assertThat(copied).hasSizeGreaterThan(4).allMatch(Files::exists);
  }

  @Test
  void itRunsWithoutRightsTellsItsHealthAndLearnsNothingAnew() throws IOException {
    List<String> last = last();
    assertThat(last).contains("USER 10001", "VOLUME /cairn/data");
    assertThat(last).anyMatch(line -> line.startsWith("HEALTHCHECK "));
    assertThat(last).noneMatch(line -> line.contains("mvn"));
    assertThat(last.indexOf("COPY --from=java /java /java"))
        .as("what changes seldom comes first")
        .isPositive()
        .isLessThan(last.indexOf("COPY --from=program /src/target/lib /cairn/lib"));
    assertThat(last.indexOf("COPY --from=program /src/target/lib /cairn/lib"))
        .isLessThan(last.indexOf("COPY --from=trained /cairn/cairn.aot /cairn/cairn.aot"));
    assertThat(Files.readString(Path.of("config/launcher/cairn")))
        .contains("-XX:+ExitOnOutOfMemoryError");
  }

  @Test
  void theScriptsCanBeRun() throws IOException {
    try (Stream<Path> scripts = Files.list(Path.of("config/image"))) {
      assertThat(scripts).hasSize(4).allMatch(Files::isExecutable);
    }
  }

  @Test
  void whatTheServicesMountIsThereAndNothingButTheDataCanBeWrittenTo() throws IOException {
    String compose = Files.readString(Path.of("compose.yaml"));
    Matcher mount = MOUNT.matcher(compose);
    int mounts = 0;
    while (mount.find()) {
      assertThat(Path.of(mount.group(1))).exists();
      mounts++;
    }
    assertThat(mounts).isEqualTo(3);
    assertThat(compose).contains("read_only: true", "cap_drop: [ALL]", "no-new-privileges:true");
  }
}
