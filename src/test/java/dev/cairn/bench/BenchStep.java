package dev.cairn.bench;

/** What somebody does on a platform. */
enum BenchStep {
  /** Makes us meet a member; never measured. */
  SETTINGS("settings"),
  TOPIC("topic"),
  ROLE("role name:\"mlops engineer\""),
  HELP("help"),
  SEARCH("search query:drift"),
  COMPLETION("role"),
  STREAK("streak"),
  DONE("done"),
  LEADERBOARD("leaderboard");

  private final String line;

  BenchStep(String line) {
    this.line = line;
  }

  /** As it is typed, without the slash. */
  String line() {
    return line;
  }

  /** The command alone. */
  String command() {
    return line.split(" ", 2)[0];
  }
}
