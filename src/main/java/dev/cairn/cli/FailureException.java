package dev.cairn.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A command failed; the message is one line that says why. */
final class FailureException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** More than that of what somebody wrote says no more about it, in characters. */
  private static final int LONGEST = 500;

  FailureException(String message) {
    super(oneLine(message));
  }

  FailureException(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  /**
   * A file that could not be read or written.
   *
   * @param what was to be done: "write the backup"
   */
  static FailureException about(String what, Path file, IOException cause) {
    return new FailureException("cannot %s %s: %s".formatted(what, file, reason(cause)), cause);
  }

  /** The JDK's own messages of these are the path and nothing else. */
  private static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "there is no such file or folder";
      case FileAlreadyExistsException _ -> "it is there already";
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }

  /** Whatever it repeats of a file or of an argument. */
  private static String oneLine(String message) {
    String line = message.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
