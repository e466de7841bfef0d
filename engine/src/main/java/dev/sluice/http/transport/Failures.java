package dev.sluice.http.transport;

import dev.sluice.http.NetworkFailure;
import dev.sluice.http.NetworkFailure.Code;
import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/// Names what went wrong as libcurl would, from the exception and the step that it ended (spec:
/// run-and-http §4.12).
final class Failures {
  /// The steps of an exchange.
  enum Step {
    /// TCP to the host.
    CONNECT,
    /// TCP to the proxy, and the proxy's consent.
    PROXY,
    /// The TLS handshake.
    HANDSHAKE,
    /// The request.
    SEND,
    /// Status line and headers.
    HEAD,
    /// The body.
    BODY
  }

  private final Route route;

  Failures(Route route) {
    this.route = route;
  }

  /// {@return the failure}
  ///
  /// @param step what was being done
  /// @param deadline the one whose end may be the reason
  /// @param cause what was thrown
  /// @throws CancellationException if the thread was interrupted
  NetworkFailure of(Step step, Deadline deadline, Exception cause) {
    if (Thread.currentThread().isInterrupted()) {
      var cancelled = new CancellationException("Interrupted during a request");
      cancelled.initCause(cause);
      throw cancelled;
    }
    if (deadline.hasPassed() || cause instanceof SocketTimeoutException) {
      return timeout(step, deadline, cause);
    }
    return switch (step) {
      case CONNECT -> unconnected(cause, Code.UNKNOWN_HOST, "host: " + route.host());
      case PROXY -> unconnected(cause, Code.UNKNOWN_PROXY, "proxy: " + detail(cause));
      case HANDSHAKE -> handshake(cause);
      case SEND -> failure(Code.SEND, "Send failure: " + detail(cause), cause);
      case HEAD -> head(cause);
      case BODY -> body(cause);
    };
  }

  private static NetworkFailure timeout(Step step, Deadline deadline, Exception cause) {
    String what =
        switch (step) {
          case CONNECT, PROXY, HANDSHAKE -> "Connection";
          case SEND, HEAD, BODY -> "Operation";
        };
    String text = what + " timed out after " + deadline.millis() + " milliseconds";
    return failure(Code.TIMEOUT, text, cause);
  }

  private NetworkFailure unconnected(Exception cause, Code unknown, String name) {
    if (cause instanceof UnknownHostException) {
      return failure(unknown, "Could not resolve " + name, cause);
    }
    if (cause instanceof SocketException && lowerCase(cause).contains("socks")) {
      return failure(Code.SOCKS, detail(cause), cause);
    }
    return failure(
        Code.NO_CONNECTION,
        "Failed to connect to %s port %d: %s".formatted(route.host(), route.port(), detail(cause)),
        cause);
  }

  private NetworkFailure handshake(Exception cause) {
    Optional<Throwable> distrust = certificateFault(cause);
    return distrust.isPresent()
        ? failure(
            Code.UNTRUSTED_SERVER,
            "The certificate of %s is not accepted: %s"
                .formatted(route.host(), detail(distrust.get())),
            cause)
        : failure(Code.NO_TLS, "TLS handshake failed: " + detail(cause), cause);
  }

  private static NetworkFailure head(Exception cause) {
    return switch (cause) {
      case NoHttpResponseException _ -> failure(Code.NO_ANSWER, "Empty reply from server", cause);
      case SSLException _ -> failure(Code.NO_TLS, "TLS failed: " + detail(cause), cause);
      case HttpException _ -> failure(Code.STRANGE_ANSWER, "Weird server reply", cause);
      default -> failure(Code.RECEIVE, "Recv failure: " + detail(cause), cause);
    };
  }

  private static NetworkFailure body(Exception cause) {
    return switch (cause) {
      case ConnectionClosedException _, TruncatedChunkException _ ->
          failure(Code.TRUNCATED, "transfer closed before its end: " + detail(cause), cause);
      case ZipException _, EOFException _ ->
          failure(Code.ENCODING, "Error while decoding the body: " + detail(cause), cause);
      default -> failure(Code.RECEIVE, "Recv failure: " + detail(cause), cause);
    };
  }

  private static Optional<Throwable> certificateFault(Throwable thrown) {
    Throwable fault = null;
    for (Throwable next = thrown; next != null; next = next.getCause()) {
      if (next instanceof CertificateException || next instanceof CertPathValidatorException) {
        fault = next;
      }
    }
    return Optional.ofNullable(fault);
  }

  private static NetworkFailure failure(Code code, String text, Exception cause) {
    return new NetworkFailure(code, text, cause);
  }

  private static String detail(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private static String lowerCase(Throwable cause) {
    return detail(cause).toLowerCase(Locale.ROOT);
  }
}
