package dev.cairn.platform.slack.render;

import com.google.gson.JsonObject;
import dev.cairn.chat.OptionType.ChoiceValue;
import java.util.ArrayList;
import java.util.List;

/** SlackSuggestions as Slack shows them. */
public final class SlackSuggestions {
  private SlackSuggestions() {}

  /**
   * The suggestions, and at the end what was typed itself: Slack lets one only pick from a list,
   * where our options take any text.
   */
  public static List<JsonObject> options(List<ChoiceValue> suggestions, String typed) {
    List<JsonObject> options = new ArrayList<>();
    for (ChoiceValue suggestion : suggestions) {
      add(suggestion, options);
    }
    String text = typed.strip();
    boolean suggested =
        suggestions.stream()
            .anyMatch(s -> s.value().equalsIgnoreCase(text) || s.label().equalsIgnoreCase(text));
    if (!text.isEmpty() && !suggested) {
      add(new ChoiceValue(text, "“" + text + "”"), options);
    }
    return options;
  }

  private static void add(ChoiceValue choice, List<JsonObject> options) {
    String value = SlackEscapes.encoded(choice.value());
    if (value.length() <= SlackLimits.OPTION_VALUE && options.size() < SlackLimits.OPTIONS) {
      options.add(BlockKit.option(choice.label(), value));
    }
  }
}
