package dev.cairn.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cairn.platform.discord.standin.DiscordStandIn;
import dev.cairn.platform.slack.standin.SlackStandIn;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The programs that Cairn is compared with, started like Cairn: same flags, an archive of classes.
 */
final class Pings {
  private static final int TRAINING = 100;

  /** Bolt looks closely at what a token looks like. */
  private static final String BOT_TOKEN = "xoxb-1-2-stand-in";

  private final Path folder;
  private final List<String> flags;
  private final String classpath;
  private final List<String> trained = new ArrayList<>();

  /**
   * @param folder for what they need
   * @param flags for the JVM
   * @param libraries the folder of the libraries that Cairn runs with
   */
  Pings(Path folder, List<String> flags, Path libraries) throws IOException {
    this.folder = folder;
    this.flags = flags;
    Path jar = folder.resolve("pings.jar");
    pack(
        jar,
        List.of(
            JdaPingBot.class.getName().replace('.', '/') + ".class",
            BoltPingApp.class.getName().replace('.', '/') + ".class"));
    try (Stream<Path> jars = Files.list(libraries)) {
      this.classpath =
          Stream.concat(Stream.of(jar), jars.sorted())
              .map(Path::toString)
              .collect(Collectors.joining(File.pathSeparator));
    }
  }

  /** An archive of loaded classes cannot be made of a folder. */
  private static void pack(Path jar, List<String> names) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      // Without it Bolt writes every request into its log.
      out.putNextEntry(new ZipEntry("logback.xml"));
      out.write("<configuration><root level=\"WARN\"/></configuration>".getBytes(UTF_8));
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        try (InputStream in = Pings.class.getClassLoader().getResourceAsStream(name)) {
          if (in == null) {
            throw new IOException(name + " is missing");
          }
          in.transferTo(out);
        }
      }
    }
  }

  /** A way to start a program and connect it. */
  private interface Start {
    Target start() throws IOException, InterruptedException;
  }

  Target onDiscord() throws IOException, InterruptedException {
    return trained("discord", () -> DiscordTarget.start(this::discord));
  }

  Target inSlackBySocket() throws IOException, InterruptedException {
    return trained("socket", () -> SlackTarget.start(false, this::slackSocket));
  }

  Target inSlackByHttp() throws IOException, InterruptedException {
    return trained("http", () -> SlackTarget.start(true, this::slackHttp));
  }

  /** The first time lets it do what it does, and has it write down its classes when it ends. */
  private Target trained(String kind, Start start) throws IOException, InterruptedException {
    if (!trained.contains(kind)) {
      try (Target target = start.start()) {
        BenchTurn.of(target, BenchStep.TOPIC, TRAINING, 1, i -> i);
      }
      trained.add(kind);
    }
    return start.start();
  }

  private Program discord(DiscordStandIn discord) {
    return start("discord", JdaPingBot.class, DiscordStandIn.TOKEN, discord.apiUrl().toString());
  }

  private Program slackSocket(SlackStandIn slack, int port) {
    return start(
        "socket",
        BoltPingApp.class,
        slack.apiUrl().toString(),
        BOT_TOKEN,
        "socket",
        SlackStandIn.APP_TOKEN);
  }

  private Program slackHttp(SlackStandIn slack, int port) {
    return start(
        "http",
        BoltPingApp.class,
        slack.apiUrl().toString(),
        BOT_TOKEN,
        "http",
        SlackTarget.SECRET,
        Integer.toString(port));
  }

  private Program start(String kind, Class<?> main, String... arguments) {
    Path archive = folder.resolve(kind + ".aot");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add((trained.contains(kind) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + archive);
    command.addAll(List.of("-classpath", classpath, main.getName()));
    command.addAll(List.of(arguments));
    return Program.start(command, Map.of(), folder);
  }
}
