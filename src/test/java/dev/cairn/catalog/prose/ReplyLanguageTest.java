package dev.cairn.catalog.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Replies and documents read as little translated as the content does. */
final class ReplyLanguageTest {
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(//|\\*|/\\*).*$");
  private static final Pattern LITERAL =
      Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)* (?:[^\"\\\\\\n]|\\\\.)*)\"");

  @Test
  void noReplyHasAWordToAvoid() throws IOException {
    List<String> found = new ArrayList<>();
    for (String room : List.of("feature", "cli")) {
      for (Path file : files(Path.of("src/main/java/dev/cairn", room), ".java")) {
        Matcher literal = LITERAL.matcher(COMMENT.matcher(Files.readString(file)).replaceAll(""));
        while (literal.find()) {
          report(found, file, literal.group(1));
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void noDocumentHasAWordToAvoid() throws IOException {
    List<String> found = new ArrayList<>();
    List<Path> documents = new ArrayList<>(files(Path.of("docs"), ".md"));
    documents.removeIf(file -> file.startsWith(Path.of("docs/decisions")));
    documents.addAll(
        List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("config/cairn.yaml")));
    for (Path file : documents) {
      for (String line : Files.readAllLines(file)) {
        report(found, file, line);
      }
    }
    assertThat(found).isEmpty();
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static void report(List<String> found, Path file, String text) {
    WordsToAvoid.in(text)
        .forEach(word -> found.add(file + ": \"" + word.words() + "\" in: " + text.strip()));
  }
}
