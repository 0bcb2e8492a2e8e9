package dev.cairn.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The file of settings, as somebody in a hurry may leave it. */
public final class SettingsYamlFuzz {
  private static final Path FOLDER = folder();

  private SettingsYamlFuzz() {}

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("cairn-fuzz");
      Files.createDirectory(folder.resolve("config"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It is read, or it is said in one line what is wrong. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    Files.write(FOLDER.resolve("config/cairn.yaml"), bytes);
    try {
      SettingsLoader.load(FOLDER, Map.of());
    } catch (SettingsException told) {
      String message = String.valueOf(told.getMessage());
      if (message.isBlank() || message.lines().count() != 1) {
        throw new IllegalStateException("not one line: " + message);
      }
    }
  }
}
