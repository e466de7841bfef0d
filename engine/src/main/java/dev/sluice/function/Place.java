package dev.sluice.function;

import java.util.Set;

/// Where a function stands in the configuration, which decides what it may refer to (spec:
/// functions §3).
public enum Place {
  /// `api.baseUrl`.
  BASE_URL("attr"),
  /// `api.http.headers` and `config.http.headers`.
  HEADERS("attr"),
  /// `params` of a job, and `http.defaultOptions.params`.
  JOB_PARAMS("attr", "time"),
  /// `headers` of a job (spec: README G-09).
  JOB_HEADERS("attr", "time"),
  /// `userData` of a configuration or a job.
  USER_DATA("attr", "time"),
  /// A placeholder of a child job.
  PLACEHOLDER("placeholder"),
  /// `authentication.query` of the type `query`.
  AUTH_QUERY("attr", "query", "request"),
  /// `loginRequest.params` and `.headers` of the type `login`.
  LOGIN_REQUEST("attr"),
  /// `apiRequest.query` and `.headers` of the types `login` and `oauth20.login`.
  LOGIN_RESULT("response", "attr"),
  /// `params` and `headers` of the type `oauth20.client-credentials`; `client` holds ID, secret and
  /// proof of the client (our addition).
  CLIENT_CREDENTIALS("client", "attr"),
  /// `authentication.query` and `.headers` of the type `oauth20`; `attr` is our addition (spec:
  /// README G-09).
  OAUTH20("query", "request", "authorization", "attr"),
  /// `loginRequest.params` and `.headers` of the type `oauth20.login`.
  OAUTH20_LOGIN_REQUEST("consumer", "user", "attr");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is unmodifiable.
  private final Set<String> contexts;

  Place(String... contexts) {
    this.contexts = Set.of(contexts);
  }

  /// {@return the names of the contexts that references may use here}
  public Set<String> contexts() {
    return contexts;
  }

  /// {@return whether a value of a context is secret here: `#` attributes, what a login answered,
  /// and OAuth data}
  ///
  /// @param context the context's name
  /// @param key the flattened path within it
  public boolean isSecret(String context, String key) {
    return switch (context) {
      case "attr" -> key.startsWith("#") || key.contains(".#");
      case "response", "user" -> true;
      case "client" -> !key.equals("id");
      case "authorization" -> key.equals("data") || key.startsWith("data.");
      case "consumer" -> key.equals("client_secret");
      default -> false;
    };
  }
}
