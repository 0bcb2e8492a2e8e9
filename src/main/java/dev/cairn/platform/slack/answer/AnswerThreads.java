package dev.cairn.platform.slack.answer;

import dev.cairn.command.BoundedThreads;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was acknowledged and is being answered, each on a virtual thread of its own. */
public final class AnswerThreads {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerThreads.class);

  private final ExecutorService threads =
      new BoundedThreads(Thread.ofVirtual().name("slack-", 0).factory());

  /**
   * Begins to answer; in a rush, when there is room for one more.
   *
   * @throws RejectedExecutionException when we are shutting down, so that Slack is not told that it
   *     will be answered
   */
  public void answer(String what, Runnable answering) {
    threads.execute(() -> {
      try {
        answering.run();
      } catch (RuntimeException | Error failure) {
        LOG.error("{} was not answered", what, failure);
      }
    });
  }

  /**
   * Takes nothing more and waits for what has begun.
   *
   * @return whether all was answered in time
   */
  public boolean finish(Duration patience) {
    threads.shutdown();
    try {
      return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
