package dev.cairn.database;

import dev.cairn.config.DatabaseSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line to a real database that can be held up, cut, or answer nobody who calls anew. */
public final class FaultyLine implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("//localhost:(\\d+)/");

  private final DatabaseSettings direct;
  private final int server;
  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Object gate = new Object();
  private boolean held;
  private boolean cut;

  private FaultyLine(DatabaseSettings direct) throws IOException {
    this.direct = direct;
    Matcher address = ADDRESS.matcher(direct.url());
    if (!address.find()) {
      throw new IllegalArgumentException("no address in " + direct.url());
    }
    server = Integer.parseInt(address.group(1));
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
  }

  /** A line to a new database on PostgreSQL. */
  public static FaultyLine toPostgres() throws IOException {
    return new FaultyLine(DatabaseUnderTest.POSTGRESQL.settings());
  }

  /** The settings of the database at the other end. */
  public DatabaseSettings settings() {
    return new DatabaseSettings(
        ADDRESS.matcher(direct.url()).replaceFirst("//127.0.0.1:" + listening.getLocalPort() + "/"),
        direct.user(),
        direct.password());
  }

  /** Nothing goes through, and nobody is told: the server is paused, or a cable is out. */
  public void hold() {
    synchronized (gate) {
      held = true;
    }
  }

  /** All connections are lost, and no new one is made. */
  public void cut() throws IOException {
    synchronized (gate) {
      cut = true;
    }
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** It works again; what was held up goes on. */
  public void mend() {
    synchronized (gate) {
      held = false;
      cut = false;
      gate.notifyAll();
    }
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        synchronized (gate) {
          if (cut) {
            client.close();
            continue;
          }
        }
        Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
        open.add(client);
        open.add(upstream);
        Thread.ofVirtual().start(() -> carry(client, upstream));
        Thread.ofVirtual().start(() -> carry(upstream, client));
      } catch (IOException closed) {
        // The test is over, or whoever called has left.
      }
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] buffer = new byte[1 << 14];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        synchronized (gate) {
          while (held) {
            gate.wait();
          }
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException lost) {
      // The other direction ends too, because both sockets are closed.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
    mend();
  }
}
