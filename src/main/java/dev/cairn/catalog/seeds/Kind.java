package dev.cairn.catalog.seeds;

/** The kinds of entries that have ids. */
enum Kind {
  TRACK("track"),
  UNIT("unit"),
  TOPIC("topic"),
  DAY("day"),
  ROLE("role"),
  TEAM("team"),
  TOOL("tool"),
  CERTIFICATION("certification"),
  RESOURCE("resource"),
  ROADMAP("roadmap"),
  PATH("path"),
  DEFINITION("definition"),
  TERM("term"),
  DOCUMENT("document");

  private final String label;

  Kind(String label) {
    this.label = label;
  }

  /** What an author calls it. */
  String label() {
    return label;
  }

  /** What an author calls several of them; also the name of the list that holds them. */
  String plural() {
    return label + "s";
  }
}
