package dev.cairn.domain;

/** Names a member. */
public record MemberId(long value) implements Comparable<MemberId> {
  @Override
  public int compareTo(MemberId other) {
    return Long.compare(value, other.value);
  }
}
