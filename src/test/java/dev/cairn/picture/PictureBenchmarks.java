package dev.cairn.picture;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Each kind of picture, drawn anew. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PictureBenchmarks {
  private final PicturePainter painter = new PicturePainter();
  private final Drawing calendar = drawing(CalendarHeatmap.class);
  private final Drawing board = drawing(LeaderboardBars.class);
  private final Drawing milestone = drawing(MilestoneBanner.class);
  private final Drawing stages = drawing(StageBars.class);

  /** The first of a kind that a fixed seed brings, so that all runs draw the same. */
  private static Drawing drawing(Class<? extends Drawing> kind) {
    Random random = new Random(1);
    return Stream.generate(() -> Drawings.random(random))
        .filter(kind::isInstance)
        .findFirst()
        .orElseThrow();
  }

  @Benchmark
  public Picture calendar() {
    return painter.paint(calendar);
  }

  @Benchmark
  public Picture board() {
    return painter.paint(board);
  }

  @Benchmark
  public Picture milestone() {
    return painter.paint(milestone);
  }

  @Benchmark
  public Picture stages() {
    return painter.paint(stages);
  }
}
