package dev.cairn.picture.text;

import dev.cairn.picture.text.FontLibrary.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds each letter of a text a face that has it. What no face has gets a {@link FallbackFace},
 * never an empty box.
 */
final class FontRuns {
  private static final int FIRST_FLAG_LETTER = 0x1F1E6;
  private static final int LAST_FLAG_LETTER = 0x1F1FF;

  /** A stretch of text that one face has. */
  record Run(Face face, String text) {}

  private final FontLibrary fonts;

  FontRuns(FontLibrary fonts) {
    this.fonts = fonts;
  }

  /** A text as it is to be drawn, in a face as far as that has its letters. */
  List<Run> of(String text, Face preferred) {
    List<Face> faces = List.of(preferred, Face.KURINTO, Face.NOTO_SC);
    List<Run> runs = new ArrayList<>();
    String lastStandIn = "";
    for (String grapheme : Graphemes.of(text)) {
      String plain = plain(grapheme);
      Optional<Face> face = faceOf(plain, faces);
      if (face.isPresent()) {
        append(runs, new Run(face.get(), plain));
        lastStandIn = "";
        continue;
      }
      FallbackFace standIn = FallbackFace.of(plain);
      if (!standIn.ofWord() || !standIn.text().equals(lastStandIn)) {
        append(runs, new Run(faceOf(standIn.text(), faces).orElse(preferred), standIn.text()));
      }
      lastStandIn = standIn.text();
    }
    return runs;
  }

  private static void append(List<Run> runs, Run next) {
    if (!runs.isEmpty() && runs.getLast().face() == next.face()) {
      runs.add(new Run(next.face(), runs.removeLast().text() + next.text()));
    } else {
      runs.add(next);
    }
  }

  private Optional<Face> faceOf(String text, List<Face> faces) {
    return faces.stream()
        .filter(face -> text.codePoints().allMatch(letter -> isJoiner(letter) || has(face, letter)))
        .findFirst();
  }

  private boolean has(Face face, int letter) {
    return fonts.font(face).canDisplay(letter);
  }

  private static boolean isJoiner(int codePoint) {
    return codePoint == 0x200C || codePoint == 0x200D;
  }

  /**
   * Our faces have emoji in one colour and one form only: of a family, a skin tone or a profession
   * they show the first person, of a flag its two letters.
   */
  private static String plain(String grapheme) {
    int first = grapheme.codePointAt(0);
    if (isFlagLetter(first)) {
      StringBuilder country = new StringBuilder();
      grapheme
          .codePoints()
          .filter(FontRuns::isFlagLetter)
          .forEach(letter -> country.append((char) ('A' + letter - FIRST_FLAG_LETTER)));
      return country.toString();
    }
    return Character.isEmoji(first) ? Character.toString(first) : withoutVariation(grapheme);
  }

  private static boolean isFlagLetter(int codePoint) {
    return FIRST_FLAG_LETTER <= codePoint && codePoint <= LAST_FLAG_LETTER;
  }

  /** Variants of a letter's form are not for our faces to tell apart. */
  private static String withoutVariation(String grapheme) {
    int[] letters =
        grapheme.codePoints().filter(letter -> letter < 0xFE00 || 0xFE0F < letter).toArray();
    return letters.length == 0 ? " " : new String(letters, 0, letters.length);
  }
}
