package dev.cairn.platform.slack.receive;

import com.slack.api.model.view.ViewState;
import dev.cairn.chat.Value;
import dev.cairn.platform.slack.render.SlackEscapes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was filled into a modal. */
final class FormAnswers {
  private FormAnswers() {}

  /** The value of each option that was filled in. */
  static Map<String, Value> of(@Nullable ViewState state, List<String> asked) {
    Map<String, Value> answers = new LinkedHashMap<>();
    for (String option : asked) {
      Map<String, ViewState.Value> block =
          state == null || state.getValues() == null ? null : state.getValues().get(option);
      if (block != null) {
        for (ViewState.Value value : block.values()) {
          String raw = raw(value);
          if (raw != null && !raw.isBlank()) {
            answers.put(option, new Value.Text(raw));
          }
        }
      }
    }
    return answers;
  }

  private static @Nullable String raw(ViewState.Value value) {
    if (value.getSelectedOption() != null) {
      return SlackEscapes.decoded(value.getSelectedOption().getValue());
    }
    for (String given :
        new @Nullable String[] {
          value.getValue(),
          value.getSelectedDate(),
          value.getSelectedUser(),
          value.getSelectedConversation(),
          value.getSelectedChannel()
        }) {
      if (given != null) {
        return given;
      }
    }
    return null;
  }
}
