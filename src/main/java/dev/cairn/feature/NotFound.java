package dev.cairn.feature;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.spelling.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * "There is no role “enginer”. Did you mean …?": the refusal of a name that nothing has, with a
 * button for each of those that may have been meant.
 */
public final class NotFound {
  /** As many guesses as one takes in at a glance. */
  public static final int GUESSES = 3;

  private NotFound() {}

  /**
   * Something that may have been meant.
   *
   * @param name what people call it
   * @param action the command that was given, with this in the place of what was typed
   */
  public record Guess(String name, Action action) {}

  /**
   * Refuses a name that nothing has.
   *
   * @param kind what was looked for, in the singular: {@code role}
   * @param typed what was typed
   * @param guesses what may have been meant, the likeliest first; possibly empty
   * @param otherwise what else to do, below the guesses: a list of all there are
   */
  public static Refusal of(String kind, String typed, List<Guess> guesses, Control... otherwise) {
    return because(RichText.of("There is no " + kind + " “" + typed + "”."), guesses, otherwise);
  }

  /**
   * Refuses in words of one's own.
   *
   * @param said why nothing was found, a whole sentence
   * @param guesses what may have been meant, the likeliest first; possibly empty
   * @param otherwise what else to do, below the guesses
   */
  public static Refusal because(RichText said, List<Guess> guesses, Control... otherwise) {
    List<Control> controls = new ArrayList<>();
    guesses.forEach(guess -> controls.add(button(guess)));
    controls.addAll(Arrays.asList(otherwise));
    RichText text =
        guesses.isEmpty()
            ? said.then(typed(otherwise))
            : said.then(
                Wording.didYouMean(
                    guesses.stream().map(guess -> RichText.EMPTY.bold(guess.name())).toList()));
    return Refusal.of(
        Reply.Notice.refused(Problem.NOT_FOUND, text).with(controls.toArray(Control[]::new)));
  }

  /**
   * Guesses among things that have a name.
   *
   * @param action the command to give for one of them
   */
  public static <T> List<Guess> guesses(
      String typed,
      Collection<T> candidates,
      Function<T, String> name,
      Function<T, Action> action) {
    return Nearest.ranked(typed, candidates, name, GUESSES).stream()
        .map(candidate -> new Guess(name.apply(candidate), action.apply(candidate)))
        .toList();
  }

  /** What the buttons do, for whoever sees none. */
  private static RichText typed(Control... controls) {
    RichText text = RichText.EMPTY;
    for (Control control : controls) {
      if (control instanceof Control.Button button) {
        text = text.plain(" " + button.label() + ": ").command(button.action()).plain(".");
      }
    }
    return text;
  }

  private static Control button(Guess guess) {
    return new Control.Button(
        guess.name(), guess.action(), Control.Button.Style.SECONDARY, Effect.REPLY);
  }
}
