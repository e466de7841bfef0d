package dev.sluice.http.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.time.Duration;

/// Opens plain connections to hosts: directly, or through a tunnel. Called by several threads.
@FunctionalInterface
public interface Connector {
  /// Connects over TCP from this machine, to the addresses of the host one after another.
  Connector DIRECT = Connector::connect;

  /// {@return a connected socket, owned by the caller}
  ///
  /// Encryption is the caller's: a tunnel gives the bare stream, as a [Socket] whose streams it
  /// overrides if need be; `setSoTimeout`, `setSoLinger` and `close` are called on it.
  ///
  /// @param host a name, or an address without brackets; resolved where the connection leaves, that
  ///   is at the far end of a tunnel
  /// @param port from 1 to 65535
  /// @param timeout how long it may take; `Duration.ZERO` for no limit
  /// @throws java.net.UnknownHostException if the name has no address
  /// @throws SocketTimeoutException if it takes longer
  /// @throws dev.sluice.http.NetworkFailure if the connector itself knows which condition it is
  /// @throws IOException if there is no connection for another reason
  Socket open(String host, int port, Duration timeout) throws IOException;

  private static Socket connect(String host, int port, Duration timeout) throws IOException {
    long end = System.nanoTime() + timeout.toNanos();
    IOException failure = new IOException("no address");
    for (InetAddress address : InetAddress.getAllByName(host)) {
      long left = timeout.isZero() ? 0 : Math.max(1, (end - System.nanoTime()) / 1_000_000);
      var socket = new Socket();
      try {
        socket.connect(
            new InetSocketAddress(address, port), (int) Math.min(left, Integer.MAX_VALUE));
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return socket;
      } catch (SocketTimeoutException e) {
        socket.close();
        throw e;
      } catch (IOException e) {
        socket.close();
        failure = e;
      }
    }
    throw failure;
  }
}
