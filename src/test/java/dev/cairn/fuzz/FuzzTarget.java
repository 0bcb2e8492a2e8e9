package dev.cairn.fuzz;

import dev.cairn.catalog.seeds.CatalogYamlFuzz;
import dev.cairn.cli.ReplayLinesFuzz;
import dev.cairn.command.ControlIdFuzz;
import dev.cairn.config.SettingsYamlFuzz;
import dev.cairn.feature.feed.FeedFuzz;
import dev.cairn.platform.slack.SlackBodyFuzz;
import dev.cairn.platform.slack.receive.SlackTextFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What reads bytes that an outsider chose. Each has a folder of examples of its name. */
enum FuzzTarget {
  SLACK_TEXT(SlackTextFuzz.class, ""),
  SLACK_BODY(SlackBodyFuzz.class, "com.slack.api.bolt.util.**"),
  CATALOG_YAML(CatalogYamlFuzz.class, "org.snakeyaml.engine.**"),
  SETTINGS_YAML(SettingsYamlFuzz.class, "org.yaml.**"),
  REPLAY_LINES(ReplayLinesFuzz.class, ""),
  FEED(FeedFuzz.class, "com.rometools.**"),
  CONTROL_ID(ControlIdFuzz.class, "");

  private static final Path EXAMPLES = Path.of("src", "test", "resources", "fuzz");

  private final Class<?> type;
  private final String library;

  FuzzTarget(Class<?> type, String library) {
    this.type = type;
    this.library = library;
  }

  /** One try; what it throws is a fault of ours. */
  interface Attempt {
    void with(byte[] bytes) throws Exception;
  }

  Class<?> type() {
    return type;
  }

  Attempt attempt() {
    return switch (this) {
      case SLACK_TEXT -> SlackTextFuzz::fuzzerTestOneInput;
      case SLACK_BODY -> SlackBodyFuzz::fuzzerTestOneInput;
      case CATALOG_YAML -> CatalogYamlFuzz::fuzzerTestOneInput;
      case SETTINGS_YAML -> SettingsYamlFuzz::fuzzerTestOneInput;
      case REPLAY_LINES -> ReplayLinesFuzz::fuzzerTestOneInput;
      case FEED -> FeedFuzz::fuzzerTestOneInput;
      case CONTROL_ID -> ControlIdFuzz::fuzzerTestOneInput;
    };
  }

  /** The classes whose branches lead the search. */
  String instrumented() {
    return library.isEmpty() ? "dev.cairn.**" : "dev.cairn.**:" + library;
  }

  /** Its name as in a command and in a path: {@code slack-text}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where its examples are, among them all that once broke it. */
  Path folder() {
    return EXAMPLES.resolve(key());
  }

  List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.sorted().toList();
    }
  }
}
