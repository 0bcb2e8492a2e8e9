package dev.cairn.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a text in UTF-8, counted, one in memory at a time. */
final class TextLines implements AutoCloseable {
  /** The longest line that is read, in bytes. */
  static final int LONGEST = 1 << 20;

  private final InputStream in;
  private int number;

  TextLines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** The number of the line that was read last, from 1. */
  int number() {
    return number;
  }

  /**
   * The next line without its end, or null after the last.
   *
   * @throws FailureException that names the line, when it is not UTF-8 or has no end
   */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return null;
    }
    number++;
    for (; next >= 0 && next != '\n'; next = in.read()) {
      if (line.size() == LONGEST) {
        throw new FailureException("line %d: longer than %d bytes".formatted(number, LONGEST));
      }
      line.write(next);
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(line.toByteArray()))
              .toString();
      return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw new FailureException("line %d: not UTF-8".formatted(number), notUtf8);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
