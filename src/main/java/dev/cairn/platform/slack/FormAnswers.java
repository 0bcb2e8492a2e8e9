package dev.cairn.platform.slack;

import com.slack.api.model.view.ViewState;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.PlainText;
import dev.cairn.chat.Refusal;
import dev.cairn.command.References;
import dev.cairn.command.ValueReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was filled into a modal. */
final class FormAnswers {
  private FormAnswers() {}

  /** The raw value of each option that was filled in. */
  static Map<String, String> of(@Nullable ViewState state, List<String> asked) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String option : asked) {
      Map<String, ViewState.Value> block =
          state == null || state.getValues() == null ? null : state.getValues().get(option);
      if (block != null) {
        for (ViewState.Value value : block.values()) {
          String raw = raw(value);
          if (raw != null && !raw.isBlank()) {
            answers.put(option, raw);
          }
        }
      }
    }
    return answers;
  }

  /** What is wrong with the answers, by option; empty when nothing is. */
  static Map<String, String> problems(
      Map<String, String> answers, CommandSpec spec, References references) {
    ValueReader reader = new ValueReader(references);
    Map<String, String> problems = new LinkedHashMap<>();
    answers.forEach(
        (name, raw) ->
            spec.option(name)
                .ifPresent(
                    option -> {
                      String problem = problem(option, raw, reader);
                      if (problem != null) {
                        problems.put(name, problem);
                      }
                    }));
    return problems;
  }

  private static @Nullable String problem(Option option, String raw, ValueReader reader) {
    try {
      reader.read(option, raw);
      return null;
    } catch (Refusal refusal) {
      return PlainText.of(refusal.notice());
    }
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
