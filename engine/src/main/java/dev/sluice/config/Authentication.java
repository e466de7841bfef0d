package dev.sluice.config;

import dev.sluice.function.Section;
import dev.sluice.json.JsonValue;
import java.util.Optional;

/// How requests are made known to the API: `api.authentication`, as one iteration sees it (spec:
/// authentication §1). Exactly one method per configuration.
public sealed interface Authentication {

  /// No authentication.
  record None() implements Authentication {}

  /// A user name and a password in the header `Authorization` (spec: authentication §3).
  ///
  /// @param user the user name; not empty
  /// @param password the password; may be empty; a secret
  record Basic(String user, String password) implements Authentication {
    /// {@return the method without its secrets}
    @Override
    public String toString() {
      return "Basic";
    }
  }

  /// Parameters computed for each attempt and put into the URL's query (spec: authentication §4).
  ///
  /// @param query names and values
  record Query(Section query) implements Authentication {}

  /// A login request whose answer is used in the API's requests (spec: authentication §5).
  ///
  /// @param format how the answer is read
  /// @param request what is sent
  /// @param additions what the API's requests get; values may refer to the answer
  /// @param expires how long a login serves
  /// @param clientCredentials how the credentials travel, if the login is an OAuth 2.0
  ///   client-credentials grant (spec: authentication §9.3.4)
  record Login(
      ResponseFormat format,
      LoginRequest request,
      Additions additions,
      Expires expires,
      Optional<ClientCredentialsShape> clientCredentials)
      implements Authentication {}

  /// A signature with the keys of a consumer and a user (spec: authentication §6).
  ///
  /// @param consumer key and secret of the application
  /// @param user token and secret of the user; texts may be empty
  record OAuth10(Pair consumer, Pair user) implements Authentication {
    /// A key or token, and the secret that belongs to it.
    ///
    /// @param key travels with the request
    /// @param secret signs
    public record Pair(String key, String secret) {
      /// {@return nothing of its content}
      @Override
      public String toString() {
        return "Pair";
      }
    }
  }

  /// The stored result of an OAuth 2.0 flow put into requests (spec: authentication §7).
  ///
  /// @param credentials what is stored
  /// @param additions what the requests get
  record OAuth20(OAuthCredentials credentials, Additions additions) implements Authentication {}

  /// A login that may use stored OAuth credentials, for instance a refresh token (spec:
  /// authentication §8).
  ///
  /// @param login the login
  /// @param credentials what is stored
  record OAuth20Login(Login login, OAuthCredentials credentials) implements Authentication {}

  /// An OAuth 2.0 client-credentials grant whose request is written by us (our addition).
  ///
  /// @param login the token request and what becomes of its answer; its endpoint is to be replaced
  ///   when `grant` has an issuer
  /// @param grant what a login can't say
  record ClientCredentials(Login login, ClientGrant grant) implements Authentication {}

  /// How the answer to a login is read.
  enum ResponseFormat {
    /// As JSON.
    JSON,
    /// As text, found under the name `data`.
    TEXT
  }

  /// A request that logs in.
  ///
  /// @param endpoint resolved against the base URL
  /// @param method `GET`, `POST` or `FORM`
  /// @param params evaluated for each login
  /// @param headers evaluated for each login
  record LoginRequest(String endpoint, String method, Section params, Section headers) {}

  /// What the API's requests get.
  ///
  /// @param query parameters of the URL's query
  /// @param headers header lines
  record Additions(Section query, Section headers) {}

  /// The section `authorization.oauth_api.credentials`.
  ///
  /// @param data the stored answer of the authorization server; a secret
  /// @param clientId `appKey`
  /// @param clientSecret `#appSecret`; a secret
  record OAuthCredentials(JsonValue data, String clientId, String clientSecret) {
    /// {@return nothing of its content}
    @Override
    public String toString() {
      return "OAuthCredentials";
    }
  }
}
