import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/**
 * Puts the launcher beside the packaged jar, and trains the archive of loaded classes that it starts with: {@code java Assemble.java TARGET
 * LAUNCHER CONVERSATION}. The training is a replay of a conversation in which every command occurs.
 */
public final class Assemble {
  private static final long MINUTES = 5;

  private Assemble() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path target = Path.of(args[0]).toAbsolutePath();
    Path launcher = target.resolve("cairn");
    Files.copy(Path.of(args[1]), launcher, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));

    Path archive = target.resolve("cairn.aot");
    Files.deleteIfExists(archive);
    ProcessBuilder training =
        new ProcessBuilder(launcher.toString(), "replay", Path.of(args[2]).toAbsolutePath().toString(), "--json");
    // The flags decide whether an archive can be used: the launcher itself gives them.
    training.environment().put("JAVA_OPTS", "-XX:AOTCacheOutput=" + archive);
    training.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Path output = target.resolve("cairn-training.log");
    Process process = training.directory(target.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0 || !Files.exists(archive)) {
      process.destroyForcibly();
      System.err.println(Files.readString(output));
      throw new IllegalStateException("the archive of loaded classes could not be trained");
    }
  }
}
