package dev.cairn.domain;

/** Names a community. */
public record CommunityId(long value) implements Comparable<CommunityId> {
  @Override
  public int compareTo(CommunityId other) {
    return Long.compare(value, other.value);
  }
}
