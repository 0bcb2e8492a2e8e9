package dev.cairn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule of docs/rules-tests.md is held by tests that exist. */
class RulesTestsTest {
  private static final Path TABLE = Path.of("docs/rules-tests.md");
  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");
  private static final Pattern RULE = Pattern.compile("(?m)^\\| (?!rule |---)(.*?) \\| (.*) \\|$");

  private static Map<String, Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""), Function.identity()));
    }
  }

  private static boolean exists(Map<String, Path> sources, MatchResult named) {
    Path source = sources.get(named.group(1));
    try {
      return source != null
          && Pattern.compile(
                  "(?s)@(?:Test|ParameterizedTest)\\b(?:(?!\\bvoid\\b).)*\\bvoid "
                      + named.group(2)
                      + "\\(")
              .matcher(Files.readString(source))
              .find();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void check(String table) throws IOException {
    Map<String, Path> sources = sources();
    List<MatchResult> rules = RULE.matcher(table).results().toList();
    assertThat(rules).hasSizeGreaterThan(50);
    for (MatchResult rule : rules) {
      List<MatchResult> named = NAMED.matcher(rule.group(2)).results().toList();
      assertThat(named).as(rule.group(1)).isNotEmpty();
      assertThat(named)
          .as(rule.group(1))
          .allSatisfy(test -> assertThat(exists(sources, test)).as(test.group()).isTrue());
    }
  }

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    check(Files.readString(TABLE));
  }

  @Test
  void aTestThatDoesNotExistIsFound() throws IOException {
    String table = Files.readString(TABLE);
    assertThatThrownBy(() -> check(table + "| a rule | `StudyClockTest#isNowhere` |\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("isNowhere");
    assertThatThrownBy(() -> check(table + "| a rule | nothing |\n"))
        .isInstanceOf(AssertionError.class);
  }
}
