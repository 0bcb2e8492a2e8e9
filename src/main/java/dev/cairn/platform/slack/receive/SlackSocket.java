package dev.cairn.platform.slack.receive;

import com.slack.api.Slack;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import dev.cairn.command.BoundedThreads;
import dev.cairn.platform.slack.render.SlackLimits;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bolt's connection to Slack, with three differences. Messages are worked on as they come, each on
 * a virtual thread, where Bolt looks into a queue every 10 ms. An acknowledgement that meets a
 * connection being renewed waits for the new one instead of getting lost. And a refusal to renew is
 * tried again, where Bolt's monitor would end.
 */
final class SlackSocket extends SocketModeClientJavaWSImpl {
  private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);
  private static final int NO_POLLING = 0;
  private static final Duration MONITOR_INTERVAL = Duration.ofSeconds(2);

  /** In a rush, the connection is read no faster than what it brings is begun. */
  static final int AT_ONCE = 128;

  private final BoundedThreads incoming =
      new BoundedThreads(Thread.ofVirtual().name("slack-in-", 0).factory(), AT_ONCE);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition greeted = lock.newCondition();
  private boolean open;
  private long greetings;

  SlackSocket(Slack slack, String appToken, String url) throws URISyntaxException {
    super(slack, appToken, url, NO_POLLING, new NoQueue(), true, true, MONITOR_INTERVAL.toMillis());
    addWebSocketCloseListener((code, reason) -> {
      if (code != CloseFrame.NORMAL) {
        LOG.info("the connection to Slack was lost ({})", code);
        setOpen(false);
      }
    });
  }

  /** Whether a connection is open. */
  boolean isOpen() {
    lock.lock();
    try {
      return open;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void enqueueMessage(String message) {
    // What waits for the greeting may hold all the room there is.
    if (message.contains("\"hello\"")) {
      greet();
    }
    incoming.execute(() -> {
      try {
        processMessage(message);
      } catch (IOException | RuntimeException failure) {
        LOG.warn("a message of Slack's was not processed", failure);
      }
    });
  }

  @Override
  public void connectToNewEndpoint() throws IOException {
    setOpen(false);
    try {
      super.connectToNewEndpoint();
    } catch (IllegalStateException refused) {
      throw new IOException(refused);
    }
  }

  @Override
  public void sendWebSocketMessage(String message) {
    long left = SlackLimits.ACKNOWLEDGEMENT.toNanos();
    while (true) {
      long before = greetings();
      try {
        super.sendWebSocketMessage(message);
        return;
      } catch (WebsocketNotConnectedException renewing) {
        left = awaitGreetingAfter(before, left);
        if (left <= 0) {
          throw renewing;
        }
      }
    }
  }

  private void greet() {
    lock.lock();
    try {
      open = true;
      greetings++;
      greeted.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private long greetings() {
    lock.lock();
    try {
      return greetings;
    } finally {
      lock.unlock();
    }
  }

  private void setOpen(boolean now) {
    lock.lock();
    try {
      open = now;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a connection newer than the one that failed, and gives what is left of the time. */
  private long awaitGreetingAfter(long before, long nanos) {
    lock.lock();
    try {
      long left = nanos;
      while (greetings == before && left > 0) {
        left = greeted.awaitNanos(left);
      }
      return left;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 0;
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing and gives nothing: {@link #enqueueMessage} needs none. */
  private static final class NoQueue implements SocketModeMessageQueue {
    @Override
    public void add(String message) {
      throw new UnsupportedOperationException("messages are worked on as they come");
    }

    @Override
    public @Nullable String poll() {
      return null;
    }
  }
}
