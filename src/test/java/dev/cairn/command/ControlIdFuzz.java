package dev.cairn.command;

import dev.cairn.chat.reply.Refusal;
import java.nio.charset.StandardCharsets;

/** Ids of buttons, selects and forms, as somebody else may send them. */
public final class ControlIdFuzz {
  private static final int ANY_LENGTH = 100_000;

  private ControlIdFuzz() {}

  /** What is read can be written, and then reads the same; all else is refused. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    ControlId id;
    try {
      id = ControlId.read(text);
    } catch (Refusal outdated) {
      return;
    }
    String written = id.written(ANY_LENGTH).orElseThrow();
    ControlId again = ControlId.read(written);
    if (!again.equals(id)) {
      throw new IllegalStateException(
          "%s reads as %s, and %s as %s".formatted(text, id, written, again));
    }
  }
}
