package dev.cairn.picture;

import static dev.cairn.picture.Theme.MARGIN;
import static dev.cairn.picture.Theme.WIDTH;

import dev.cairn.domain.streak.Streak;
import dev.cairn.picture.text.Typesetter;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Draws a {@link CalendarHeatmap}: its figures, then half a year of weeks to a band. */
final class HeatmapPainter {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);

  private static final int WEEKS = 27;
  private static final double PITCH = 13;
  private static final double CELL = 10.5;
  private static final double GRID_LEFT = WIDTH - MARGIN - WEEKS * PITCH + PITCH - CELL;
  private static final double GRID_TOP = 142;
  private static final double BAND_PITCH = 7 * PITCH + 26;

  private static final List<DayOfWeek> NAMED_WEEKDAYS =
      List.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY, DayOfWeek.SUNDAY);
  private static final double LEGEND_GAP = 13;

  private final Canvas canvas;
  private final CalendarHeatmap heatmap;
  private final LocalDate monday;

  private HeatmapPainter(Canvas canvas, CalendarHeatmap heatmap) {
    this.canvas = canvas;
    this.heatmap = heatmap;
    this.monday = monday(heatmap);
  }

  static Canvas paint(CalendarHeatmap heatmap, Typesetter typesetter) {
    double legend = GRID_TOP + bands(heatmap) * BAND_PITCH - 2;
    Canvas canvas = new Canvas(typesetter, legend + 28);
    HeatmapPainter painter = new HeatmapPainter(canvas, heatmap);
    painter.paintFigures();
    painter.paintGrid();
    painter.paintLegend(legend);
    return canvas;
  }

  private static LocalDate monday(CalendarHeatmap heatmap) {
    return heatmap.first().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static int bands(CalendarHeatmap heatmap) {
    return ChronoUnit.WEEKS.between(monday(heatmap), heatmap.today()) < WEEKS ? 1 : 2;
  }

  private void paintFigures() {
    Streak streak = heatmap.streak();
    double right = WIDTH - MARGIN;
    double span = canvas.textEndingAt(right, heatmap.span(), 35, Theme.LABEL);
    canvas.text(heatmap.member(), MARGIN, 35, Theme.HEADING, right - MARGIN - span - 14);
    canvas.text(Count.of(streak.length()), MARGIN - 2, 90, Theme.FIGURE);
    boolean open = heatmap.days().getLast() == DayState.OPEN;
    canvas.text(open ? "day streak, today open" : "day streak", MARGIN, 110, Theme.LABEL);
    double x = right;
    Streak.Recent recent = streak.recent();
    if (recent.days() > 0) {
      String checked = recent.checked() + "/" + recent.days();
      x = paintFigure(x, checked, "last " + Count.of(recent.days(), "day"));
    }
    x = paintFigure(x, Count.of(streak.freezes()), Count.unit(streak.freezes(), "freeze"));
    paintFigure(x, Count.of(streak.longest()), "longest");
  }

  /** Draws a figure over its label to the left of x; answers with where the next may end. */
  private double paintFigure(double x, String number, String label) {
    double width =
        Math.max(canvas.width(number, Theme.SMALL_FIGURE), canvas.width(label, Theme.LABEL));
    canvas.text(number, x - width, 90, Theme.SMALL_FIGURE);
    canvas.text(label, x - width, 110, Theme.LABEL);
    return x - width - 18;
  }

  private void paintGrid() {
    int weeks = bands(heatmap) * WEEKS;
    for (LocalDate day = heatmap.first(); weekOf(day) < weeks; day = day.plusDays(1)) {
      paintDay(day);
    }
    for (int week = 0; week < weeks; week++) {
      paintMonth(week);
    }
    for (int week = 0; week < weeks; week += WEEKS) {
      for (DayOfWeek day : NAMED_WEEKDAYS) {
        double baseline = y(week, day) + CELL - 1;
        canvas.text(WEEKDAY.format(day), MARGIN, baseline, Theme.LABEL);
      }
    }
  }

  /** Names a month over the week that it begins in; at the left edge, also one under way. */
  private void paintMonth(int week) {
    LocalDate sunday = monday.plusWeeks(week).plusDays(6);
    boolean begins = sunday.getDayOfMonth() <= 7;
    boolean leftmost = week % WEEKS == 0;
    boolean rightmost = week % WEEKS == WEEKS - 1;
    boolean lastsBelowItsName = sunday.getMonth() == sunday.plusWeeks(2).getMonth();
    if ((begins && !rightmost) || (leftmost && lastsBelowItsName)) {
      canvas.text(MONTH.format(sunday), x(week), y(week, DayOfWeek.MONDAY) - 6, Theme.LABEL);
    }
  }

  private void paintDay(LocalDate day) {
    double x = x(weekOf(day));
    double y = y(weekOf(day), day.getDayOfWeek());
    if (day.isAfter(heatmap.today())) {
      canvas.stamp(Stamps.TO_COME, x, y);
      return;
    }
    DayState state = heatmap.days().get((int) ChronoUnit.DAYS.between(heatmap.first(), day));
    canvas.stamp(Stamps.of(state), x, y);
    if (day.equals(heatmap.today()) && state != DayState.OPEN) {
      canvas.stroke(Canvas.rounded(x - 1, y - 1, CELL + 2, CELL + 2, 3.5), 1.5, Theme.ACCENT);
    }
  }

  /** A shape of its own for each state, for whoever does not see the colours. */
  private static void mark(Canvas canvas, DayState state, double x, double y) {
    if (state != DayState.CHECKED) {
      canvas.fill(Canvas.rounded(x, y, CELL, CELL, 2.5), Theme.TRACK);
    }
    double middle = CELL / 2;
    switch (state) {
      case CHECKED -> canvas.fill(Canvas.rounded(x, y, CELL, CELL, 2.5), Theme.DONE);
      case COVERED ->
          canvas.fill(Canvas.rounded(x + 2, y + middle - 1.5, CELL - 4, 3, 1.5), Theme.COVERED);
      case FROZEN -> {
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(x + middle, y + 0.5);
        diamond.lineTo(x + CELL - 0.5, y + middle);
        diamond.lineTo(x + middle, y + CELL - 0.5);
        diamond.lineTo(x + 0.5, y + middle);
        diamond.closePath();
        canvas.fill(diamond, Theme.FROZEN);
      }
      // Missed and made good: the missed day's stroke, and the checked day's colour.
      case MENDED -> {
        canvas.stroke(Canvas.rounded(x + 1, y + 1, CELL - 2, CELL - 2, 2.5), 2, Theme.DONE);
        canvas.line(x + 3, y + middle, x + CELL - 3, y + middle, 2, Theme.DONE);
      }
      case MISSED -> {
        double near = 2.75;
        double far = CELL - near;
        canvas.line(x + near, y + near, x + far, y + far, 2, Theme.MISSED);
        canvas.line(x + near, y + far, x + far, y + near, 2, Theme.MISSED);
      }
      case OPEN ->
          canvas.stroke(Canvas.rounded(x + 1, y + 1, CELL - 2, CELL - 2, 2.5), 2, Theme.ACCENT);
    }
  }

  /** Every day's mark, drawn once. */
  private static final class Stamps {
    private static final Canvas.Stamp TO_COME = Canvas.Stamp.of(CELL, Stamps::dot);

    private static final Map<DayState, Canvas.Stamp> MARKS =
        Arrays.stream(DayState.values())
            .collect(
                Collectors.toMap(
                    state -> state,
                    state -> Canvas.Stamp.of(CELL, canvas -> mark(canvas, state, 0, 0))));

    private static Canvas.Stamp of(DayState state) {
      return Objects.requireNonNull(MARKS.get(state));
    }

    private static void dot(Canvas canvas) {
      double size = 2.5;
      double edge = (CELL - size) / 2;
      canvas.fill(new Ellipse2D.Double(edge, edge, size, size), Theme.FAINT);
    }
  }

  /** Today's ring needs no legend: the figures say that today is open. */
  private void paintLegend(double top) {
    double x = MARGIN;
    for (DayState state :
        List.of(DayState.CHECKED, DayState.COVERED, DayState.FROZEN, DayState.MISSED)) {
      int count = heatmap.count(state);
      if (count > 0) {
        mark(canvas, state, x, top);
        String label = state.word() + " " + Count.of(count);
        x += CELL + 5 + canvas.text(label, x + CELL + 5, top + CELL - 1, Theme.LABEL) + LEGEND_GAP;
      }
    }
  }

  private int weekOf(LocalDate day) {
    return (int) ChronoUnit.WEEKS.between(monday, day);
  }

  /** The left edge of a week's cells. */
  static double x(int week) {
    return GRID_LEFT + week % WEEKS * PITCH;
  }

  /** The upper edge of a day's cell. */
  static double y(int week, DayOfWeek day) {
    return GRID_TOP + Math.floorDiv(week, WEEKS) * BAND_PITCH + (day.getValue() - 1) * PITCH;
  }
}
