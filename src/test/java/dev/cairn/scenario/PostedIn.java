package dev.cairn.scenario;

/** Where something is said. */
enum PostedIn {
  /** The channel that everybody is in. */
  CHANNEL,
  /** Between one member and Cairn. */
  DIRECT
}
