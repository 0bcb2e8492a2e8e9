package dev.cairn.feature.group;

import dev.cairn.domain.group.Quorum;

/**
 * What a community may decide about its groups. Dated by the community's study day, so that a
 * change rewrites no date that has passed.
 *
 * @param quorum how many have to be present for a date to be kept
 * @param sizeLimit how many may belong to one group, at least 1
 */
public record GroupPolicy(Quorum quorum, int sizeLimit) {
  /** What holds until a community decides otherwise. */
  public static final GroupPolicy DEFAULT = new GroupPolicy(Quorum.DEFAULT, 50);

  public GroupPolicy {
    if (sizeLimit < 1) {
      throw new IllegalArgumentException("a group has room for at least 1: " + sizeLimit);
    }
  }
}
