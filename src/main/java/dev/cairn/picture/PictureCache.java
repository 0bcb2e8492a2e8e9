package dev.cairn.picture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Draws each picture once for as long as it is asked for, within a bound of memory. */
public final class PictureCache {
  /** What a drawing, a picture and their entry take besides their bytes and text, roughly. */
  private static final int OVERHEAD_BYTES = 2048;

  private static final long IDLE_SECONDS = 30;
  private static final int MOST_PAINTERS = 2;

  /**
   * How many drawings may wait for each painter: more would be late. Whoever comes on top of them
   * gets the words without the picture.
   */
  private static final int IN_LINE = 32;

  /**
   * Whoever draws computes for long without ever waiting. Virtual threads give way only where they
   * wait, so two first drawings on two processors would keep every other answer, and every deadline
   * for one, from its turn; threads of the operating system share. They leave a processor to the
   * answers without pictures, however many pictures are asked for.
   */
  private static final Executor PAINTERS = painters();

  private final Function<Drawing, Picture> painter;
  private final Cache<Drawing, Picture> pictures;

  /**
   * Keeps nothing yet.
   *
   * @param maxBytes how much memory the pictures kept may take, about
   */
  public PictureCache(PicturePainter painter, long maxBytes) {
    this(painter::paint, maxBytes);
  }

  PictureCache(Function<Drawing, Picture> painter, long maxBytes) {
    this.painter = painter;
    this.pictures =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher(PictureCache::weight)
            .executor(Runnable::run)
            .recordStats()
            .build();
  }

  /**
   * What became of it so far.
   *
   * @param found how often a picture was there already
   * @param drawn how many were drawn
   * @param evicted how many gave way to others
   * @param bytes what is kept takes now, about
   */
  public record Statistics(long found, long drawn, long evicted, long bytes) {}

  /** What became of it so far. */
  public Statistics statistics() {
    CacheStats stats = pictures.stats();
    return new Statistics(
        stats.hitCount(),
        stats.loadSuccessCount(),
        stats.evictionCount(),
        pictures.policy().eviction().orElseThrow().weightedSize().orElseThrow());
  }

  /**
   * The picture of a drawing, drawn now or before.
   *
   * @throws java.util.concurrent.RejectedExecutionException when too many are being drawn
   */
  public Picture picture(Drawing drawing) {
    return pictures.get(drawing, this::painted);
  }

  private Picture painted(Drawing drawing) {
    try {
      return CompletableFuture.supplyAsync(() -> painter.apply(drawing), PAINTERS).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw failed;
    }
  }

  private static Executor painters() {
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, MOST_PAINTERS);
    ThreadPoolExecutor painters =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(IN_LINE * threads),
            Thread.ofPlatform().daemon().name("painter-", 1).factory());
    painters.allowCoreThreadTimeOut(true);
    return painters;
  }

  private static int weight(Drawing drawing, Picture picture) {
    return OVERHEAD_BYTES + picture.size() + Character.BYTES * picture.altText().length();
  }
}
