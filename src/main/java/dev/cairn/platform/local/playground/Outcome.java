package dev.cairn.platform.local.playground;

import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.RichText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of something that a member did. */
public sealed interface Outcome {

  /** The result is in the timeline. */
  record Shown() implements Outcome {}

  /**
   * A form is to be filled in, or filled in better.
   *
   * @param id names the open form
   * @param spec the command that the form will give
   * @param values what is filled in so far, by option
   * @param mistake what is wrong with it, or null
   */
  record Asked(
      String id, Form form, CommandSpec spec, Map<String, String> values, @Nullable Mistake mistake)
      implements Outcome {
    public Asked {
      values = Map.copyOf(values);
    }

    /** A form as it is opened: with what is filled in beforehand. */
    static Asked first(String id, Form form, CommandSpec spec) {
      return new Asked(id, form, spec, form.action().arguments(), null);
    }

    /** The same form to be filled in better. */
    Asked again(Map<String, String> given, Mistake wrong) {
      return new Asked(id, form, spec, given, wrong);
    }
  }

  /**
   * What is wrong with a form.
   *
   * @param option the field that is wrong, or null where it is the whole
   */
  record Mistake(@Nullable String option, RichText text) {}

  Outcome SHOWN = new Shown();
}
