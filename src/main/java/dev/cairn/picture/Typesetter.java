package dev.cairn.picture;

import dev.cairn.picture.FontLibrary.Face;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets lines of text, each letter in a font that has it. What no font has gets a {@link StandIn},
 * never an empty box.
 */
final class Typesetter {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final int FIRST_FLAG_LETTER = 0x1F1E6;
  private static final int LAST_FLAG_LETTER = 0x1F1FF;

  private record Run(Face face, String text) {}

  private final FontLibrary fonts;

  Typesetter(FontLibrary fonts) {
    this.fonts = fonts;
  }

  /** A line of its natural width. */
  TextLayout line(String text, TextStyle style) {
    List<Run> runs = runs(Graphemes.of(text), style);
    StringBuilder drawn = new StringBuilder();
    runs.forEach(run -> drawn.append(run.text()));
    AttributedString line = new AttributedString(drawn.toString());
    line.addAttribute(TextAttribute.KERNING, TextAttribute.KERNING_ON);
    int start = 0;
    for (Run run : runs) {
      int end = start + run.text().length();
      line.addAttribute(
          TextAttribute.FONT, fonts.font(run.face()).deriveFont(style.size()), start, end);
      start = end;
    }
    return new TextLayout(line.getIterator(), CONTEXT);
  }

  /** A line no wider than that, its end replaced by an ellipsis where it is too long. */
  TextLayout line(String text, TextStyle style, double maxWidth) {
    TextLayout whole = line(text, style);
    if (whole.getAdvance() <= maxWidth) {
      return whole;
    }
    List<String> graphemes = Graphemes.of(text);
    TextLayout best = line(Graphemes.ELLIPSIS, style);
    int fits = 0;
    int tooMany = graphemes.size();
    while (tooMany - fits > 1) {
      int middle = (fits + tooMany) >>> 1;
      TextLayout shorter =
          line(String.join("", graphemes.subList(0, middle)).strip() + Graphemes.ELLIPSIS, style);
      if (shorter.getAdvance() <= maxWidth) {
        fits = middle;
        best = shorter;
      } else {
        tooMany = middle;
      }
    }
    return best;
  }

  private List<Run> runs(List<String> graphemes, TextStyle style) {
    List<Run> runs = new ArrayList<>();
    String before = "";
    for (String grapheme : graphemes) {
      String plain = withoutVariation(grapheme);
      Optional<Face> face = face(plain, style);
      if (face.isPresent()) {
        append(runs, new Run(face.get(), plain));
        before = "";
        continue;
      }
      String standIn = StandIn.of(plain);
      if (!standIn.startsWith("[") || !standIn.equals(before)) {
        append(runs, new Run(face(standIn, style).orElse(style.face()), standIn));
      }
      before = standIn;
    }
    return runs;
  }

  private static void append(List<Run> runs, Run next) {
    if (!runs.isEmpty() && runs.getLast().face() == next.face()) {
      next = new Run(next.face(), runs.removeLast().text() + next.text());
    }
    runs.add(next);
  }

  /** A face that has every letter of a text. */
  private Optional<Face> face(String text, TextStyle style) {
    for (Face face : List.of(style.face(), Face.KURINTO, Face.NOTO_SC)) {
      if (text.codePoints().allMatch(letter -> isJoiner(letter) || has(face, letter))) {
        return Optional.of(face);
      }
    }
    return Optional.empty();
  }

  private boolean has(Face face, int letter) {
    return fonts.font(face).canDisplay(letter);
  }

  private static boolean isJoiner(int codePoint) {
    return codePoint == 0x200C || codePoint == 0x200D;
  }

  /**
   * Our fonts have emoji in one colour only: of a family, a skin tone or a profession they show the
   * first person, of a flag its two letters.
   */
  private static String withoutVariation(String grapheme) {
    int first = grapheme.codePointAt(0);
    if (FIRST_FLAG_LETTER <= first && first <= LAST_FLAG_LETTER) {
      return grapheme
          .codePoints()
          .filter(letter -> FIRST_FLAG_LETTER <= letter && letter <= LAST_FLAG_LETTER)
          .collect(
              StringBuilder::new,
              (letters, letter) -> letters.append((char) ('A' + letter - FIRST_FLAG_LETTER)),
              StringBuilder::append)
          .toString();
    }
    return Character.isEmoji(first) ? Character.toString(first) : grapheme;
  }
}
