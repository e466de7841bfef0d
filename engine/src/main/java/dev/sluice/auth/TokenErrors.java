package dev.sluice.auth;

import dev.sluice.http.HttpErrorText;
import dev.sluice.http.Request;
import dev.sluice.http.Response;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.secret.Redactor;

/// What is said when a token endpoint gives no token: what it answered, where that is configured,
/// and what to do, in the words of the form (spec: authentication §9.3.6).
///
/// @param words how the parts of the configuration are called
/// @param redactor masks secrets that the endpoint repeats
record TokenErrors(GrantWords words, Redactor redactor) {
  private static final int LONGEST_DESCRIPTION = 500;
  private static final String FAILED = "OAuth 2.0 token request failed: ";

  /// {@return the error for an answer with a field `error` (RFC 6749 §5.2)}
  ///
  /// @param request the token request
  /// @param answer has a text `error`
  /// @param status the answer's status
  UserError refused(Request request, JsonObject answer, int status) {
    String code = TokenAnswer.text(answer, "error").orElse("");
    var message = new StringBuilder(FAILED).append(shown(code));
    TokenAnswer.text(answer, "error_description")
        .ifPresent(text -> message.append(": ").append(shown(text)));
    message.append(" [HTTP %d, %s]".formatted(status, request.url().shown()));
    TokenAnswer.text(answer, "error_uri")
        .ifPresent(text -> message.append(", see ").append(shown(text)));
    return new UserError(
        Problem.at(place(code), redactor.redact(message.toString()), remedy(code)));
  }

  /// {@return the error for another answer with an error status}
  ///
  /// @param request the token request
  /// @param response the answer
  UserError failed(Request request, Response response) {
    String message =
        "The API request failed: [%d] %s"
            .formatted(response.status(), HttpErrorText.withoutBody(request, response));
    return new UserError(Problem.at(words.endpoint(), redactor.redact(message), remedy(response)));
  }

  /// {@return the error for a page instead of a token}
  ///
  /// @param status the answer's status
  UserError html(int status) {
    return new UserError(
        Problem.at(
            words.endpoint(),
            "Cannot log in: the token endpoint answered " + status + " with HTML instead of JSON",
            "Is this the address of a sign-in page?"));
  }

  /// {@return the error for an answer without a token}
  ///
  /// @param answer what came instead
  UserError noToken(JsonObject answer) {
    boolean isThere = answer.has("access_token");
    String message =
        FAILED
            + (isThere
                ? "the \"access_token\" of the response is empty or no text"
                : "the response has no \"access_token\"");
    String names = redactor.redact(FieldNames.of(answer));
    return new UserError(
        Problem.at(
            words.endpoint(),
            message,
            "Its fields are: " + names + ". Is this the address of the token endpoint?"));
  }

  private ConfigPath place(String code) {
    return switch (code) {
      case "invalid_scope" -> words.scope();
      case "invalid_client" -> words.client();
      default -> words.endpoint();
    };
  }

  private String remedy(String code) {
    return switch (code) {
      case "invalid_client" -> words.checkCredentials();
      case "invalid_scope" ->
          "Check "
              + words.scopesName()
              + ": the server does not know one of them, or this client may not"
              + " have it.";
      case "unauthorized_client" ->
          "This client may not use the client-credentials grant; have it allowed for the client at"
              + " the authorization server.";
      case "unsupported_grant_type" ->
          "Check "
              + words.endpointName()
              + ": this address does not offer the client-credentials grant.";
      case "invalid_request" ->
          "The server may want a further parameter, such as audience or resource, or the credentials"
              + " the other way: "
              + words.otherWay()
              + ".";
      case "invalid_target" -> "Check the parameter audience or resource.";
      case "temporarily_unavailable", "server_error" -> "Try again later.";
      default -> "";
    };
  }

  private String remedy(Response response) {
    if (response.status() == 401) {
      return words.checkCredentials();
    }
    if (LoginDocument.isHtml(response)) {
      return "The answer is an HTML page. Is this the address of a sign-in page?";
    }
    return switch (response.status()) {
      case 403, 404, 405, 410 -> "Check " + words.endpointName() + ".";
      case 400 -> "Check " + words.endpointName() + " and the other fields.";
      default -> "";
    };
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > LONGEST_DESCRIPTION
        ? line.substring(0, LONGEST_DESCRIPTION) + "…"
        : line;
  }
}
