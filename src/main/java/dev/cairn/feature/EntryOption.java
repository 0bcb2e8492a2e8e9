package dev.cairn.feature;

import dev.cairn.catalog.Entries;
import dev.cairn.catalog.Entry;
import dev.cairn.chat.Action;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Suggester;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.RichText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An option that takes the name of an entry of the catalogue: completes it, finds it, and tells
 * what may have been meant.
 *
 * @param entries what there is to choose from
 * @param kind what one of them is called, in the singular: {@code role}
 * @param command the command that has the option, without it
 * @param option the option's name
 * @param label what an entry is called where it is offered
 */
public record EntryOption<T extends Entry>(
    Entries<T> entries, String kind, Action command, String option, Function<T, String> label) {
  private static final int SUGGESTIONS = 25;

  /** An option whose entries are offered by their names. */
  public EntryOption(Entries<T> entries, String kind, Action command, String option) {
    this(entries, kind, command, option, Entry::name);
  }

  /** Completes names as they are typed; the first entries where nothing is typed yet. */
  public Suggester suggester() {
    return (caller, typed) -> {
      List<T> found = typed.isBlank() ? entries : entries.ranked(typed, SUGGESTIONS);
      return found.stream()
          .limit(SUGGESTIONS)
          .map(entry -> new ChoiceValue(entry.id(), label.apply(entry)))
          .toList();
    };
  }

  /** The command, given with this entry. */
  public Action on(T entry) {
    return command.with(option, entry.id());
  }

  /** The entry of this name, or the only one that has these words in its name. */
  public Optional<T> meant(String typed) {
    return entries
        .named(typed)
        .or(() ->
            having(typed).size() == 1 ? having(typed).stream().findFirst() : Optional.empty());
  }

  /**
   * The entry that was meant.
   *
   * @param otherwise what to offer, beside the nearest names, where there is none
   * @throws Refusal where there is none, or more than one
   */
  public T find(String typed, Control... otherwise) {
    return meant(typed).orElseThrow(() -> notFound(typed, otherwise));
  }

  /** What may have been meant, the likeliest first. */
  public List<NotFound.Guess> guesses(String typed) {
    return entries.ranked(typed, NotFound.GUESSES).stream()
        .map(entry -> new NotFound.Guess(label.apply(entry), on(entry)))
        .toList();
  }

  private Refusal notFound(String typed, Control... otherwise) {
    return having(typed).isEmpty()
        ? NotFound.of(kind, typed, guesses(typed), otherwise)
        : NotFound.because(
            RichText.of("“" + typed + "” could be more than one " + kind + "."),
            guesses(typed),
            otherwise);
  }

  private List<T> having(String typed) {
    Phrase phrase = Phrase.of(typed);
    return entries.stream().filter(entry -> entry.names().anyMatch(phrase::isIn)).toList();
  }
}
