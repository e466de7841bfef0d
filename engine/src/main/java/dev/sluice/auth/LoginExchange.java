package dev.sluice.auth;

import dev.sluice.config.Authentication.Login;
import dev.sluice.config.Authentication.ResponseFormat;
import dev.sluice.function.Scope;
import dev.sluice.function.Section;
import dev.sluice.http.ApiRequest;
import dev.sluice.http.Body;
import dev.sluice.http.Method;
import dev.sluice.http.Request;
import dev.sluice.http.RequestEncoder;
import dev.sluice.http.Response;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.UserError;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/// Sends a login request and reads its answer (spec: authentication §5.3).
///
/// @param login what the configuration says
/// @param contexts what the request's functions see besides the attributes
/// @param iteration clock, attributes, redactor and events
/// @param line how logins are sent
/// @param words how the parts of a client-credentials grant are called; only for such a login
/// @param tokenAnswer reads the answer to client credentials; only for such a login
record LoginExchange(
    Login login,
    LoginContexts contexts,
    IterationScope iteration,
    LoginLine line,
    Optional<GrantWords> words,
    Optional<TokenAnswer> tokenAnswer) {

  /// {@return an exchange for a login}
  ///
  /// @param login what the configuration says
  /// @param contexts what the request's functions see besides the attributes
  /// @param iteration clock, attributes, redactor and events
  /// @param line how logins are sent
  /// @param words how the parts of a client-credentials grant are called; only for such a login
  static LoginExchange of(
      Login login,
      LoginContexts contexts,
      IterationScope iteration,
      LoginLine line,
      Optional<GrantWords> words) {
    Optional<TokenAnswer> tokenAnswer =
        words
            .map(named -> new TokenErrors(named, iteration.redactor()))
            .map(errors -> new TokenAnswer(errors, iteration.redactor(), iteration.events()));
    return new LoginExchange(login, contexts, iteration, line, words, tokenAnswer);
  }

  /// A login request about to be sent.
  ///
  /// @param request complete and encoded
  /// @param params its parameters, evaluated
  /// @param secretParams the names of those that are made of secrets
  record Prepared(Request request, JsonObject params, Set<String> secretParams) {}

  /// A login request and what came back.
  ///
  /// @param sent the request
  /// @param status the status of the answer
  /// @param document the document of the answer
  /// @param times when it was sent and when its answer had been read
  /// @param serverTime what the server's clock showed, if it says so
  record Answered(
      Prepared sent, int status, JsonObject document, Times times, Optional<Instant> serverTime) {}

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
    Prepared prepared = prepared();
    Instant sent = iteration.scope().clock().instant();
    Response response = answer(prepared.request());
    try (Body _ = response.body()) {
      JsonObject document = document(prepared, response);
      contexts.answered(document);
      TokenAnswer.learn(document, iteration.redactor());
      Instant read = iteration.scope().clock().instant();
      return new Answered(
          prepared, response.status(), document, new Times(sent, read), serverTime(response));
    }
  }

  private Prepared prepared() {
    String endpoint = contexts.endpoint(login.request().endpoint());
    Scope scope = contexts.in(iteration.scope(), endpoint);
    Section.Values params = values(login.request().params(), scope, "params");
    Section.Values headers = values(login.request().headers(), scope, "headers");
    var asked =
        new ApiRequest(
            endpoint,
            Method.named(login.request().method()).orElse(Method.GET),
            params.object(),
            headers.object(),
            ApiRequest.Source.CONFIGURED,
            headers.secretKeys());
    try {
      Request request = encoder(headers.object()).encodeLogin(asked).withPurpose(purpose());
      return new Prepared(contexts.finished(request), params.object(), params.secretKeys());
    } catch (UserError e) {
      throw Placed.at(place(), e);
    }
  }

  private Section.Values values(Section section, Scope scope, String name) {
    try {
      return section.values(scope);
    } catch (UserError e) {
      throw Placed.at(place().key(name), e);
    }
  }

  /// Two ways to authenticate in one request are forbidden (RFC 6749 §2.3), so a default header
  /// does not join credentials in the form.
  private RequestEncoder encoder(JsonObject headers) {
    RequestEncoder encoder = line.encoder();
    boolean hasOwn = headers.shape().names().stream().anyMatch("Authorization"::equalsIgnoreCase);
    return words.isEmpty() || hasOwn
        ? encoder
        : new RequestEncoder(
            encoder.base(),
            encoder.defaultHeaders().without("Authorization"),
            encoder.optionHeaders(),
            encoder.trust());
  }

  private ConfigPath place() {
    return words.map(GrantWords::request).orElse(Placed.SECTION.key("loginRequest"));
  }

  private Request.Purpose purpose() {
    return words.isPresent() ? Request.Purpose.CLIENT_CREDENTIALS : Request.Purpose.LOGIN;
  }

  private Response answer(Request request) {
    try {
      return line.pipeline().send(request);
    } catch (UserError e) {
      throw Placed.at(words.map(GrantWords::endpoint).orElse(Placed.ENDPOINT), e);
    }
  }

  private JsonObject document(Prepared prepared, Response response) {
    if (tokenAnswer.isPresent()) {
      Optional<String> scope = TokenAnswer.text(prepared.params(), "scope");
      return tokenAnswer.get().read(prepared.request(), scope, response);
    }
    return login.format() == ResponseFormat.TEXT
        ? LoginDocument.ofText(response)
        : LoginDocument.ofJson(response);
  }

  /// The header `Date` (RFC 9110 §6.6.1).
  private static Optional<Instant> serverTime(Response response) {
    try {
      return response
          .headers()
          .first("Date")
          .map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
