package dev.sluice.auth;

import dev.sluice.http.NotJson;
import dev.sluice.http.Response;
import dev.sluice.http.ResponseDocuments;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.util.Locale;

/// The answer to a login as a document that references look into (spec: authentication §5.3).
final class LoginDocument {
  private static final String SIGN_IN_PAGE =
      "The answer is an HTML page. Is this the address of a sign-in page?";

  private LoginDocument() {}

  /// {@return the document of an answer that is read as text; line breaks at its end, which no
  /// header can carry, are left out}
  ///
  /// @param response the answer
  static JsonObject ofText(Response response) {
    String text = response.text();
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return JsonObject.of("data", new JsonString(text.substring(0, end)));
  }

  /// {@return the document of an answer that is read as JSON: an object as it is, a scalar under
  /// `data`}
  ///
  /// @param response the answer
  /// @throws UserError if it is a list, `null` or no JSON
  static JsonObject ofJson(Response response) {
    JsonValue value = json(response);
    return switch (value) {
      case JsonObject object -> object;
      case JsonArray _, JsonNull _ ->
          throw new UserError(
              Problem.at(
                  Placed.ENDPOINT,
                  "The response to the login request should be an object or a scalar value, given \"%s\"."
                      .formatted(value.typeName()),
                  ""));
      default -> JsonObject.of("data", value);
    };
  }

  /// {@return the answer as JSON; a byte-order mark may stand before it} (spec: README G-03)
  ///
  /// @param response the answer
  /// @throws UserError if it is no JSON
  static JsonValue json(Response response) {
    try {
      return ResponseDocuments.readAfterMark(new JsonReader(), response.body());
    } catch (NotJson e) {
      String remedy = isHtml(response) ? SIGN_IN_PAGE : "The login has to be answered with JSON.";
      throw new UserError(Problem.at(Placed.ENDPOINT, e.message(), remedy), e);
    }
  }

  /// {@return whether the answer is a page for people}
  ///
  /// @param response the answer
  static boolean isHtml(Response response) {
    String type = response.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    String start = response.text().stripLeading();
    String head = start.substring(0, Math.min(15, start.length())).toLowerCase(Locale.ROOT);
    return type.startsWith("text/html")
        || head.startsWith("<!doctype html")
        || head.startsWith("<html");
  }
}
