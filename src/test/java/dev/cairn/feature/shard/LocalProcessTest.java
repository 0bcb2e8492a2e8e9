package dev.cairn.feature.shard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a process can tell of others on its machine. */
@EnabledOnOs(OS.LINUX)
final class LocalProcessTest {
  private static final LocalProcess SELF = LocalProcess.current().orElseThrow();

  @Test
  void isReadAsItWasRecorded() {
    assertThat(SELF.recorded()).hasSizeLessThan(200);
    assertThat(LocalProcess.of(SELF.recorded())).contains(SELF);
    assertThat(LocalProcess.of("unheard of")).isEmpty();
  }

  @Test
  void whoRunsHasNotEnded() throws Exception {
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      LocalProcess running = LocalProcess.numbered(other.pid()).orElseThrow();
      assertThat(SELF.seesTheEndOf(SELF)).isFalse();
      assertThat(SELF.seesTheEndOf(running)).isFalse();
      other.destroyForcibly().waitFor();
      assertThat(SELF.seesTheEndOf(running)).isTrue();
      assertThat(LocalProcess.numbered(other.pid())).isEmpty();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void aNumberThatWasGivenAgainIsAnotherProcess() {
    assertThat(SELF.seesTheEndOf(new LocalProcess(SELF.where(), SELF.number(), "1"))).isTrue();
  }

  /** Another machine, container or user: what is not in sight here may run there. */
  @Test
  void whoIsNotInSightMayRun() {
    LocalProcess elsewhere = new LocalProcess(SELF.where() + "0", "4194305", "1");
    assertThat(SELF.seesTheEndOf(elsewhere)).isFalse();
    assertThat(SELF.seesTheEndOf(new LocalProcess(SELF.where(), "4194305", "1"))).isTrue();
  }
}
