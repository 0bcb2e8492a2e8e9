package dev.cairn.cli;

import java.util.Optional;

/**
 * What to say of the memory that the JVM may take. Left to itself it takes a quarter of the machine
 * before it cleans up, and {@code java -jar} takes no flags from the jar.
 */
final class HeapAdvice {
  private static final long MEGABYTE = 1L << 20;
  private static final long PLENTY = 1024 * MEGABYTE;

  private HeapAdvice() {}

  /**
   * One line for whoever starts it; empty where nothing is wrong.
   *
   * @param heap the most that the heap may take, in bytes
   */
  static Optional<String> of(long heap) {
    return heap < PLENTY
        ? Optional.empty()
        : Optional.of(
            "The heap may grow to %.1f GB before memory is given back; 96 MB is enough. Start by the launcher beside the jar, or with java -Xmx96m -jar …"
                .formatted((double) heap / PLENTY));
  }
}
