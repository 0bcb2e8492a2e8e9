package dev.cairn.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No sentence of ours is one of the documents': no ten words in a row are the same. */
class OriginalityTest {
  private static final int RUN = 10;
  private static final List<String> OURS =
      List.of("seeds", "docs", "src/main", "config", "README.md", "CONTRIBUTING.md");

  /**
   * What is quoted letter for letter, on purpose: which heading a source is, the headings that
   * documents.yaml lists, and addresses.
   */
  private static final Pattern QUOTED =
      Pattern.compile(
          "(section: |^      - name: )(\"[^\"]*\"|[^,}\n]*)|https?://\\S+", Pattern.MULTILINE);

  @Test
  void sharesNoRunOfTenWordsWithTheDocuments() throws IOException {
    Set<String> theirs = runs(SourceDocuments.texts().values());
    TreeMap<String, List<String>> copied = new TreeMap<>();

    for (Path file : ours()) {
      List<String> shared = shared(theirs, Files.readString(file));
      if (!shared.isEmpty()) {
        copied.put(file.toString(), shared);
      }
    }

    assertThat(copied).isEmpty();
  }

  @Test
  void findsAPlantedSentenceAndNoShorterOne() {
    Collection<String> documents = SourceDocuments.texts().values();
    Set<String> theirs = runs(documents);

    for (String document : documents) {
      List<String> words = words(document).subList(20, 30);
      assertThat(shared(theirs, "Ours: **" + String.join(",\\n", words) + "**, ours."))
          .containsExactly(String.join(" ", words));
      assertThat(shared(theirs, "Ours: " + String.join(" ", words.subList(0, 9)) + " xyzzy."))
          .isEmpty();
    }
  }

  private static List<Path> ours() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String root : OURS) {
      if (Files.exists(Path.of(root))) {
        try (Stream<Path> below = Files.walk(Path.of(root))) {
          below
              .filter(file -> file.toString().matches(".*\\.(yaml|json|md|java|html|js|sql)"))
              .forEach(files::add);
        }
      }
    }
    assertThat(files).isNotEmpty();
    return files;
  }

  private static List<String> shared(Set<String> theirs, String text) {
    return runs(words(QUOTED.matcher(text).replaceAll(" | ")))
        .filter(theirs::contains)
        .distinct()
        .toList();
  }

  private static Set<String> runs(Collection<String> texts) {
    return texts.stream().flatMap(text -> runs(words(text))).collect(Collectors.toSet());
  }

  private static Stream<String> runs(List<String> words) {
    return IntStream.rangeClosed(0, words.size() - RUN)
        .mapToObj(start -> String.join(" ", words.subList(start, start + RUN)));
  }

  private static List<String> words(String text) {
    return Pattern.compile("[\\p{L}\\p{N}]+")
        .matcher(text.toLowerCase(Locale.ROOT).replace("\\n", " "))
        .results()
        .map(match -> match.group())
        .toList();
  }
}
