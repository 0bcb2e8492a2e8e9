package dev.cairn.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** A conversation that is to be replayed. */
public final class ReplayLinesFuzz {
  private ReplayLinesFuzz() {}

  /** It is read, or it is said in one line which line is wrong and why. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    try (TextLines lines = new TextLines(new ByteArrayInputStream(bytes))) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        ReplayLine.parse(lines.number(), line);
      }
    } catch (FailureException told) {
      String message = String.valueOf(told.getMessage());
      if (!message.matches("line \\d+: .*")) {
        throw new IllegalStateException("not one line with its number: " + message);
      }
    }
  }
}
