package dev.sluice.http.tunnel;

import dev.sluice.http.NetworkFailure;
import dev.sluice.http.NetworkFailure.Code;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.util.net.SshdSocketAddress;

/// An SSH connection that somebody has logged in on. Safe for several threads.
///
/// @param session of the library
record SshSession(ClientSession session) {
  /// What the server may log as the origin of a connection: nobody in particular.
  private static final SshdSocketAddress ORIGIN = new SshdSocketAddress("127.0.0.1", 0);

  private static final Duration NO_LIMIT = Duration.ofDays(365);

  /// {@return whether connections can be made}
  boolean isAlive() {
    return session.isOpen();
  }

  /// {@return a connection from the server to a host}
  ///
  /// @param host a name, resolved by the server, or an address without brackets
  /// @param port from 1 to 65535
  /// @param timeout how long it may take; zero for no limit
  /// @throws NetworkFailure if the server can't connect
  /// @throws IOException if there is no connection for another reason
  Socket connect(String host, int port, Duration timeout) throws IOException {
    ChannelDirectTcpip channel =
        session.createDirectTcpipChannel(ORIGIN, new SshdSocketAddress(host, port));
    try {
      channel.open().verify(timeout.isZero() ? NO_LIMIT : timeout);
      return new ChannelSocket(channel, host, port);
    } catch (InterruptedIOException e) {
      channel.close(false);
      Thread.currentThread().interrupt();
      throw e;
    } catch (SshException e) {
      channel.close(false);
      throw failure(host, port, e);
    }
  }

  /// Closes the connection with all that goes through it.
  void close() {
    session.close(true);
  }

  private IOException failure(String host, int port, SshException cause) {
    if (cause.getCause() instanceof TimeoutException) {
      return initialised(new SocketTimeoutException("The SSH server does not answer"), cause);
    }
    if (isAlive() && openFailure(cause) instanceof SshChannelOpenException refused) {
      throw new NetworkFailure(
          Code.SOCKS,
          "The SSH server could not connect to %s port %d: %s"
              .formatted(host, port, reason(refused)),
          cause);
    }
    return initialised(new ConnectException("the SSH tunnel has closed"), cause);
  }

  private static String reason(SshChannelOpenException refused) {
    return refused.getReasonCode() == SshConstants.SSH_OPEN_ADMINISTRATIVELY_PROHIBITED
        ? "its settings forbid it (AllowTcpForwarding, PermitOpen)"
        : String.valueOf(refused.getMessage());
  }

  private static Throwable openFailure(Throwable thrown) {
    Throwable next = thrown;
    while (!(next instanceof SshChannelOpenException) && next.getCause() != null) {
      next = next.getCause();
    }
    return next;
  }

  private static <T extends IOException> T initialised(T failure, Throwable cause) {
    failure.initCause(cause);
    return failure;
  }
}
