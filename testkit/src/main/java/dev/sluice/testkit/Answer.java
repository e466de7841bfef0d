package dev.sluice.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/// What a scripted server does with one request: a sound answer, or a fault.
@FunctionalInterface
public interface Answer {
  /// Closes the connection without a byte.
  Answer CLOSED = _ -> false;

  /// Writes the answer.
  ///
  /// @param out the connection
  /// @return whether the connection stays open for another request
  /// @throws IOException if the client has gone
  boolean write(OutputStream out) throws IOException;

  /// {@return a JSON answer with status 200}
  ///
  /// @param body the document
  static Sound json(String body) {
    return json(200, body);
  }

  /// {@return a JSON answer}
  ///
  /// @param status e.g. 404
  /// @param body the document
  static Sound json(int status, String body) {
    return status(status).header("Content-Type", "application/json").body(body);
  }

  /// {@return an answer without headers and body}
  ///
  /// @param status e.g. 503
  static Sound status(int status) {
    return new Sound(status, "", new byte[0]);
  }

  /// {@return a redirect}
  ///
  /// @param status e.g. 302
  /// @param location where to, as it stands in the header
  static Sound redirect(int status, String location) {
    return status(status).header("Location", location);
  }

  /// {@return exactly these bytes, after which the connection is closed}
  ///
  /// @param text the whole answer with its status line, in ISO 8859-1
  static Answer raw(String text) {
    return out -> {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      return false;
    };
  }

  /// {@return this answer, not begun before the latch is down}
  ///
  /// @param latch opened by the test
  default Answer after(CountDownLatch latch) {
    return out -> {
      try {
        latch.await();
      } catch (InterruptedException _) {
        return false;
      }
      return write(out);
    };
  }

  /// A sound answer, with `Content-Length`.
  ///
  /// @param status the status
  /// @param headers complete lines, each ending in CRLF
  /// @param bytes the body
  record Sound(int status, String headers, byte[] bytes) implements Answer {

    /// {@return this answer with one more header}
    ///
    /// @param name the header's name
    /// @param value its value
    public Sound header(String name, String value) {
      return new Sound(status, headers + name + ": " + value + "\r\n", bytes);
    }

    /// {@return this answer with another body}
    ///
    /// @param body in UTF-8
    public Sound body(String body) {
      return body(body.getBytes(StandardCharsets.UTF_8));
    }

    /// {@return this answer with another body}
    ///
    /// @param body the bytes
    public Sound body(byte[] body) {
      return new Sound(status, headers, body);
    }

    /// {@return this answer cut off: the announced length is that of the whole body}
    ///
    /// @param length how many bytes of the body are sent before the connection is closed
    public Answer cutOffAfter(int length) {
      return out -> {
        out.write(head());
        out.write(Arrays.copyOf(bytes, length));
        return false;
      };
    }

    /// {@return this answer sent in chunks of one byte, which tells its end without a length}
    public Answer chunked() {
      return out -> {
        out.write(line().getBytes(StandardCharsets.ISO_8859_1));
        out.write(
            (headers + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        for (byte one : bytes) {
          out.write(new byte[] {'1', '\r', '\n', one, '\r', '\n'});
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return true;
      };
    }

    @Override
    public boolean write(OutputStream out) throws IOException {
      out.write(head());
      out.write(bytes);
      return true;
    }

    private byte[] head() {
      boolean bodiless = status == 204 || status == 304 || status < 200;
      String length = bodiless ? "" : "Content-Length: " + bytes.length + "\r\n";
      return (line() + headers + length + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private String line() {
      return "HTTP/1.1 " + status + " " + reason(status) + "\r\n";
    }

    private static String reason(int status) {
      return switch (status) {
        case 200 -> "OK";
        case 201 -> "Created";
        case 202 -> "Accepted";
        case 204 -> "No Content";
        case 301 -> "Moved Permanently";
        case 302 -> "Found";
        case 303 -> "See Other";
        case 304 -> "Not Modified";
        case 307 -> "Temporary Redirect";
        case 308 -> "Permanent Redirect";
        case 400 -> "Bad Request";
        case 401 -> "Unauthorized";
        case 403 -> "Forbidden";
        case 404 -> "Not Found";
        case 408 -> "Request Timeout";
        case 429 -> "Too Many Requests";
        case 500 -> "Internal Server Error";
        case 502 -> "Bad Gateway";
        case 503 -> "Service Unavailable";
        case 504 -> "Gateway Timeout";
        default -> "Status " + status;
      };
    }
  }
}
