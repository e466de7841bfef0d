package dev.sluice.http;

import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;

/// An attempt ended without a complete answer.
///
/// Codes are libcurl's, since configurations name them in `retryConfig.curl.codes` (spec:
/// run-and-http §4.12). The stage that retries catches it; when it leaves the pipeline it has
/// become a [UserError].
public final class NetworkFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// The condition.
  private final Code code;

  /// The conditions that can occur.
  public enum Code {
    /// The host name has no address.
    UNKNOWN_HOST(6),
    /// The name of the proxy has no address.
    UNKNOWN_PROXY(5),
    /// No TCP connection: refused or unreachable.
    NO_CONNECTION(7),
    /// What answered does not speak HTTP/1.
    STRANGE_ANSWER(8),
    /// The body is shorter than announced.
    TRUNCATED(18),
    /// Connecting, or the whole exchange, took too long.
    TIMEOUT(28),
    /// No TLS connection, for a reason other than trust.
    NO_TLS(35),
    /// Closed before the first byte of an answer.
    NO_ANSWER(52),
    /// Lost while sending.
    SEND(55),
    /// Lost while receiving.
    RECEIVE(56),
    /// The client certificate can't be used.
    CLIENT_CERTIFICATE(58),
    /// The server's certificate is not trusted or belongs to another host.
    UNTRUSTED_SERVER(60),
    /// The body is not encoded as its header says.
    ENCODING(61),
    /// The configured authorities can't be used.
    AUTHORITIES(77),
    /// The SOCKS proxy or tunnel did not connect to the host.
    SOCKS(97);

    private final int number;

    Code(int number) {
      this.number = number;
    }

    /// {@return libcurl's number}
    public int number() {
      return number;
    }
  }

  /// Describes a failure.
  ///
  /// @param code the condition
  /// @param text what happened, in a few words; no secret
  /// @param cause what led to it
  public NetworkFailure(Code code, String text, Throwable cause) {
    super("CURL error " + code.number() + ": " + text, cause);
    this.code = code;
  }

  /// {@return the condition}
  public Code code() {
    return code;
  }

  /// {@return the message, `CURL error <number>: <text>`}
  public String message() {
    return String.valueOf(getMessage());
  }

  /// {@return the failure as the end of the run}
  public UserError asUserError() {
    return new UserError(Problem.of(message(), remedy()), this);
  }

  private String remedy() {
    return switch (code) {
      case UNKNOWN_HOST, UNKNOWN_PROXY -> "Check the spelling of the host name.";
      case UNTRUSTED_SERVER ->
          "If the server uses an authority of your own, put its certificate into"
              + " 'api.caCertificate'.";
      case CLIENT_CERTIFICATE ->
          "'api.#clientCertificate' takes PEM text: the certificate, then its private key without"
              + " a pass phrase.";
      case AUTHORITIES -> "'api.caCertificate' takes PEM text: one or more certificates.";
      case NO_CONNECTION ->
          "Nothing answers there: check host and port, and whether a proxy or tunnel is needed.";
      case TIMEOUT ->
          "The server is slow or out of reach; 'api.http.connectTimeout' and"
              + " 'api.http.requestTimeout' say how long to wait.";
      case NO_TLS, STRANGE_ANSWER ->
          "Check that the address begins with the right scheme, http or https, and the port.";
      case TRUNCATED, NO_ANSWER, SEND, RECEIVE, ENCODING ->
          "Run again; if it stays, ask the API's owner, or try smaller pages.";
      case SOCKS -> "Check the proxy or the tunnel.";
    };
  }
}
