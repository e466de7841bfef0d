package dev.sluice.auth;

import dev.sluice.config.Authentication.Login;
import dev.sluice.config.Authentication.ResponseFormat;
import dev.sluice.function.Scope;
import dev.sluice.http.ApiRequest;
import dev.sluice.http.Body;
import dev.sluice.http.Headers;
import dev.sluice.http.Method;
import dev.sluice.http.Request;
import dev.sluice.http.RequestEncoder;
import dev.sluice.http.Response;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.UserError;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Sends a login request and reads its answer (spec: authentication §5.3).
///
/// @param login what the configuration says
/// @param contexts what the request's functions see besides the attributes
/// @param iteration clock, attributes, redactor and events
/// @param line how logins are sent
/// @param tokenAnswer reads the answer to client credentials; only for such a login
record LoginExchange(
    Login login,
    LoginContexts contexts,
    IterationScope iteration,
    LoginLine line,
    Optional<TokenAnswer> tokenAnswer) {

  /// {@return an exchange for a login}
  ///
  /// @param login what the configuration says
  /// @param contexts what the request's functions see besides the attributes
  /// @param iteration clock, attributes, redactor and events
  /// @param line how logins are sent
  static LoginExchange of(
      Login login, LoginContexts contexts, IterationScope iteration, LoginLine line) {
    Optional<TokenAnswer> tokenAnswer =
        login
            .clientCredentials()
            .map(shape -> new TokenErrors(shape, iteration.redactor()))
            .map(errors -> new TokenAnswer(errors, iteration.events()));
    return new LoginExchange(login, contexts, iteration, line, tokenAnswer);
  }

  /// A login request and what came back.
  ///
  /// @param request as it was sent
  /// @param params its parameters, evaluated
  /// @param status the status of the answer
  /// @param document the document of the answer
  /// @param times when it was sent and when its answer had been read
  record Answered(
      Request request, JsonObject params, int status, JsonObject document, Times times) {}

  /// When a login began and ended.
  ///
  /// @param sent before the request was sent
  /// @param read when its answer had been read
  record Times(Instant sent, Instant read) {
    /// {@return how long it took}
    Duration took() {
      return Duration.between(sent, read);
    }
  }

  /// {@return the answer to a new login}
  ///
  /// @throws UserError if the request can't be made, or is refused, or the answer can't be used
  Answered perform() {
    Scope scope = contexts.in(iteration.scope());
    JsonObject params = evaluated(scope);
    Request request = request(params, scope);
    Instant sent = iteration.scope().clock().instant();
    Response response = answer(request);
    try (Body _ = response.body()) {
      JsonObject document = document(request, params, response);
      contexts.answered(document);
      learnTokens(document);
      return new Answered(
          request,
          params,
          response.status(),
          document,
          new Times(sent, iteration.scope().clock().instant()));
    }
  }

  private JsonObject evaluated(Scope scope) {
    try {
      return login.request().params().in(scope);
    } catch (UserError e) {
      throw Placed.at(Placed.SECTION.key("loginRequest").key("params"), e);
    }
  }

  private Request request(JsonObject params, Scope scope) {
    try {
      JsonObject headers = login.request().headers().in(scope);
      Set<String> secrets = new HashSet<>(login.request().params().secretKeys());
      secrets.addAll(login.request().headers().secretKeys());
      var asked =
          new ApiRequest(
              login.request().endpoint(),
              Method.named(login.request().method()).orElse(Method.GET),
              params,
              headers,
              ApiRequest.Source.CONFIGURED,
              secrets);
      Request encoded = encoder(headers).encodeLogin(asked);
      Headers marked =
          encoded.headers().markedAsCredentials(login.request().headers().secretKeys());
      return encoded.withHeaders(marked).withPurpose(purpose());
    } catch (UserError e) {
      throw Placed.at(Placed.SECTION.key("loginRequest"), e);
    }
  }

  /// Two ways to authenticate in one request are forbidden (RFC 6749 §2.3), so a default header
  /// does not join credentials in the form.
  private RequestEncoder encoder(JsonObject headers) {
    RequestEncoder encoder = line.encoder();
    boolean hasOwn =
        headers.shape().names().stream().anyMatch("Authorization"::equalsIgnoreCase);
    return login.clientCredentials().isEmpty() || hasOwn
        ? encoder
        : new RequestEncoder(
            encoder.base(),
            encoder.defaultHeaders().without("Authorization"),
            encoder.optionHeaders());
  }

  private Request.Purpose purpose() {
    return login.clientCredentials().isPresent()
        ? Request.Purpose.CLIENT_CREDENTIALS
        : Request.Purpose.LOGIN;
  }

  private Response answer(Request request) {
    try {
      return line.pipeline().send(request);
    } catch (UserError e) {
      throw Placed.at(Placed.ENDPOINT, e);
    }
  }

  private JsonObject document(Request request, JsonObject params, Response response) {
    if (tokenAnswer.isPresent()) {
      return tokenAnswer.get().read(request, TokenAnswer.text(params, "scope"), response);
    }
    return login.format() == ResponseFormat.TEXT
        ? LoginDocument.ofText(response)
        : LoginDocument.ofJson(response);
  }

  private void learnTokens(JsonObject document) {
    for (String name : new String[] {"access_token", "refresh_token", "id_token"}) {
      TokenAnswer.text(document, name).ifPresent(iteration.redactor()::add);
    }
  }
}
