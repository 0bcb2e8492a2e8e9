package dev.cairn.database;

/** Makes commits that have returned survive power loss. */
interface Durability extends AutoCloseable {
  /** Returns when everything that this thread has committed is on the disk. */
  void sync();

  @Override
  void close();

  /** For a database that syncs each commit itself, or keeps nothing. */
  Durability NONE_NEEDED =
      new Durability() {
        @Override
        public void sync() {}

        @Override
        public void close() {}
      };
}
