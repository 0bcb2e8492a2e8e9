package dev.cairn.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
  @Test
  void namesWhatGotWorseAndNothingElse(@TempDir Path folder) throws IOException {
    Path baseline = folder.resolve("baseline.json");
    figures(2, 1.2, 0.9, 300, 4).write(baseline);

    assertThat(figures(2, 1.2, 0.9, 300, 4).worseThan(baseline)).isEmpty();
    assertThat(figures(1, 0.5, 2, 30, 3).worseThan(baseline)).as("better").isEmpty();
    assertThat(figures(2.05, 1.3, 0.8, 320, 4).worseThan(baseline)).as("noise").isEmpty();
    assertThat(figures(3, 1.6, 0.5, 340, 5).worseThan(baseline))
        .containsExactly(
            "topic: calls is 3.0, was 2.0",
            "topic: p50 of ping is 1.6, was 1.2",
            "topic: rate of ping is 0.5, was 0.9",
            "topic: allocated KB is 340.0, was 300.0",
            "statements, H2: topic is 5.0, was 4.0");
  }

  @Test
  void tellsTheMedianOfTheRounds() {
    Figures figures = new Figures();
    figures.add("topic", "p50 ms", 9);
    figures.add("topic", "p50 ms", 1);
    figures.add("topic", "p50 ms", 2);

    assertThat(figures.table()).isEqualTo("| topic | p50 ms 2.0 |\n");
  }

  private static Figures figures(
      double calls, double p50, double rate, double allocated, double statements) {
    Figures figures = new Figures();
    figures.add("topic", "calls", calls);
    figures.add("topic", "p50 of ping", p50);
    figures.add("topic", "p50 ms", 1);
    figures.add("topic", "rate of ping", rate);
    figures.add("topic", "allocated KB", allocated);
    figures.add("statements, H2", "topic", statements);
    return figures;
  }
}
