package dev.cairn.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cairn.domain.blog.MilestoneRules.Kind;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureCacheTest {
  private final PicturePainter painter = new PicturePainter();

  @Test
  void drawsEqualDrawingsOnce() {
    PictureCache cache = new PictureCache(painter, 1_000_000);

    assertThat(cache.picture(milestone(7))).isSameAs(cache.picture(milestone(7)));
    assertThat(cache.picture(milestone(30))).isNotEqualTo(cache.picture(milestone(7)));
  }

  @Test
  void staysWithinItsBound() {
    PictureCache cache = new PictureCache(painter, 60_000);
    Set<Picture> drawn = Collections.newSetFromMap(new IdentityHashMap<>());
    IntStream.rangeClosed(1, 12).forEach(i -> drawn.add(cache.picture(milestone(i))));

    long kept =
        IntStream.rangeClosed(1, 12)
            .mapToObj(i -> cache.picture(milestone(i)))
            .filter(drawn::contains)
            .mapToLong(Picture::size)
            .sum();

    assertThat(kept).isPositive().isLessThan(60_000);
  }

  @Test
  void drawsWhereItKeepsNobodyFromTheirTurn() throws InterruptedException {
    AtomicReference<Thread> drewOn = new AtomicReference<>();
    PictureCache cache =
        new PictureCache(
            drawing -> {
              drewOn.set(Thread.currentThread());
              return painter.paint(drawing);
            },
            60_000);

    Thread.ofVirtual().start(() -> cache.picture(milestone(7))).join();

    assertThat(drewOn.get()).isNotNull().extracting(Thread::isVirtual).isEqualTo(false);
  }

  @Test
  void leavesAProcessorToAnswersWithoutPictures() {
    Set<Thread> painters = ConcurrentHashMap.newKeySet();
    PictureCache cache =
        new PictureCache(
            drawing -> {
              painters.add(Thread.currentThread());
              return painter.paint(drawing);
            },
            1_000_000);

    try (var members = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.rangeClosed(1, 8).forEach(i -> members.execute(() -> cache.picture(milestone(i))));
    }

    assertThat(painters)
        .hasSizeBetween(1, Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 2));
  }

  @Test
  void tellsHowMuchItSaved() {
    PictureCache cache = new PictureCache(painter, 1_000_000);
    Picture drawn = cache.picture(milestone(7));
    cache.picture(milestone(7));
    cache.picture(milestone(7));

    PictureCache.Statistics statistics = cache.statistics();

    assertThat(statistics.drawn()).isEqualTo(1);
    assertThat(statistics.found()).isEqualTo(2);
    assertThat(statistics.evicted()).isZero();
    assertThat(statistics.bytes()).isBetween((long) drawn.size(), drawn.size() + 10_000L);
  }

  @Test
  void tellsWhyNothingWasDrawn() {
    PictureCache cache =
        new PictureCache(
            drawing -> {
              throw new IllegalStateException("no font");
            },
            60_000);

    assertThatIllegalStateException()
        .isThrownBy(() -> cache.picture(milestone(7)))
        .withMessage("no font");
  }

  private static Drawing milestone(int threshold) {
    return new MilestoneBanner(Kind.MEMBER_STREAK, "Asha", threshold);
  }
}
