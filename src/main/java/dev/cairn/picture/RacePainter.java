package dev.cairn.picture;

import static dev.cairn.picture.Theme.MARGIN;

import dev.cairn.picture.text.TextStyle;
import dev.cairn.picture.text.Typesetter;
import java.awt.geom.Path2D;
import java.util.List;

/** Draws a {@link RaceBanner}: who won, the next ones, and a cairn with a flag on it. */
final class RacePainter {
  private static final double CAIRN_X = 326;
  private static final double TEXT_WIDTH = 232;
  private static final double RIGHT = MARGIN + TEXT_WIDTH;

  /** The baseline of the first winner's name. */
  private static final double TOP = 102;

  private static final double WINNER = 23;
  private static final double FIGURES = 56;
  private static final double ROW = 20;
  private static final double BOTTOM = 18;
  private static final double LOWEST = 260;

  private static final int MOST_WINNERS = 4;
  private static final int MOST_OTHERS = 3;

  private static final TextStyle WINNERS = Theme.HEADING.in(Theme.ACCENT);

  private final Canvas canvas;
  private final RaceBanner banner;
  private final double height;

  private RacePainter(Canvas canvas, RaceBanner banner, double height) {
    this.canvas = canvas;
    this.banner = banner;
    this.height = height;
  }

  static Canvas paint(RaceBanner banner, Typesetter typesetter) {
    double lines = lines(banner.winners(), MOST_WINNERS) * WINNER + FIGURES;
    double others = lines(banner.others(), MOST_OTHERS) * ROW;
    double height = Math.max(LOWEST, TOP - WINNER + lines + others + BOTTOM);
    Canvas canvas = new Canvas(typesetter, height);
    RacePainter painter = new RacePainter(canvas, banner, height);
    painter.paintCairn();
    painter.paintWords();
    return canvas;
  }

  /** How many lines are taken by so many of them, and by how many more there are. */
  private static int lines(List<RaceBanner.Row> rows, int most) {
    return Math.min(rows.size(), most + 1);
  }

  private void paintCairn() {
    double ground = CairnPainter.paintLandscape(canvas, CAIRN_X, height);
    CairnShape cairn = CairnShape.of(Math.max(1, banner.rows().getFirst().percent()));
    new CairnPainter(canvas).paint(cairn, CAIRN_X, ground);
    paintFlag(CAIRN_X + 2, ground - cairn.height() + 3);
  }

  private void paintFlag(double x, double foot) {
    double top = foot - 34;
    canvas.line(x, foot, x, top, 2, Theme.TEXT);
    Path2D flag = new Path2D.Double();
    flag.moveTo(x + 1, top);
    flag.curveTo(x + 10, top - 4, x + 16, top + 4, x + 26, top);
    flag.lineTo(x + 26, top + 15);
    flag.curveTo(x + 16, top + 19, x + 10, top + 11, x + 1, top + 15);
    flag.closePath();
    canvas.fill(flag, Theme.DONE);
  }

  private void paintWords() {
    canvas.text(banner.race(), MARGIN, 36, Theme.HEADING, Theme.WIDTH - 2 * MARGIN);
    canvas.text(banner.dates(), MARGIN, 56, Theme.LABEL, Theme.WIDTH - 2 * MARGIN);
    double baseline = TOP;
    List<RaceBanner.Row> winners = banner.winners();
    canvas.text(Count.unit(winners.size(), "Winner"), MARGIN, TOP - WINNER, Theme.LABEL);
    for (RaceBanner.Row winner : winners.subList(0, Math.min(winners.size(), MOST_WINNERS))) {
      canvas.text(winner.name(), MARGIN, baseline, WINNERS, TEXT_WIDTH);
      baseline += WINNER;
    }
    baseline += paintRest(winners.size() - MOST_WINNERS, baseline, WINNER);
    baseline += FIGURES - WINNER;
    String percent = banner.rows().getFirst().percent() + "%";
    double width = canvas.text(percent, MARGIN - 2, baseline - 8, Theme.FIGURE);
    canvas.text("present", MARGIN + width + 8, baseline - 8, Theme.LABEL);
    baseline += WINNER - 2;
    List<RaceBanner.Row> others = banner.others();
    for (RaceBanner.Row other : others.subList(0, Math.min(others.size(), MOST_OTHERS))) {
      paint(other, baseline);
      baseline += ROW;
    }
    paintRest(others.size() - MOST_OTHERS, baseline, ROW);
  }

  private void paint(RaceBanner.Row row, double baseline) {
    double percent = canvas.textEndingAt(RIGHT, row.percent() + "%", baseline, Theme.STRONG);
    double place = canvas.text(row.place() + " ", MARGIN, baseline, Theme.BODY.in(Theme.MUTED));
    double left = MARGIN + place + 4;
    canvas.text(row.name(), left, baseline, Theme.BODY, RIGHT - percent - 10 - left);
  }

  /** Tells how many more there are; answers with the height that this takes. */
  private double paintRest(int more, double baseline, double line) {
    if (more <= 0) {
      return 0;
    }
    canvas.text("and " + Count.of(more, "more group"), MARGIN, baseline, Theme.LABEL);
    return line;
  }
}
