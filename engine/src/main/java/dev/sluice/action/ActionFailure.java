package dev.sluice.action;

import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.secret.Redactor;
import java.util.Optional;

/// Why an action failed (spec: README G-07).
///
/// @param code for programs, e.g. `login_failed`
/// @param message for people; redacted
/// @param path where in the configuration, if it is there
/// @param hint what to do; may be empty
/// @param provider the fields `error` and `error_description` of a token endpoint's answer and the
///   status; empty for other failures
public record ActionFailure(
    String code, String message, Optional<ConfigPath> path, String hint, JsonObject provider) {

  /// {@return a failure for a problem}
  ///
  /// @param code for programs
  /// @param problem what is wrong; redacted
  public static ActionFailure of(String code, Problem problem) {
    return new ActionFailure(
        code, problem.message(), problem.path(), problem.remedy(), JsonObject.EMPTY);
  }

  /// {@return a failure without a place}
  ///
  /// @param code for programs
  /// @param message for people
  /// @param hint what to do; may be empty
  public static ActionFailure of(String code, String message, String hint) {
    return new ActionFailure(code, message, Optional.empty(), hint, JsonObject.EMPTY);
  }

  /// {@return this failure without secrets}
  ///
  /// @param redactor knows them
  public ActionFailure redacted(Redactor redactor) {
    return new ActionFailure(code, redactor.redact(message), path, redactor.redact(hint), provider);
  }

  /// {@return this failure with what the server said}
  ///
  /// @param status the HTTP status
  /// @param answer `error` and `error_description`, as far as they are there
  ActionFailure with(int status, JsonObject answer) {
    var said = JsonObject.builder().put("status", JsonNumber.of(status));
    for (String name : java.util.List.of("error", "error_description")) {
      if (answer.valueOrNull(name) instanceof JsonString text) {
        said.put(name, text);
      }
    }
    return new ActionFailure(code, message, path, hint, said.build());
  }

  /// {@return the failure as it stands in documents}
  ///
  /// @param pointer where it is, as the reader of the document writes places
  public JsonObject json(String pointer) {
    var json =
        JsonObject.builder()
            .put("code", code)
            .put("message", message)
            .put("pointer", pointer)
            .put("hint", hint);
    provider.forEach(json::put);
    return json.build();
  }
}
