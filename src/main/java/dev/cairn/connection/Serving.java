package dev.cairn.connection;

/** Which of the processes that share a database serves a community. */
public enum Serving {
  /** This one alone. */
  HERE,
  /** Another one, or none just now. */
  ELSEWHERE,
  /** Whichever is asked. */
  ANYWHERE
}
