package dev.cairn.feature.daily;

import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Value;
import java.util.Arrays;
import java.util.List;

/** The options that tell which daily post is meant. */
final class DailyOptions {
  /** Stands for every track, and for every weekday. */
  static final String ALL = "all";

  private static final int LONGEST_TRACK = 60;

  static final Option<Value.Channel> CHANNEL =
      Option.optional("channel", new OptionType.Channel(true), "The post in which channel");

  static final Option<String> KIND =
      Option.optional(
          "kind",
          new OptionType.Choice(
              Arrays.stream(DailyKind.values())
                  .map(kind -> new ChoiceValue(kind.key(), kind.words()))
                  .toList()),
          "What is posted: the topic, or the question for the discussion alone");

  static final Option<String> TRACK =
      Option.optional(
          "track",
          new OptionType.Text(LONGEST_TRACK),
          "Only topics of this track; all for every one");

  private DailyOptions() {}

  /** The names of all of them. */
  static List<String> names() {
    return List.of(CHANNEL.name(), KIND.name(), TRACK.name());
  }
}
