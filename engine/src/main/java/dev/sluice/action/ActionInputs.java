package dev.sluice.action;

import dev.sluice.action.curl.CurlImport;
import dev.sluice.config.ConfigurationReader;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.UserError;
import dev.sluice.secret.Redactor;

/// What an action is to work on: a configuration that need not be complete, and the action's inputs
/// in its `parameters` (spec: studio §1.11). An action reads what it uses and nothing else (spec:
/// studio W-15).
///
/// @param document the whole file
public record ActionInputs(JsonObject document) {
  private static final String CURL = "__CURL_COMMAND";

  /// {@return the document with an input}
  ///
  /// @param inputs by name, e.g. `__CURL_COMMAND`
  public ActionInputs with(JsonObject inputs) {
    JsonObject parameters = parameters();
    for (String name : inputs.shape().names()) {
      parameters = parameters.with(name, inputs.find(name).orElseThrow());
    }
    return new ActionInputs(document.with("parameters", parameters));
  }

  /// {@return an endpoint made of `__CURL_COMMAND`}
  ///
  /// @throws UserError if it can't be imported
  public CurlImport curl() {
    String base =
        parameters().object("api").valueOrNull("baseUrl") instanceof JsonString(String url)
            ? url
            : "";
    try {
      return CurlImport.of(text(CURL), base);
    } catch (UserError e) {
      throw e.completed(place(CURL), "");
    }
  }

  /// Makes the secrets of the document known.
  ///
  /// @param redactor gets to know them
  public void tell(Redactor redactor) {
    redactor.addAll(ConfigurationReader.secrets(document, JsonObject.EMPTY));
  }

  /// {@return an input; empty when it is missing}
  ///
  /// @param name e.g. `__SELECTED_JOB`
  String text(String name) {
    return switch (parameters().valueOrNull(name)) {
      case JsonString(String text) -> text;
      case JsonNumber(String literal) -> literal;
      case null, default -> "";
    };
  }

  private JsonObject parameters() {
    return document.object("parameters");
  }

  private static ConfigPath place(String input) {
    return ConfigPath.of("parameters").key(input);
  }
}
