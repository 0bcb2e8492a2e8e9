package dev.cairn.picture;

import static dev.cairn.picture.Theme.MARGIN;
import static dev.cairn.picture.Theme.WIDTH;

import dev.cairn.picture.LeaderboardBars.CheckIns;
import dev.cairn.picture.LeaderboardBars.Presence;
import dev.cairn.picture.LeaderboardBars.Row;
import dev.cairn.picture.LeaderboardBars.Streak;
import java.awt.geom.Ellipse2D;
import java.util.stream.Stream;

/** Draws {@link LeaderboardBars}: a heading, then a line and a bar to a row. */
final class LeaderboardPainter {
  private static final double TOP = 76;
  private static final double ROW = 37;
  private static final double GAP = 22;
  private static final double RANK_RIGHT = 46;
  private static final double LEFT = 58;
  private static final double RIGHT = WIDTH - MARGIN;
  private static final double BAR = 6;

  private final Canvas canvas;
  private final LeaderboardBars board;
  private final int largest;

  private LeaderboardPainter(Canvas canvas, LeaderboardBars board) {
    this.canvas = canvas;
    this.board = board;
    this.largest =
        Stream.concat(board.rows().stream(), board.elsewhere().stream())
            .mapToInt(row -> full(row))
            .max()
            .orElse(1);
  }

  /** What a bar's whole length stands for, as far as one row can tell. */
  private static int full(Row row) {
    return switch (row.score()) {
      case Streak streak -> streak.days();
      case CheckIns checkIns -> checkIns.count();
      case Presence _ -> 100;
    };
  }

  static Canvas paint(LeaderboardBars board, Typesetter typesetter) {
    int rows = Math.max(1, board.rows().size());
    double elsewhere = board.elsewhere().isPresent() ? GAP + ROW : 0;
    Canvas canvas = new Canvas(typesetter, TOP + rows * ROW + elsewhere + 10);
    new LeaderboardPainter(canvas, board).paint();
    return canvas;
  }

  private void paint() {
    canvas.text(board.title(), MARGIN, 35, Theme.HEADING, RIGHT - MARGIN);
    canvas.text(board.subtitle(), MARGIN, 54, Theme.LABEL, RIGHT - MARGIN);
    double top = TOP;
    if (board.rows().isEmpty()) {
      canvas.text("Nobody is on it yet.", MARGIN, top + 16, Theme.BODY.in(Theme.MUTED));
      top += ROW;
    }
    for (Row row : board.rows()) {
      paintRow(row, top);
      top += ROW;
    }
    if (board.elsewhere().isPresent()) {
      for (int dot = 0; dot < 3; dot++) {
        canvas.fill(new Ellipse2D.Double(LEFT + dot * 8, top + 3, 3, 3), Theme.MUTED);
      }
      paintRow(board.elsewhere().get(), top + GAP);
    }
  }

  private void paintRow(Row row, double top) {
    double baseline = top + 15;
    if (row.own()) {
      canvas.fill(
          Canvas.rounded(MARGIN / 2, top - 5, WIDTH - MARGIN, ROW - 1, 7), Theme.ACCENT_SHADE);
    }
    String rank = row.rank().isPresent() ? Count.of(row.rank().getAsInt()) : "–";
    canvas.textEndingAt(RANK_RIGHT, rank, baseline, Theme.STRONG.in(Theme.MUTED));
    double space = RIGHT - LEFT - paintScore(row, baseline) - 12;
    double tag = row.own() ? canvas.width("you", Theme.LABEL) + 14 + 8 : 0;
    double name = canvas.text(row.name(), LEFT, baseline, Theme.BODY, space - tag);
    if (row.own()) {
      double x = LEFT + name + 8;
      canvas.stroke(Canvas.rounded(x, baseline - 12.5, tag - 8, 17, 8.5), 1.2, Theme.ACCENT);
      canvas.text("you", x + 7, baseline, Theme.LABEL.in(Theme.ACCENT));
    }
    canvas.fill(Canvas.rounded(LEFT, top + 22, RIGHT - LEFT, BAR, BAR / 2), Theme.TRACK);
    if (row.score().size() > 0) {
      double length = Math.max(BAR, (RIGHT - LEFT) * row.score().size() / largest);
      canvas.fill(
          Canvas.rounded(LEFT, top + 22, length, BAR, BAR / 2),
          row.own() ? Theme.ACCENT : Theme.DONE);
    }
  }

  /** Answers with the width taken from the right. */
  private double paintScore(Row row, double baseline) {
    return switch (row.score()) {
      case Streak streak -> paintScore(streak.days(), "day", baseline);
      case CheckIns checkIns -> paintScore(checkIns.count(), "check-in", baseline);
      case Presence presence -> {
        double percent =
            canvas.textEndingAt(RIGHT, presence.percent() + "%", baseline, Theme.STRONG);
        String streak = "streak " + Count.of(presence.streak());
        yield percent
            + 10
            + canvas.textEndingAt(RIGHT - percent - 10, streak, baseline, Theme.LABEL);
      }
    };
  }

  private double paintScore(int count, String thing, double baseline) {
    String unit = " " + (count == 1 ? thing : thing + "s");
    double width = canvas.textEndingAt(RIGHT, unit, baseline, Theme.LABEL);
    return width + canvas.textEndingAt(RIGHT - width, Count.of(count), baseline, Theme.STRONG);
  }
}
