package dev.cairn;

import dev.cairn.cli.CairnCommand;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Runs the command line and exits with its code: 0 done, 1 failed, 2 wrong usage. */
  public static void main(String[] args) {
    System.exit(CairnCommand.run(args));
  }
}
