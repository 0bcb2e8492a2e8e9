package dev.cairn.scenario;

/** Where something is said. */
enum PostedIn {
  /** The channel that everybody is in. */
  CHANNEL,
  /** A channel in which each post is a thread, where the platform has such. */
  FORUM,
  /** Another, in which each post must have a tag. */
  TAGGED_FORUM,
  /** Between one member and Cairn. */
  DIRECT
}
