package dev.cairn.picture;

import static dev.cairn.picture.Theme.MARGIN;
import static dev.cairn.picture.Theme.WIDTH;

import dev.cairn.picture.text.Typesetter;

/** Draws {@link StageBars}: a heading, then a line and a bar to a part. */
final class StagePainter {
  private static final double TOP = 76;
  private static final double ROW = 33;
  private static final double RIGHT = WIDTH - MARGIN;
  private static final double BAR = 6;
  private static final double GAP = 9;

  private StagePainter() {}

  static Canvas paint(StageBars stages, Typesetter typesetter) {
    Canvas canvas = new Canvas(typesetter, TOP + stages.rows().size() * ROW + 10);
    canvas.text(stages.title(), MARGIN, 35, Theme.HEADING, RIGHT - MARGIN);
    canvas.text(stages.sum(), MARGIN, 54, Theme.LABEL, RIGHT - MARGIN);
    double top = TOP;
    for (StageBars.Row row : stages.rows()) {
      paint(canvas, row, top);
      top += ROW;
    }
    return canvas;
  }

  private static void paint(Canvas canvas, StageBars.Row row, double top) {
    double baseline = top + 11;
    String count = Count.of(row.done()) + " of " + Count.of(row.of());
    double taken = canvas.textEndingAt(RIGHT, count, baseline, Theme.LABEL);
    canvas.text(
        row.name(), MARGIN, baseline, Theme.LABEL.in(Theme.TEXT), RIGHT - MARGIN - taken - GAP);
    double whole = RIGHT - MARGIN;
    canvas.fill(Canvas.rounded(MARGIN, top + 17, whole, BAR, BAR / 2), Theme.TRACK);
    if (row.done() > 0) {
      double length = Math.max(BAR, whole * row.done() / Math.max(row.done(), row.of()));
      canvas.fill(Canvas.rounded(MARGIN, top + 17, length, BAR, BAR / 2), Theme.DONE);
    }
  }
}
