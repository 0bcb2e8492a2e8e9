package dev.cairn.catalog;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The documents that the content was made from, which are not ours to pass on: tests that compare
 * with them are skipped where they are absent. They are looked for in {@code ../shared/seeds}, or
 * in the folder that the system property {@code cairn.documents} names.
 */
final class SourceDocuments {
  private static final Path FOLDER =
      Path.of(System.getProperty("cairn.documents", "../shared/seeds"));

  private SourceDocuments() {}

  /** Their texts by file name; the test that asks is skipped where they are absent. */
  static Map<String, String> texts() {
    assumeTrue(Files.isDirectory(FOLDER), () -> "no documents in " + FOLDER);
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
