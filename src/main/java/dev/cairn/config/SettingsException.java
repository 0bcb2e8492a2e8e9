package dev.cairn.config;

/**
 * A setting that stops the start. The message is one line, names the key and says what would be
 * right; it never shows a secret.
 */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SettingsException(String message) {
    super(message);
  }
}
