package dev.sluice.http.tunnel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.common.channel.ChannelPipedInputStream;

/// A connection through the tunnel in the clothes of a socket: what the HTTP library and TLS ask of
/// one, and nothing of the network. Used by one thread at a time, closed by any.
final class ChannelSocket extends Socket {
  private final ChannelDirectTcpip channel;
  private final String host;
  private final int port;
  private final ChannelInput input;
  private volatile boolean closed;

  /// Clothes an open channel.
  ///
  /// @param channel owned by the socket from now on
  /// @param host where it leads
  /// @param port where it leads
  ChannelSocket(ChannelDirectTcpip channel, String host, int port) {
    this.channel = channel;
    this.host = host;
    this.port = port;
    this.input = new ChannelInput(channel, (ChannelPipedInputStream) channel.getInvertedOut());
  }

  @Override
  public InputStream getInputStream() throws IOException {
    checkOpen();
    return input;
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    checkOpen();
    return channel.getInvertedIn();
  }

  @Override
  public void setSoTimeout(int millis) {
    input.setTimeout(millis);
  }

  @Override
  public int getSoTimeout() {
    return input.timeout();
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean isBound() {
    return true;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public boolean isInputShutdown() {
    return closed;
  }

  @Override
  public boolean isOutputShutdown() {
    return closed;
  }

  @Override
  public InetAddress getInetAddress() {
    // Where the name leads is known at the far end only.
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public InetAddress getLocalAddress() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public int getPort() {
    return port;
  }

  @Override
  public int getLocalPort() {
    return 0;
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return InetSocketAddress.createUnresolved(host, port);
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return new InetSocketAddress(getLocalAddress(), getLocalPort());
  }

  // Options of TCP belong to the tunnel's own connection.

  @Override
  public void setSoLinger(boolean on, int seconds) {}

  @Override
  public int getSoLinger() {
    return -1;
  }

  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public boolean getTcpNoDelay() {
    return true;
  }

  @Override
  public void setKeepAlive(boolean on) {}

  @Override
  public boolean getKeepAlive() {
    return true;
  }

  @Override
  public void shutdownInput() {}

  @Override
  public void shutdownOutput() throws IOException {
    checkOpen();
    channel.getInvertedIn().close();
  }

  /// Closes the channel; who reads or writes meanwhile gets an exception.
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      input.close();
      // Not at once: the server learns of it, and closes its connection to the host.
      channel.close(false);
    }
  }

  @Override
  public String toString() {
    return "ChannelSocket[%s:%d]".formatted(host, port);
  }

  private void checkOpen() throws SocketException {
    if (closed) {
      throw new SocketException("Socket is closed");
    }
  }
}
