package dev.cairn.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cairn.catalog.answer.Judgement;
import dev.cairn.catalog.seeds.CatalogLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Runs the labs of the days, and holds the numbers that they compute against those that the checks
 * expect. They need Python with NumPy, pandas, SciPy, scikit-learn, Matplotlib, cryptography and
 * pytest, which Debian has as {@code python3-sklearn python3-pandas python3-matplotlib
 * python3-cryptography python3-pytest}.
 */
final class LabTest {
  private static final Catalog CATALOG = CatalogLoader.builtIn();
  private static final Path LABS = Path.of("src", "test", "lab");

  /** Debian's own, which its packages belong to, before any other that is on the path. */
  private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

  @Test
  void aLabComputesWhatItsDayExpects() throws Exception {
    String python = python();
    assumeThat(python)
        .as("a Python with what this class names; Debian's packages of it are installed by .ci/run")
        .isNotEmpty();
    Map<String, Check.Numeric> expected = new HashMap<>();
    CATALOG.journey().stream()
        .flatMap(day -> day.checks().stream())
        .filter(Check.Numeric.class::isInstance)
        .map(Check.Numeric.class::cast)
        .forEach(check -> expected.put(check.day() + " " + check.id(), check));

    List<String> wrong = new ArrayList<>();
    int held = 0;
    for (String line : run(python, LABS.resolve("all.py").toString()).split("\n", -1)) {
      String[] parts = line.strip().split("\\s+", -1);
      // What a lab says beside its numbers begins with #.
      if (parts.length < 3 || parts[1].startsWith("#")) {
        continue;
      }
      Check.Numeric check = expected.get(parts[0] + " " + parts[1]);
      if (parts[1].equals("!") || check == null || !isNumber(parts[2])) {
        wrong.add(line);
        continue;
      }
      held++;
      if (check.judge(parts[2]) != Judgement.RIGHT) {
        wrong.add(line + ", but the day says " + check.shown());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(held).isGreaterThan(100);
  }

  private static boolean isNumber(String text) {
    return text.matches("[-+]?[0-9]*\\.?[0-9]+(e[-+]?[0-9]+)?");
  }

  private static String python() throws IOException, InterruptedException {
    for (String python : PYTHONS) {
      if (run(
              python,
              "-c",
              "import sklearn, pandas, scipy, matplotlib, cryptography, pytest; print('ready')")
          .contains("ready")) {
        return python;
      }
    }
    return "";
  }

  /** What a command prints; nothing where it cannot be started. */
  private static String run(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return printed;
    } catch (IOException absent) {
      return "";
    }
  }
}
