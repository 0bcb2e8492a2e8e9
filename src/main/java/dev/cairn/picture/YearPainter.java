package dev.cairn.picture;

import static dev.cairn.picture.Theme.MARGIN;
import static dev.cairn.picture.Theme.WIDTH;

import dev.cairn.picture.text.TextStyle;
import dev.cairn.picture.text.Typesetter;
import java.awt.Color;
import java.util.List;

/** Draws a {@link YearCard}: the days beside a cairn, figures, and a strip of months. */
final class YearPainter {
  private static final double HEIGHT = 356;
  private static final double RIGHT = WIDTH - MARGIN;
  private static final double CAIRN_X = 334;
  private static final double GROUND = 166;
  private static final double LEFT_WIDTH = 226;

  private static final double FIRST_ROW = 208;
  private static final double SECOND_ROW = 260;
  private static final List<Double> COLUMNS = List.of(MARGIN, 156.0, 272.0);
  private static final double COLUMN_GAP = 8;

  private static final double STRIP = 298;
  private static final double CELL = 24;
  private static final double GAP = 3;

  /** From no day of a month to all of them. */
  private static final List<Color> SHADES =
      List.of(Theme.TRACK, Theme.DONE_FEW, Theme.DONE_SOME, Theme.DONE_MANY);

  private static final TextStyle DAYS = Theme.LABEL.in(Theme.TEXT);

  private final Canvas canvas;
  private final YearCard year;

  private YearPainter(Canvas canvas, YearCard year) {
    this.canvas = canvas;
    this.year = year;
  }

  static Canvas paint(YearCard year, Typesetter typesetter) {
    Canvas canvas = new Canvas(typesetter, HEIGHT);
    YearPainter painter = new YearPainter(canvas, year);
    painter.paintHead();
    painter.paintFigures();
    painter.paintMonths();
    return canvas;
  }

  private void paintHead() {
    canvas.text(year.member(), MARGIN, 36, Theme.HEADING, LEFT_WIDTH);
    canvas.text(year.span(), MARGIN, 56, Theme.LABEL, LEFT_WIDTH);
    canvas.number(year.days(), MARGIN - 3, 128, Theme.BIG_FIGURE, LEFT_WIDTH);
    canvas.text(
        "of " + Count.of(year.of(), "day") + " studied", MARGIN, 154, Theme.BODY, LEFT_WIDTH);
    canvas.line(CAIRN_X - 62, GROUND, RIGHT, GROUND, 2, Theme.FAINT);
    new CairnPainter(canvas).paint(CairnShape.of(Math.max(1, year.days())), CAIRN_X, GROUND);
  }

  private void paintFigures() {
    YearCard.Figures figures = year.figures();
    paint(0, FIRST_ROW, Count.of(figures.longest()), "days in a row");
    paint(1, FIRST_ROW, year.time(), "studied");
    paint(2, FIRST_ROW, year.favourite(), "favourite time");
    paint(0, SECOND_ROW, Count.of(figures.posts()), Count.unit(figures.posts(), "post"));
    paint(1, SECOND_ROW, Count.of(figures.races()), Count.unit(figures.races(), "race") + " won");
    paint(
        2,
        SECOND_ROW,
        Count.of(figures.milestones()),
        Count.unit(figures.milestones(), "milestone"));
  }

  private void paint(int column, double baseline, String figure, String label) {
    double left = COLUMNS.get(column);
    double right = column + 1 < COLUMNS.size() ? COLUMNS.get(column + 1) - COLUMN_GAP : RIGHT;
    canvas.text(figure, left, baseline, Theme.SMALL_FIGURE, right - left);
    canvas.text(label, left, baseline + 18, Theme.LABEL, right - left);
  }

  private void paintMonths() {
    int months = Math.max(1, year.months().size());
    double pitch = (RIGHT - MARGIN + GAP) / Math.max(months, 6);
    double left = MARGIN;
    for (YearCard.Month month : year.months()) {
      canvas.fill(Canvas.rounded(left, STRIP, pitch - GAP, CELL, 4), shade(month));
      String days = Count.of(month.days());
      centre(days, left, pitch - GAP, STRIP + 16.5, DAYS);
      centre(month.label(), left, pitch - GAP, STRIP + CELL + 17, Theme.LABEL);
      left += pitch;
    }
  }

  private static Color shade(YearCard.Month month) {
    int last = SHADES.size() - 1;
    int share = (int) Math.ceil((double) last * month.days() / Math.max(1, month.of()));
    return SHADES.get(Math.clamp(share, 0, last));
  }

  private void centre(String text, double left, double width, double baseline, TextStyle style) {
    canvas.text(text, left + (width - canvas.width(text, style)) / 2, baseline, style);
  }
}
