package dev.sluice.http.transport;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.impl.io.SocketHolder;

/// Bounds the bytes that come in while the head of an answer is read: the library bounds lines and
/// their number, but not both together. Used by one thread.
final class HeadBound {
  private final long most;
  private long left = Long.MAX_VALUE;

  /// Lets everything pass until [#begin()].
  ///
  /// @param most bytes of a head, at least 1
  HeadBound(long most) {
    this.most = most;
  }

  /// A head is about to be read.
  void begin() {
    left = most;
  }

  /// It has been read.
  void end() {
    left = Long.MAX_VALUE;
  }

  /// {@return the socket, its input under control}
  SocketHolder holder(Socket socket) {
    return new Holder(socket);
  }

  /// {@return the socket, its input under control}
  SocketHolder holder(SSLSocket secure, Socket plain) {
    return new Holder(secure, plain);
  }

  private final class Holder extends SocketHolder {
    Holder(Socket socket) {
      super(socket);
    }

    Holder(SSLSocket secure, Socket plain) {
      super(secure, plain);
    }

    @Override
    protected InputStream getInputStream(Socket of) throws IOException {
      return new Input(super.getInputStream(of));
    }
  }

  private final class Input extends FilterInputStream {
    Input(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) {
      // What is left when the head begins is ample: a part of the body may come in with it.
      if (left != Long.MAX_VALUE) {
        left -= bytes;
        if (left < 0) {
          throw new UserError(
              Problem.of(
                  "The headers of an answer are longer than " + most + " bytes.",
                  "Raise 'api.http.maxHeaderBytes' if that is right."));
        }
      }
    }
  }
}
