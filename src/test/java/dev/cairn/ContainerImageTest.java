package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.config.Settings;
import dev.cairn.config.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The image, as far as it can be told without a container engine; config/image/rehearse does more.
 */
final class ContainerImageTest {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[^}]*)}");
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
        .isLessThan(last.indexOf("COPY --from=trained /cairn/cairn.jsa /cairn/cairn.jsa"));
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
  void whatTheServicesMountIsThere() throws IOException {
    String compose = Files.readString(Path.of("compose.yaml"));
    Matcher mount = MOUNT.matcher(compose);
    int mounts = 0;
    while (mount.find()) {
      assertThat(Path.of(mount.group(1))).exists();
      mounts++;
    }
    assertThat(mounts).isEqualTo(3);
  }

  @Test
  void bothProcessesOfComposeAreHeldToTheSameAndShareNothingButTheDatabase() throws IOException {
    Map<String, Object> services = merged(compose().get("services"));
    Map<String, Object> one = merged(services.get("cairn"));
    Map<String, Object> other = merged(services.get("second"));
    assertThat(one)
        .containsEntry("read_only", true)
        .containsEntry("cap_drop", List.of("ALL"))
        .containsEntry("security_opt", List.of("no-new-privileges:true"))
        .doesNotContainKey("profiles");
    assertThat(other).containsEntry("profiles", List.of("several"));
    Set<String> differing = new TreeSet<>(other.keySet());
    differing.removeIf(key -> Objects.equals(other.get(key), one.get(key)));
    assertThat(differing).containsExactly("environment", "ports", "profiles", "volumes");
    assertThat(other.get("volumes")).isNotEqualTo(one.get("volumes"));
    assertThat(merged(compose().get("volumes"))).containsKeys("cairn", "second");
    // What hands over takes up to 30 s, and what is under way some more.
    assertThat(one).containsEntry("stop_grace_period", "60s");
    Settings first = SettingsLoader.load(Path.of("config", "image"), environment(one));
    Settings second = SettingsLoader.load(Path.of("config", "image"), environment(other));
    assertThat(second.database()).isEqualTo(first.database());
    assertThat(first.database().url()).startsWith("jdbc:postgresql://postgres:");
    assertThat(second.discord()).isEqualTo(first.discord()).isPresent();
    assertThat(second.slack()).isEqualTo(first.slack()).isPresent();
    assertThat(first.backup()).isPresent();
    assertThat(second.backup()).as("one of them is enough").isEmpty();
  }

  @Test
  void whatTheServicesWaitForTellsItsHealth() throws IOException {
    Map<String, Object> services = merged(compose().get("services"));
    Set<String> waitedFor = new TreeSet<>();
    services.values().stream()
        .map(service -> merged(service).get("depends_on"))
        .filter(Objects::nonNull)
        .forEach(on -> waitedFor.addAll(merged(on).keySet()));
    assertThat(waitedFor).containsExactly("postgres");
    assertThat(merged(services.get("postgres"))).containsKey("healthcheck");
  }

  private static Map<String, Object> compose() throws IOException {
    return merged(
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(Path.of("compose.yaml"))));
  }

  /** A mapping with what it takes over from another, as Compose reads it. */
  private static Map<String, Object> merged(@Nullable Object mapping) {
    Map<String, Object> merged = new LinkedHashMap<>();
    Map<?, ?> own = (Map<?, ?>) Objects.requireNonNull(mapping);
    if (own.get("<<") instanceof Map<?, ?> taken) {
      merged.putAll(merged(taken));
    }
    own.forEach((key, value) -> {
      if (!key.equals("<<")) {
        merged.put(key.toString(), value == null ? "" : value);
      }
    });
    return merged;
  }

  /** What the process is given where every token is set. */
  private static Map<String, String> environment(Map<String, Object> service) {
    Map<String, String> environment = new LinkedHashMap<>();
    merged(service.get("environment"))
        .forEach((name, value) ->
            environment.put(
                name, VARIABLE.matcher(value.toString()).replaceAll(ContainerImageTest::set)));
    return environment;
  }

  private static String set(MatchResult variable) {
    return variable.group(2).equals(":-0") ? "0" : "set";
  }
}
