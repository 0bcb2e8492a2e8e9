package dev.cairn.catalog.seeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A copy of the real content, to be broken. */
public record EditedSeeds(Path folder) {
  static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final Path REAL = Path.of("seeds");

  /** Copies the content below a folder. */
  static EditedSeeds below(Path parent) throws IOException {
    Path folder = parent.resolve("content");
    try (Stream<Path> files = Files.walk(REAL)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(REAL.relativize(file).toString()));
      }
    }
    return new EditedSeeds(folder);
  }

  String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  EditedSeeds write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    return this;
  }

  EditedSeeds delete(String file) throws IOException {
    Files.delete(folder.resolve(file));
    return this;
  }

  /**
   * Replaces the first match of a pattern.
   *
   * @return the line on which it begins, from 1
   */
  public int replace(String file, String pattern, String replacement) throws IOException {
    String text = text(file);
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new AssertionError(file + " has no " + pattern);
    }
    write(file, matcher.replaceFirst(replacement));
    return 1 + (int) text.substring(0, matcher.start()).chars().filter(c -> c == '\n').count();
  }

  /** What is wrong with it. */
  List<ContentProblem> problems() {
    return found().problems();
  }

  Findings found() {
    return CatalogCheck.check(folder, TODAY);
  }
}
