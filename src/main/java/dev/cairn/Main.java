package dev.cairn;

/** The command line. */
public final class Main {
  private Main() {}

  /** Starts Cairn. */
  public static void main(String[] args) {}
}
