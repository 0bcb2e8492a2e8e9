package dev.cairn.platform.local.playground;

import java.util.List;

/** What a playground keeps over a restart. */
public interface PlaygroundRecords {
  /** Keeps nothing. */
  PlaygroundRecords NONE =
      new PlaygroundRecords() {
        @Override
        public List<Message> messages() {
          return List.of();
        }

        @Override
        public void keep(Message message, long forgotten) {}

        @Override
        public Contents contents() {
          return new Contents(0, 0, 0, 0);
        }

        @Override
        public void empty() {}
      };

  /** The messages, oldest first. */
  List<Message> messages();

  /**
   * Keeps a message that was added or changed.
   *
   * @param forgotten the newest message of its channel that makes room, along with all before it; 0
   *     where none need
   */
  void keep(Message message, long forgotten);

  /** What is in the community. */
  Contents contents();

  /** Deletes the community, and everything in it. */
  void empty();

  /** How much there is of what people would miss. */
  record Contents(long members, long checkIns, long posts, long groups) {}
}
