package dev.cairn.platform.local.page;

import io.javalin.http.sse.SseClient;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The pages that are open: each is told when something changed, and then asks what. */
final class Watchers {
  private static final int MOST = 64;

  private final Queue<SseClient> clients = new ConcurrentLinkedQueue<>();

  /** Tells this page from now on. */
  void watch(SseClient client) {
    client.keepAlive();
    client.onClose(() -> clients.remove(client));
    clients.add(client);
    if (clients.size() > MOST) {
      SseClient oldest = clients.poll();
      if (oldest != null) {
        oldest.close();
      }
    }
    // Whatever changed between drawing the page and watching is asked for at once.
    tell(client);
  }

  /** Tells all. */
  void changed() {
    clients.forEach(Watchers::tell);
  }

  private static void tell(SseClient client) {
    // A browser drops an event without data.
    client.sendEvent("changed", "yes");
  }
}
