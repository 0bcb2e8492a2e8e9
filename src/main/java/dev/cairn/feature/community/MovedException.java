package dev.cairn.feature.community;

/** Thrown where a community has become a part of another since it was looked up. */
final class MovedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MovedException() {
    super(null, null, false, false);
  }
}
