package dev.sluice.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// The token endpoint (RFC 6749 §3.2) for one client and the client-credentials grant (§4.4). The
/// client authenticates by `client_secret_basic` or `client_secret_post` (§2.3.1).
final class TokenEndpoint implements HttpHandler {
  private static final int LARGEST_BODY_BYTES = 65_536;
  private static final Map<String, String> NO_STORE =
      Map.of("Cache-Control", "no-store", "Pragma", "no-cache");

  private final Client client;
  private final AccessTokens tokens;
  private final AtomicLong requests = new AtomicLong();

  /// A client that is known to the server.
  ///
  /// @param id its public name
  /// @param secret its password
  /// @param scopes what it may ask for; what it gets when it asks for nothing
  record Client(String id, String secret, List<String> scopes) {}

  /// A refusal on the way to a token.
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Reply reply;

    Refused(Reply reply) {
      super(null, null, false, false);
      this.reply = reply;
    }
  }

  private record Credentials(String id, String secret) {}

  /// Makes an endpoint that has had no request yet.
  ///
  /// @param client the only one known
  /// @param tokens issues the tokens
  TokenEndpoint(Client client, AccessTokens tokens) {
    this.client = client;
    this.tokens = tokens;
  }

  /// {@return how many requests have come in, refused ones included}
  long requests() {
    return requests.get();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    Reply reply;
    try {
      reply = grant(exchange);
    } catch (Refused refused) {
      reply = refused.reply;
    }
    reply.send(exchange);
  }

  private Reply grant(HttpExchange exchange) throws IOException, Refused {
    Parameters form = form(exchange);
    authenticate(credentials(exchange, form));
    Optional<String> grantType = form.find("grant_type");
    if (grantType.isEmpty()) {
      throw invalidRequest("The parameter grant_type is missing.");
    }
    if (!grantType.get().equals("client_credentials")) {
      throw refused(400, "unsupported_grant_type", "Only client_credentials is supported here.");
    }
    List<String> scopes = scopes(form);
    String body =
        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d,\"scope\":\"%s\"}"
            .formatted(
                tokens.issue(client.id, scopes),
                tokens.lifetime().toSeconds(),
                String.join(" ", scopes));
    return Reply.of(body.getBytes(UTF_8)).with(NO_STORE);
  }

  private static Parameters form(HttpExchange exchange) throws IOException, Refused {
    if (!exchange.getRequestMethod().equals("POST")) {
      Reply reply = Reply.error(405, "invalid_request", "The token endpoint takes POST only.");
      throw new Refused(reply.with(Map.of("Allow", "POST")));
    }
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type == null
        || !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
      throw invalidRequest("The body must be application/x-www-form-urlencoded.");
    }
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY_BYTES + 1);
    if (body.length > LARGEST_BODY_BYTES) {
      throw invalidRequest("The body is too large.");
    }
    try {
      Parameters form = Parameters.of(new String(body, UTF_8));
      if (form.repeats()) {
        throw invalidRequest("A parameter may be sent only once.");
      }
      return form;
    } catch (IllegalArgumentException _) {
      throw invalidRequest("The body is not form-encoded.");
    }
  }

  private static Credentials credentials(HttpExchange exchange, Parameters form) throws Refused {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    boolean inBody = form.find("client_secret").isPresent();
    if (header != null && inBody) {
      throw invalidRequest("The client must authenticate in one way only.");
    }
    if (header != null) {
      return basic(header);
    }
    if (!inBody) {
      throw invalidClient("The client did not authenticate.");
    }
    return new Credentials(
        form.find("client_id").orElse(""), form.find("client_secret").orElse(""));
  }

  private static Credentials basic(String header) throws Refused {
    if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
      throw invalidClient("The scheme of the header Authorization must be Basic.");
    }
    try {
      String pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), UTF_8);
      String[] parts = pair.split(":", 2);
      return new Credentials(
          Parameters.decoded(parts[0]), parts.length == 2 ? Parameters.decoded(parts[1]) : "");
    } catch (IllegalArgumentException _) {
      throw invalidClient("The header Authorization cannot be decoded.");
    }
  }

  private void authenticate(Credentials given) throws Refused {
    boolean sameId = MessageDigest.isEqual(given.id.getBytes(UTF_8), client.id.getBytes(UTF_8));
    boolean sameSecret =
        MessageDigest.isEqual(given.secret.getBytes(UTF_8), client.secret.getBytes(UTF_8));
    if (!(sameId && sameSecret)) {
      throw invalidClient("Unknown client or wrong secret.");
    }
  }

  private List<String> scopes(Parameters form) throws Refused {
    Optional<String> asked = form.find("scope");
    if (asked.isEmpty()) {
      return client.scopes;
    }
    List<String> scopes = List.of(asked.get().split(" ", -1));
    if (!client.scopes.containsAll(scopes)) {
      throw refused(
          400, "invalid_scope", "This client may ask for: " + String.join(" ", client.scopes));
    }
    return scopes;
  }

  private static Refused invalidRequest(String description) {
    return refused(400, "invalid_request", description);
  }

  private static Refused invalidClient(String description) {
    Reply reply = Reply.error(401, "invalid_client", description);
    return new Refused(
        reply.with(
            Map.of("WWW-Authenticate", "Basic realm=\"demo\"", "Cache-Control", "no-store")));
  }

  private static Refused refused(int status, String error, String description) {
    return new Refused(Reply.error(status, error, description).with(NO_STORE));
  }
}
