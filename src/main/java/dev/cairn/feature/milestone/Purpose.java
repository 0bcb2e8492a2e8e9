package dev.cairn.feature.milestone;

/** What a channel is for. */
public enum Purpose {
  /** Milestones are announced there. */
  ANNOUNCEMENTS,
  /** Moderators decide about milestones there. */
  DECISIONS
}
