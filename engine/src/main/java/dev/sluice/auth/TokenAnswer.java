package dev.sluice.auth;

import dev.sluice.event.Events;
import dev.sluice.http.NotJson;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.http.ResponseDocuments;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.php.NumberText;
import dev.sluice.problem.UserError;
import dev.sluice.secret.Redactor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The answer of a token endpoint to client credentials (RFC 6749 §5; spec: authentication §9.3.6).
///
/// Errors tell the fields that the RFC defines and the names of others, never more of the answer.
final class TokenAnswer {
  private static final int FIRST_ERROR = 400;

  /// What RFC 6749 §5.1 and OpenID Connect give that lets in.
  private static final List<String> TOKENS = List.of("access_token", "refresh_token", "id_token");

  private final TokenErrors errors;
  private final Redactor redactor;
  private final Events events;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /// Prepares.
  ///
  /// @param errors words the errors
  /// @param redactor gets to know the tokens
  /// @param events gets what is odd, each sentence once
  TokenAnswer(TokenErrors errors, Redactor redactor, Events events) {
    this.errors = errors;
    this.redactor = redactor;
    this.events = events;
  }

  /// {@return the document of the answer, which has an `access_token` that is a text}
  ///
  /// @param request the token request
  /// @param requestedScope its parameter `scope`
  /// @param response the answer, of any status
  /// @throws UserError if the answer gives no token
  JsonObject read(Request request, Optional<String> requestedScope, Response response) {
    Optional<JsonObject> object = object(response);
    if (object.flatMap(answer -> text(answer, "error")).isPresent()) {
      throw errors.refused(request, object.get(), response.status());
    }
    if (response.status() >= FIRST_ERROR) {
      throw errors.failed(request, response);
    }
    if (object.isEmpty() && LoginDocument.isHtml(response)) {
      throw errors.html(response.status());
    }
    JsonObject answer = withTextToken(LoginDocument.ofJson(response));
    learn(answer, redactor);
    tellWhatIsOdd(answer, requestedScope);
    return answer;
  }

  /// Makes the tokens of an answer known as secrets.
  ///
  /// @param answer of any login
  /// @param redactor gets to know them
  static void learn(JsonObject answer, Redactor redactor) {
    TOKENS.forEach(name -> text(answer, name).ifPresent(redactor::add));
  }

  private JsonObject withTextToken(JsonObject answer) {
    JsonValue token = answer.find("access_token").orElse(JsonNull.NULL);
    return switch (token) {
      case JsonString(String text) when !text.isEmpty() -> answer;
      case JsonNumber number -> answer.with("access_token", new JsonString(NumberText.of(number)));
      default -> throw errors.noToken(answer);
    };
  }

  private void tellWhatIsOdd(JsonObject answer, Optional<String> requestedScope) {
    text(answer, "token_type")
        .filter(type -> !type.equalsIgnoreCase("Bearer"))
        .map(redactor::redact)
        .map(TokenAnswer::shortened)
        .map(type -> "Token type \"" + type + "\" is not \"Bearer\"; the token is sent as Bearer.")
        .filter(told::add)
        .ifPresent(events::warning);
    text(answer, "scope")
        .filter(granted -> !scopes(granted).equals(scopes(requestedScope.orElse(""))))
        .map(granted -> "Granted scope: " + granted)
        .filter(told::add)
        .ifPresent(events::info);
  }

  private static Set<String> scopes(String text) {
    return Arrays.stream(text.split(" ")).filter(s -> !s.isEmpty()).collect(Collectors.toSet());
  }

  private static Optional<JsonObject> object(Response response) {
    try {
      JsonValue value = ResponseDocuments.readAfterMark(new JsonReader(), response.body());
      return value instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    } catch (NotJson _) {
      return Optional.empty();
    }
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  /// {@return the text of a field, if it is one}
  ///
  /// @param answer the answer
  /// @param name the field
  static Optional<String> text(JsonObject answer, String name) {
    return answer.valueOrNull(name) instanceof JsonString(String text) && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }
}
