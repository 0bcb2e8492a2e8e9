package dev.cairn.catalog.seeds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of content that a community brings. */
public final class CatalogYamlFuzz {
  private static final Path FOLDER = folder();
  private static final String FILE = "roles.yaml";

  private CatalogYamlFuzz() {}

  private static Path folder() {
    try {
      return Files.createTempDirectory("cairn-fuzz");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It is read, or it is said what is wrong and in which line. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    Files.copy(
        new ByteArrayInputStream(bytes),
        FOLDER.resolve(FILE),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    try {
      SeedNode read = SeedReader.read(new Seeds.Folder(FOLDER), FILE);
      if (read.line() < 1) {
        throw new IllegalStateException("a line before the first");
      }
    } catch (BrokenContentException told) {
      for (ContentProblem problem : told.problems()) {
        if (problem.line() < 1 || problem.what().isBlank() || problem.remedy().isBlank()) {
          throw new IllegalStateException(problem.toString());
        }
      }
    }
  }
}
