package dev.cairn.chat;

import java.util.List;

/** Completes what somebody is typing into an option. */
@FunctionalInterface
public interface Suggester {

  /**
   * The best completions first, at most 25.
   *
   * @param caller who is typing
   * @param typed what they have typed so far, possibly empty
   */
  List<OptionType.ChoiceValue> suggest(Caller caller, String typed);

  /** Suggests nothing. */
  Suggester NONE = (caller, typed) -> List.of();
}
