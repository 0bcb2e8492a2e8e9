package dev.cairn.config;

import dev.cairn.spelling.Nearest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the settings: the bundled defaults, over them {@code config/cairn.yaml}, over that the
 * environment.
 */
public final class SettingsLoader {
  private static final String DEFAULTS = "config/cairn.yaml";
  private static final String PREFIX = "CAIRN_";

  private final SmallRyeConfig config;

  private SettingsLoader(SmallRyeConfig config) {
    this.config = config;
  }

  /**
   * Reads the settings in force.
   *
   * @param folder where {@code config/cairn.yaml} is looked for; it need not exist
   * @param environment variables; only those that begin with {@code CAIRN_} are read
   * @throws SettingsException when a key is unknown or its value is wrong
   */
  public static Settings load(Path folder, Map<String, String> environment) {
    YamlConfigSource defaults = yaml(bundled(), 100);
    Map<String, String> known =
        defaults.getPropertyNames().stream()
            .collect(Collectors.toMap(SettingsLoader::variable, key -> key));
    SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withSources(defaults);
    Path file = folder.resolve(DEFAULTS);
    if (Files.isDirectory(file)) {
      throw unreadable(file, "it is a folder");
    }
    if (Files.isRegularFile(file)) {
      requireKeys(file);
      YamlConfigSource own = yaml(file, 200);
      own.getPropertyNames().forEach(key -> requireKnown(key, known.values(), file.toString()));
      builder.withSources(own);
    }
    Map<String, String> variables =
        environment.entrySet().stream()
            .filter(variable -> variable.getKey().startsWith(PREFIX))
            .peek(variable -> requireKnown(variable.getKey(), known.keySet(), "the environment"))
            .collect(
                Collectors.toMap(
                    variable -> Objects.requireNonNull(known.get(variable.getKey())),
                    Map.Entry::getValue));
    builder.withSources(new PropertiesConfigSource(variables, "environment", 300));
    return new SettingsLoader(builder.build()).settings();
  }

  private Settings settings() {
    return new Settings(
        database(),
        discord(),
        slack(),
        http(),
        backup(),
        text("seeds").map(Path::of),
        reviewsSharedBy());
  }

  private List<String> reviewsSharedBy() {
    return text("reviews.shared-by").stream()
        .flatMap(places -> Arrays.stream(places.split(",")))
        .map(String::strip)
        .filter(place -> !place.isEmpty())
        .peek(SettingsLoader::requirePlace)
        .toList();
  }

  private static void requirePlace(String place) {
    if (!place.matches("(?:discord|slack|local)/.+")) {
      throw wrong(
          "reviews.shared-by",
          "names no community by \"" + place + "\"; write discord/ID, slack/ID or local/NAME");
    }
  }

  private DatabaseSettings database() {
    String url = text("database.url").orElseThrow(() -> wrong("database.url", "must not be empty"));
    if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
      throw wrong("database.url", "must begin with jdbc:h2: or jdbc:postgresql:");
    }
    return new DatabaseSettings(
        url, text("database.user").orElse(""), text("database.password").orElse(""));
  }

  private Optional<DiscordSettings> discord() {
    int shards = text("discord.shards").isPresent() ? number("discord.shards") : 0;
    return text("discord.token")
        .map(token -> new DiscordSettings(token, base("discord.api-url"), shards));
  }

  private Optional<SlackSettings> slack() {
    String bot = text("slack.bot-token").orElse(null);
    String app = text("slack.app-token").orElse(null);
    String secret = text("slack.signing-secret").orElse(null);
    String clientId = text("slack.client-id").orElse(null);
    String clientSecret = text("slack.client-secret").orElse(null);
    if (bot == null && app == null && secret == null) {
      return Optional.empty();
    }
    if (secret == null && (app == null || bot == null)) {
      String missing = app == null ? "slack.app-token" : "slack.bot-token";
      throw wrong(missing, "is missing: Socket Mode needs slack.bot-token and slack.app-token");
    }
    if (secret != null && bot == null && (clientId == null || clientSecret == null)) {
      throw wrong(
          "slack.bot-token",
          "is missing: over HTTP, set it for one workspace, or slack.client-id and"
              + " slack.client-secret for many");
    }
    return Optional.of(
        new SlackSettings(
            bot,
            app,
            secret,
            clientId,
            clientSecret,
            tokenKey(clientId != null),
            address("slack.public-url"),
            base("slack.api-url"),
            command()));
  }

  private @Nullable String tokenKey(boolean needed) {
    Optional<String> key = text("slack.token-key");
    if (key.isEmpty() && needed) {
      throw wrong("slack.token-key", "is missing: make one with `openssl rand -base64 32`");
    }
    key.ifPresent(value -> {
      try {
        if (Base64.getDecoder().decode(value).length == 32) {
          return;
        }
      } catch (IllegalArgumentException notBase64) {
        // Told below, in the words that also meet a key of the wrong length.
      }
      throw wrong("slack.token-key", "must be 32 bytes as base64");
    });
    return key.orElse(null);
  }

  private String command() {
    return matching(
        "slack.command", "[a-z0-9_-]{1,32}", "must be one lower-case word without the slash");
  }

  private String matching(String key, String pattern, String otherwise) {
    String typed = text(key).orElse("");
    if (!typed.matches(pattern)) {
      throw wrong(key, otherwise);
    }
    return typed;
  }

  private Optional<BackupSettings> backup() {
    Duration every = Duration.ofHours(number("backup.every-hours"));
    int keep = number("backup.keep");
    return text("backup.folder").map(folder -> new BackupSettings(Path.of(folder), every, keep));
  }

  private int number(String key) {
    return Integer.parseInt(
        matching(key, "[1-9]\\d{0,3}", "must be a whole number from 1 to 9999"));
  }

  private HttpSettings http() {
    String drain =
        matching("http.drain-seconds", "\\d{1,2}", "must be a whole number from 0 to 99");
    String port = text("http.port").orElse("");
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
      throw wrong("http.port", "must be a port number from 0 to 65535");
    }
    return new HttpSettings(
        text("http.host").orElseThrow(() -> wrong("http.host", "must not be empty")),
        Integer.parseInt(port),
        Duration.ofSeconds(Long.parseLong(drain)));
  }

  /** A base address, which our libraries want to end in a slash. */
  private @Nullable URI base(String key) {
    URI uri = address(key);
    return uri == null || uri.toString().endsWith("/") ? uri : URI.create(uri + "/");
  }

  private @Nullable URI address(String key) {
    Optional<String> value = text(key);
    if (value.isEmpty()) {
      return null;
    }
    try {
      URI uri = new URI(value.get());
      if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (URISyntaxException notAUri) {
      // Told below, in the words that also meet an address of another scheme.
    }
    throw wrong(key, "must be a web address that begins with http:// or https://");
  }

  /** The value of a key; empty where it is blank, which is how the defaults say "none". */
  private Optional<String> text(String key) {
    return config.getOptionalValue(key, String.class).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static void requireKnown(String key, Iterable<String> known, String where) {
    List<String> names = new java.util.ArrayList<>();
    known.forEach(names::add);
    if (!names.contains(key)) {
      String meant =
          Nearest.to(key, names, name -> name)
              .map(near -> "; did you mean " + near + "?")
              .orElse("");
      throw new SettingsException("unknown setting " + key + " in " + where + meant);
    }
  }

  private static SettingsException wrong(String key, String why) {
    return new SettingsException("setting " + key + " (" + variable(key) + ") " + why);
  }

  private static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static URL bundled() {
    return Objects.requireNonNull(SettingsLoader.class.getClassLoader().getResource(DEFAULTS));
  }

  /**
   * Refuses what the library would pass over in silence, a key that is there twice and a file that
   * is no mapping, and names the line where a file is no YAML.
   */
  private static void requireKeys(Path file) {
    try {
      Object keys = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
      if (keys != null && !(keys instanceof Map)) {
        throw unreadable(file, "it has no keys; write one a line, like seeds: my-content");
      }
    } catch (MarkedYamlEngineException e) {
      String line =
          e.getProblemMark().map(mark -> "line " + (mark.getLine() + 1) + ": ").orElse("");
      throw unreadable(file, line + firstLine(e.getProblem()));
    } catch (CharacterCodingException e) {
      throw unreadable(file, "save it as UTF-8 text");
    } catch (IOException | YamlEngineException | NumberFormatException e) {
      // The last is the parser's own, of an escape in quotes without its digits.
      throw unreadable(file, firstLine(e.getMessage()));
    } catch (StackOverflowError e) {
      throw unreadable(file, "it is nested too deeply");
    }
  }

  private static SettingsException unreadable(Path file, String why) {
    return new SettingsException("cannot read " + file + ": " + why);
  }

  private static String firstLine(@Nullable String message) {
    return String.valueOf(message).lines().findFirst().orElse("");
  }

  private static YamlConfigSource yaml(Path file, int ordinal) {
    try {
      return yaml(file.toUri().toURL(), ordinal);
    } catch (IOException e) {
      throw unreadable(file, firstLine(e.getMessage()));
    }
  }

  private static YamlConfigSource yaml(URL file, int ordinal) {
    try {
      return new YamlConfigSource(file, ordinal);
    } catch (IOException | RuntimeException e) {
      throw new SettingsException(
          "cannot read " + file.getPath() + ": " + firstLine(e.getMessage()));
    } catch (StackOverflowError e) {
      // An alias that stands for what it stands in: the library follows it without end.
      throw new SettingsException(
          "cannot read " + file.getPath() + ": something in it contains itself");
    }
  }
}
