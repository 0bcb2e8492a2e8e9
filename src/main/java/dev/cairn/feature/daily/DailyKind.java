package dev.cairn.feature.daily;

import java.util.Arrays;
import java.util.Locale;

/** What is posted of a day. */
public enum DailyKind {
  /** Its topic, with the question for the discussion at the end. */
  TOPIC("daily", "the topic"),
  /** The question for the discussion alone: a reminder of it, or for a channel of its own. */
  QUESTION("question", "the question for the discussion");

  private final String work;
  private final String words;

  DailyKind(String work, String words) {
    this.work = work;
    this.words = words;
  }

  /** What the work that posts it, and its messages, are called in the database. */
  String work() {
    return work;
  }

  /** As it is typed and stored: lower case. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** In words, within a sentence. */
  String words() {
    return words;
  }

  /** The kind that is typed so. */
  static DailyKind ofKey(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst().orElseThrow();
  }
}
