package dev.cairn.picture.text;

import static java.util.stream.Collectors.joining;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/**
 * What is drawn in the place of a letter that no embedded font has: Korean spelled out letter by
 * letter, a word of another script by the script's name, a symbol by a plain one.
 *
 * @param text in letters that the fonts do have
 * @param ofWord whether it replaces a whole word of such letters
 */
record FallbackFace(String text, boolean ofWord) {
  private static final FallbackFace SYMBOL = new FallbackFace("◇", false);

  private static final int FIRST_SYLLABLE = 0xAC00;
  private static final int LAST_SYLLABLE = 0xD7A3;
  private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final String VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
  private static final String FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

  static FallbackFace of(String grapheme) {
    int letter = grapheme.codePointAt(0);
    if (isSyllable(letter)) {
      String letters =
          grapheme
              .codePoints()
              .filter(FallbackFace::isSyllable)
              .mapToObj(FallbackFace::spelled)
              .collect(joining());
      return new FallbackFace(letters, false);
    }
    UnicodeScript script = UnicodeScript.of(letter);
    return switch (script) {
      case COMMON, INHERITED, UNKNOWN -> SYMBOL;
      default -> new FallbackFace("[" + name(script) + "]", true);
    };
  }

  private static String name(UnicodeScript script) {
    String name = script.name().replace('_', ' ');
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static boolean isSyllable(int codePoint) {
    return FIRST_SYLLABLE <= codePoint && codePoint <= LAST_SYLLABLE;
  }

  /** By the arithmetic of the Unicode Standard, section 3.12. */
  private static String spelled(int syllable) {
    int index = syllable - FIRST_SYLLABLE;
    int endings = FINALS.length() + 1;
    int ending = index % endings;
    return ""
        + INITIALS.charAt(index / endings / VOWELS.length())
        + VOWELS.charAt(index / endings % VOWELS.length())
        + (ending == 0 ? "" : FINALS.charAt(ending - 1));
  }
}
