package dev.cairn.catalog.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds out which of several options somebody chose. */
public final class Options {
  /** {@code #2} is always the second, so that a button need not carry the text. */
  private static final Pattern PLACE = Pattern.compile("#(\\d)");

  /** {@code b}, {@code (B)}, {@code b.}, {@code option 2}. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:option |answer |no\\.? |number )?\\(?(?:([a-z])|(\\d))[).:]?",
          Pattern.CASE_INSENSITIVE);

  /** {@code b) the whole text after it}. */
  private static final Pattern LABELLED =
      Pattern.compile(
          "\\(?(?:[a-d]|\\d)[).:]\\s+(\\S.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final int SHORTEST_BEGINNING = 4;

  private Options() {}

  /**
   * The index of the option that is meant, from 0: by {@code #} and its place, its text, its letter
   * or number, its text with small slips, or the beginning of its text where no other begins so.
   */
  public static OptionalInt chosen(String answer, List<String> options) {
    String typed = answer.strip();
    Matcher place = PLACE.matcher(typed);
    if (place.matches()) {
      return within(Integer.parseInt(place.group(1)) - 1, options);
    }
    OptionalInt byText = byText(typed, options);
    if (byText.isPresent()) {
      return byText;
    }
    Matcher label = LABEL.matcher(typed);
    if (label.matches()) {
      return within(
          Optional.ofNullable(label.group(1))
              .map(letter -> letter.toLowerCase(Locale.ROOT).charAt(0) - 'a')
              .orElseGet(() -> Integer.parseInt(label.group(2)) - 1),
          options);
    }
    Matcher labelled = LABELLED.matcher(typed);
    if (labelled.matches()) {
      return byTextOrNearly(labelled.group(1), options);
    }
    return byTextOrNearly(typed, options);
  }

  private static OptionalInt byTextOrNearly(String typed, List<String> options) {
    OptionalInt byText = byText(typed, options);
    if (byText.isPresent()) {
      return byText;
    }
    String given = ShortText.normalised(typed);
    OptionalInt misspelt =
        only(options, option -> ShortText.isSlip(given, ShortText.normalised(option)));
    if (misspelt.isPresent() || given.length() < SHORTEST_BEGINNING) {
      return misspelt;
    }
    return only(options, option -> ShortText.normalised(option).startsWith(given));
  }

  private static OptionalInt byText(String typed, List<String> options) {
    OptionalInt same = only(options, option -> option.strip().equalsIgnoreCase(typed.strip()));
    if (same.isPresent()) {
      return same;
    }
    String given = ShortText.normalised(typed);
    return only(options, option -> ShortText.normalised(option).equals(given));
  }

  /** The one option for which this holds; none if it holds for several. */
  private static OptionalInt only(List<String> options, Predicate<String> condition) {
    int[] found =
        IntStream.range(0, options.size())
            .filter(index -> condition.test(options.get(index)))
            .limit(2)
            .toArray();
    return found.length == 1 ? OptionalInt.of(found[0]) : OptionalInt.empty();
  }

  private static OptionalInt within(int index, List<String> options) {
    return index >= 0 && index < options.size() ? OptionalInt.of(index) : OptionalInt.empty();
  }
}
