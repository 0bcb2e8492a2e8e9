package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapAdviceTest {
  @Test
  void saysNothingOfAHeapThatFits() {
    assertThat(HeapAdvice.of(96L << 20)).isEmpty();
    assertThat(HeapAdvice.of((1L << 30) - 1)).isEmpty();
  }

  @Test
  void namesAHeapOfGigabytesAndWhatIsEnough() {
    assertThat(HeapAdvice.of(6_442_450_944L))
        .hasValueSatisfying(said ->
            assertThat(said)
                .contains("6.0 GB", "96 MB", "launcher", "-Xmx96m")
                .doesNotContain("\n"));
  }
}
