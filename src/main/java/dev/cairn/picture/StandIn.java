package dev.cairn.picture;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is drawn in the place of letters that no embedded font has. */
final class StandIn {
  private static final String SYMBOL = "◇";

  private static final int FIRST_SYLLABLE = 0xAC00;
  private static final int LAST_SYLLABLE = 0xD7A3;
  private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final String VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
  private static final String FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

  private StandIn() {}

  /**
   * Korean spelled out letter by letter, a word in another script by the script's name, a symbol by
   * a plain one.
   */
  static String of(String grapheme) {
    int letter = grapheme.codePointAt(0);
    if (isSyllable(letter)) {
      return grapheme.codePoints().mapToObj(StandIn::spelled).collect(Collectors.joining());
    }
    UnicodeScript script = UnicodeScript.of(letter);
    return switch (script) {
      case COMMON, INHERITED, UNKNOWN -> SYMBOL;
      default -> "[" + name(script) + "]";
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
  private static String spelled(int codePoint) {
    if (!isSyllable(codePoint)) {
      return Character.toString(codePoint);
    }
    int index = codePoint - FIRST_SYLLABLE;
    int endings = FINALS.length() + 1;
    int ending = index % endings;
    return ""
        + INITIALS.charAt(index / endings / VOWELS.length())
        + VOWELS.charAt(index / endings % VOWELS.length())
        + (ending == 0 ? "" : FINALS.charAt(ending - 1));
  }
}
