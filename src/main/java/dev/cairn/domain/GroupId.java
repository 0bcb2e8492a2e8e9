package dev.cairn.domain;

/** Names a group. */
public record GroupId(long value) implements Comparable<GroupId> {
  @Override
  public int compareTo(GroupId other) {
    return Long.compare(value, other.value);
  }
}
