package dev.cairn.scenario;

/** Who takes part. */
enum Person {
  ASHA("Asha"),
  BEN("Ben"),
  CLEO("Cleo"),
  DARA("Dara"),
  EMIL("Emil"),
  FAY("Fay"),
  GUS("Gus"),
  HANA("Hana"),
  IVO("Ivo"),
  JUN("Jun"),
  KAI("Kai"),
  /** A moderator. */
  MO("Mo");

  private final String shownName;

  Person(String shownName) {
    this.shownName = shownName;
  }

  /** What they are called, on every platform. */
  String shownName() {
    return shownName;
  }
}
