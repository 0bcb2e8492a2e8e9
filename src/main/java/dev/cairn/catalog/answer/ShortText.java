package dev.cairn.catalog.answer;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Compares short texts as a kind examiner would. */
public final class ShortText {
  /** A slip in a shorter word may well make another word of it. */
  private static final int SHORTEST_MISSPELT = 5;

  private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern JOINS = Pattern.compile("(?<=\\p{L})[\\s\\p{Pd}]+(?=\\p{L})");
  private static final Pattern EDGES =
      Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", Pattern.DOTALL);
  private static final Pattern LETTERS = Pattern.compile("\\p{L}+(?:['’]\\p{L}+)?");

  private ShortText() {}

  /**
   * A text without what does not matter in an answer: case, spaces at the ends and doubled ones,
   * punctuation at the ends. A text that is all punctuation keeps it.
   */
  public static String normalised(String text) {
    String plain =
        SPACE
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
            .replaceAll(" ")
            .strip();
    String core = EDGES.matcher(plain).replaceAll("");
    return core.isEmpty() ? plain : core;
  }

  /** Judges an answer that may be given in several forms. */
  public static Judgement judge(String answer, Collection<String> accepted) {
    String given = normalised(answer);
    if (given.isEmpty()) {
      return Judgement.UNREADABLE;
    }
    boolean misspelt = false;
    for (String form : accepted) {
      String wanted = normalised(form);
      if (wanted.equals(given)) {
        return Judgement.RIGHT;
      }
      misspelt |= isSlip(given, wanted);
    }
    return misspelt ? Judgement.MISSPELT : Judgement.WRONG;
  }

  /**
   * Whether one normalised text is the other but for small slips: at most one in a word of five
   * letters or more, or words joined, parted or hyphenated otherwise. What is not made of letters
   * alone ({@code x_train}, {@code float32}) has to be the same: there a slip is another meaning.
   */
  static boolean isSlip(String given, String wanted) {
    String[] givenWords = JOINS.matcher(given).replaceAll(" ").split(" ", -1);
    String[] wantedWords = JOINS.matcher(wanted).replaceAll(" ").split(" ", -1);
    if (givenWords.length != wantedWords.length) {
      return isSlipInAWord(joined(given), joined(wanted));
    }
    for (int i = 0; i < wantedWords.length; i++) {
      if (!givenWords[i].equals(wantedWords[i]) && !isSlipInAWord(givenWords[i], wantedWords[i])) {
        return false;
      }
    }
    return true;
  }

  private static String joined(String text) {
    return JOINS.matcher(text).replaceAll("");
  }

  private static boolean isSlipInAWord(String given, String wanted) {
    return given.equals(wanted)
        || (wanted.length() >= SHORTEST_MISSPELT
            && LETTERS.matcher(given).matches()
            && LETTERS.matcher(wanted).matches()
            && DISTANCE.apply(given, wanted) <= 1);
  }
}
