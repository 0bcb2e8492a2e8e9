package dev.cairn.picture.text;

import dev.cairn.picture.text.FontRuns.Run;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.List;

/** Sets lines of text of any script and direction. */
public final class Typesetter {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final FontLibrary fonts;
  private final FontRuns fontRuns;

  public Typesetter(FontLibrary fonts) {
    this.fonts = fonts;
    this.fontRuns = new FontRuns(fonts);
  }

  /** A line of its natural width. */
  public TextLayout line(String text, TextStyle style) {
    List<Run> runs = fontRuns.of(text, style.face());
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
  public TextLayout line(String text, TextStyle style, double maxWidth) {
    TextLayout line = line(text, style);
    if (line.getAdvance() <= maxWidth) {
      return line;
    }
    List<String> graphemes = Graphemes.of(text);
    TextLayout longest = line(Graphemes.ELLIPSIS, style);
    int fits = 0;
    int tooMany = graphemes.size();
    while (tooMany - fits > 1) {
      int middle = (fits + tooMany) / 2;
      String begin = String.join("", graphemes.subList(0, middle)).strip();
      TextLayout shorter = line(begin + Graphemes.ELLIPSIS, style);
      if (shorter.getAdvance() <= maxWidth) {
        fits = middle;
        longest = shorter;
      } else {
        tooMany = middle;
      }
    }
    return longest;
  }
}
