package dev.cairn.platform.discord.gateway;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sockets for the gateway: they wait their turn and send at once. A factory of TLS sockets, because
 * the gateway's client takes no other for {@code wss}; where what it makes is not TLS, it knows no
 * cipher suites.
 */
final class PacedSockets extends SSLSocketFactory {
  private final SocketFactory sockets;
  private final GatewayPace pace;
  private final InterruptibleSleeper pause;

  /** Paces what this factory makes. */
  PacedSockets(SocketFactory sockets, GatewayPace pace, InterruptibleSleeper pause) {
    this.sockets = sockets;
    this.pace = pace;
    this.pause = pause;
  }

  @Override
  public Socket createSocket() throws IOException {
    awaitTurn();
    return prompt(sockets.createSocket());
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    awaitTurn();
    return prompt(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    awaitTurn();
    return prompt(sockets.createSocket(host, port, local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    awaitTurn();
    return prompt(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    awaitTurn();
    return prompt(sockets.createSocket(host, port, local, localPort));
  }

  /** Wraps a socket that is connected already, so there is no turn to wait for. */
  @Override
  public Socket createSocket(Socket connected, String host, int port, boolean autoClose)
      throws IOException {
    if (sockets instanceof SSLSocketFactory tls) {
      return tls.createSocket(connected, host, port, autoClose);
    }
    throw new IOException("these sockets know no TLS");
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return sockets instanceof SSLSocketFactory tls ? tls.getDefaultCipherSuites() : new String[0];
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return sockets instanceof SSLSocketFactory tls ? tls.getSupportedCipherSuites() : new String[0];
  }

  private void awaitTurn() throws IOException {
    Duration wait = pace.take();
    try {
      if (wait.isPositive() && !pause.await(wait)) {
        throw new IOException("closed while waiting to connect");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting to connect");
    }
  }

  private static Socket prompt(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    return socket;
  }
}
