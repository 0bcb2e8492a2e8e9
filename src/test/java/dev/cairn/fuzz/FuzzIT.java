package dev.cairn.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.fuzz.Fuzzing.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whatever an outsider sends is read or refused, and nothing falls over it. A few seconds each;
 * {@code -Dfuzz.seconds=60} makes them longer. Always from one seed, so that a build does not fail
 * by chance; the command, which .ci/run gives as well, tries new ones. How to replay what it found:
 * docs/testing.md.
 */
class FuzzIT {
  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 3);
  private static final String SEED = "20261129";

  @Test
  void whateverIsSentIsReadOrRefused() throws Exception {
    assumeTrue(Fuzzing.isPossible(), "Jazzer brings no native part for this machine");
    for (Outcome outcome : new Fuzzing(SECONDS, SEED).tryAll(List.of(FuzzTarget.values()))) {
      System.out.println(outcome.summary());
      assertThat(outcome.isSound()).as(outcome.found()).isTrue();
      assertThat(outcome.branches())
          .as("found its way by branches\n%s", outcome.log())
          .isGreaterThan(50);
    }
  }
}
