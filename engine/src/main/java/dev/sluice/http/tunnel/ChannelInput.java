package dev.sluice.http.tunnel;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.common.channel.AbstractChannel;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelListener;
import org.apache.sshd.common.channel.ChannelPipedInputStream;

/// What comes through a channel, read as a socket's stream is: with a time limit, and with an
/// exception instead of an end when the tunnel breaks.
final class ChannelInput extends InputStream {
  private final ChannelDirectTcpip channel;
  private final ChannelPipedInputStream received;
  private volatile int timeout;

  /// Reads from an open channel.
  ///
  /// @param channel open
  /// @param received its stream
  ChannelInput(ChannelDirectTcpip channel, ChannelPipedInputStream received) {
    this.channel = channel;
    this.received = received;
    received.setTimeout(0);
    // The library notes the end of the stream, but does not wake who waits for more.
    channel.addChannelListener(new EndListener(received));
    if (channel.isEofSignalled()) {
      received.eof();
    }
  }

  private record EndListener(ChannelPipedInputStream received) implements ChannelListener {
    @Override
    public void channelStateChanged(Channel channel, String hint) {
      if (channel instanceof AbstractChannel known && known.isEofSignalled()) {
        received.eof();
      }
    }
  }

  /// Bounds the wait for the next bytes.
  ///
  /// @param millis milliseconds; 0 for no limit
  void setTimeout(int millis) {
    timeout = millis;
    received.setTimeout(millis);
  }

  /// {@return the longest wait for the next bytes, in milliseconds; 0 for no limit}
  int timeout() {
    return timeout;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    long start = System.nanoTime();
    int count;
    try {
      count = received.read(target, offset, length);
    } catch (SocketException e) {
      boolean isLate = timeout > 0 && System.nanoTime() - start >= (timeout - 1) * 1_000_000L;
      throw isLate ? late(e) : broken(e);
    } catch (IOException e) {
      throw broken(e);
    }
    // Without the other side's word that it has sent all, an end is a break.
    if (count < 0 && !channel.isEofSignalled()) {
      throw new SocketException("The SSH tunnel has closed");
    }
    return count;
  }

  /// The library answers -1 at the end, and the JDK's TLS, when it is closed, skips for ever what
  /// is said to be there.
  @Override
  public int available() throws IOException {
    return Math.max(0, received.available());
  }

  @Override
  public void close() throws IOException {
    received.close();
  }

  private static SocketTimeoutException late(IOException cause) {
    var late = new SocketTimeoutException("Read timed out");
    late.initCause(cause);
    return late;
  }

  private static SocketException broken(IOException cause) {
    var broken = new SocketException("The connection through the SSH tunnel has closed");
    broken.initCause(cause);
    return broken;
  }
}
