package dev.cairn.scenario;

/** Who can be mentioned together: a role on Discord, a user group in Slack. */
enum Circle {
  READERS;

  /** What it is called, on every platform. */
  String shownName() {
    return "readers";
  }
}
