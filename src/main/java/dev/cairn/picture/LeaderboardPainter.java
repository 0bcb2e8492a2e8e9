package dev.cairn.picture;

import static dev.cairn.picture.Theme.MARGIN;
import static dev.cairn.picture.Theme.WIDTH;

import dev.cairn.picture.LeaderboardBars.CheckIns;
import dev.cairn.picture.LeaderboardBars.Presence;
import dev.cairn.picture.LeaderboardBars.Row;
import dev.cairn.picture.LeaderboardBars.Score;
import dev.cairn.picture.LeaderboardBars.StreakLength;
import dev.cairn.picture.text.TextStyle;
import dev.cairn.picture.text.Typesetter;

/** Draws {@link LeaderboardBars}: a heading, then a line and a bar to a row. */
final class LeaderboardPainter {
  private static final double TOP = 76;
  private static final double ROW = 37;
  private static final double RANK_WIDTH = 26;
  private static final double RANK_GAP = 12;
  private static final double RIGHT = WIDTH - MARGIN;
  private static final double BAR = 6;

  /** Between things side by side. */
  private static final double GAP = 9;

  private static final TextStyle RANK = Theme.STRONG.in(Theme.MUTED);

  private final Canvas canvas;
  private final LeaderboardBars board;
  private final long largest;

  /** Where names and bars begin. */
  private final double left;

  private LeaderboardPainter(Canvas canvas, LeaderboardBars board) {
    this.canvas = canvas;
    this.board = board;
    this.largest = board.rows().stream().mapToLong(LeaderboardPainter::full).max().orElse(1);
    this.left =
        MARGIN
            + RANK_GAP
            + board.rows().stream()
                .mapToDouble(row -> canvas.width(rank(row), RANK))
                .reduce(RANK_WIDTH, Math::max);
  }

  private static String rank(Row row) {
    return row.rank().isPresent() ? Count.of(row.rank().getAsInt()) : "–";
  }

  /** The value that a bar's whole length represents, as far as one row determines it. */
  private static long full(Row row) {
    return switch (row.score()) {
      case StreakLength streak -> streak.days();
      case CheckIns checkIns -> checkIns.count();
      case Presence _ -> 100;
    };
  }

  static Canvas paint(LeaderboardBars board, Typesetter typesetter) {
    int rows = Math.max(1, board.rows().size());
    Canvas canvas = new Canvas(typesetter, TOP + rows * ROW + 10);
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
  }

  private void paintRow(Row row, double top) {
    double baseline = top + 15;
    canvas.textEndingAt(left - RANK_GAP, rank(row), baseline, RANK);
    double room = RIGHT - left - paintScore(row.score(), baseline) - GAP;
    if (row.badges().isEmpty()) {
      canvas.text(row.name(), left, baseline, Theme.BODY, room);
    } else {
      double badges = canvas.width(row.badges(), Theme.LABEL);
      double name =
          canvas.text(row.name(), left, baseline, Theme.BODY, Math.max(0, room - badges - GAP));
      canvas.text(row.badges(), left + name + GAP, baseline, Theme.LABEL, room - name - GAP);
    }
    paintBar(row, top + 22);
  }

  private void paintBar(Row row, double top) {
    double whole = RIGHT - left;
    canvas.fill(Canvas.rounded(left, top, whole, BAR, BAR / 2), Theme.TRACK);
    long size = row.score().size();
    if (size > 0) {
      double length = Math.max(BAR, whole * size / largest);
      canvas.fill(Canvas.rounded(left, top, length, BAR, BAR / 2), Theme.DONE);
    }
  }

  /** Answers with the width taken from the right. */
  private double paintScore(Score score, double baseline) {
    return switch (score) {
      case StreakLength streak -> paintScore(streak.days(), "day", baseline);
      case CheckIns checkIns -> paintScore(checkIns.count(), "check-in", baseline);
      case Presence presence -> {
        double percent =
            canvas.textEndingAt(RIGHT, presence.percent() + "%", baseline, Theme.STRONG);
        String streak = "streak " + Count.of(presence.streak());
        double before = RIGHT - percent - GAP;
        yield percent + GAP + canvas.textEndingAt(before, streak, baseline, Theme.LABEL);
      }
    };
  }

  private double paintScore(long count, String thing, double baseline) {
    String unit = " " + Count.unit(count, thing);
    double width = canvas.textEndingAt(RIGHT, unit, baseline, Theme.LABEL);
    return width + canvas.textEndingAt(RIGHT - width, Count.of(count), baseline, Theme.STRONG);
  }
}
