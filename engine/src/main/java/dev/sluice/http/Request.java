package dev.sluice.http;

import dev.sluice.event.PageName;
import java.util.Optional;

/// What goes on the wire, complete and encoded.
///
/// @param verb `GET` or `POST`
/// @param url where to
/// @param headers all headers but those that the connection itself needs
/// @param body the bytes to send, if any; not to be changed
/// @param harmlessBody the body without the parameters that go to trusted origins only
/// @param purpose what the request is for
/// @param page which page it asks for, if it is one of a job's
public record Request(
    String verb,
    Url url,
    Headers headers,
    Optional<byte[]> body,
    Optional<byte[]> harmlessBody,
    Purpose purpose,
    Optional<PageName> page) {

  /// Makes a request for no page in particular.
  ///
  /// @param verb `GET` or `POST`
  /// @param url where to
  /// @param headers all headers but those that the connection itself needs
  /// @param body the bytes to send, if any; not to be changed
  /// @param harmlessBody the body without the parameters that go to trusted origins only
  /// @param purpose what the request is for
  public Request(
      String verb,
      Url url,
      Headers headers,
      Optional<byte[]> body,
      Optional<byte[]> harmlessBody,
      Purpose purpose) {
    this(verb, url, headers, body, harmlessBody, purpose, Optional.empty());
  }

  /// Makes a request whose body holds nothing that must not go everywhere.
  ///
  /// @param verb `GET` or `POST`
  /// @param url where to
  /// @param headers all headers but those that the connection itself needs
  /// @param body the bytes to send, if any; not to be changed
  /// @param purpose what the request is for
  public Request(String verb, Url url, Headers headers, Optional<byte[]> body, Purpose purpose) {
    this(verb, url, headers, body, body, purpose);
  }

  /// What a request is for, which decides where its credentials may go (spec: README G-02).
  public enum Purpose {
    /// Data, from an address that the configuration names.
    CONFIGURED,
    /// Data, from an address that came out of a response: a paging link, a placeholder, a redirect.
    FROM_RESPONSE,
    /// Data, from an address that gets no credentials.
    UNTRUSTED,
    /// A login; never sent again to another origin.
    LOGIN,
    /// A login with client credentials, which moreover never becomes a `GET` (spec: authentication
    /// §9.3.6).
    CLIENT_CREDENTIALS;

    /// {@return whether the request is a login of any kind}
    public boolean isLogin() {
      return this == LOGIN || this == CLIENT_CREDENTIALS;
    }
  }

  /// {@return whether headers, signature and client certificate that tell who asks may go along}
  public boolean allowsCredentials() {
    return purpose != Purpose.UNTRUSTED;
  }

  /// {@return this request to another address}
  ///
  /// @param other where to
  public Request withUrl(Url other) {
    return new Request(verb, other, headers, body, harmlessBody, purpose, page);
  }

  /// {@return this request with other headers}
  ///
  /// @param other all headers
  public Request withHeaders(Headers other) {
    return new Request(verb, url, other, body, harmlessBody, purpose, page);
  }

  /// {@return this request with another body}
  ///
  /// @param other all of it; not to be changed
  public Request withBody(byte[] other) {
    return new Request(verb, url, headers, Optional.of(other), harmlessBody, purpose);
  }

  /// {@return this request with nothing in its body that goes to trusted origins only}
  public Request withHarmlessBody() {
    return new Request(verb, url, headers, harmlessBody, harmlessBody, purpose, page);
  }

  /// {@return this request as a `GET` without a body}
  public Request asGet() {
    return new Request("GET", url, headers, Optional.empty(), Optional.empty(), purpose, page);
  }

  /// {@return this request for another purpose}
  ///
  /// @param other what it is for
  public Request withPurpose(Purpose other) {
    return new Request(verb, url, headers, body, harmlessBody, other, page);
  }

  /// {@return this request, with the page that it asks for}
  ///
  /// @param name which page
  public Request withPage(PageName name) {
    return new Request(verb, url, headers, body, harmlessBody, purpose, Optional.of(name));
  }
}
