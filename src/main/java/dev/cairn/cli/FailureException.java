package dev.cairn.cli;

/** A command failed; the message is one line that says why. */
final class FailureException extends RuntimeException {
  private static final long serialVersionUID = 1;

  FailureException(String message) {
    super(message);
  }

  FailureException(String message, Throwable cause) {
    super(message, cause);
  }
}
