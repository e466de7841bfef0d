package dev.sluice.studio.check;

import dev.sluice.form.AuthenticationForm;
import dev.sluice.form.ClientCredentials;
import dev.sluice.form.FieldProblem;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.studio.check.Finding.Severity;
import dev.sluice.studio.document.ConfigDocument;
import dev.sluice.studio.document.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Goes through a configuration with the rules of the studio.
public final class ConfigCheck {
  private final ConfigDocument document;
  private final List<Finding> findings = new ArrayList<>();

  private ConfigCheck(ConfigDocument document) {
    this.document = document;
  }

  /// {@return what there is to say, in the order of the rules}
  ///
  /// @param document secrets in their places
  public static List<Finding> of(ConfigDocument document) {
    var check = new ConfigCheck(document);
    check.address();
    check.authentication();
    JsonObject config = document.parameters().object("config");
    new JobCheck(document, check.findings).report();
    new MappingCheck(document, check.findings).report();
    new SecretCheck(document, check.findings).report();
    if (JsonBoolean.TRUE.equals(config.valueOrNull("debug"))) {
      check.add("/config/debug", Severity.INFO, "debug", "Logs will contain every request");
    }
    return check.findings;
  }

  /// {@return the base URL, if it is a text}
  static Optional<String> baseUrl(JsonObject parameters) {
    return parameters.object("api").valueOrNull("baseUrl") instanceof JsonString(String url)
        ? Optional.of(url)
        : Optional.empty();
  }

  private void address() {
    JsonValue url = document.parameters().object("api").find("baseUrl").orElse(JsonNull.NULL);
    boolean isFunction = url instanceof JsonObject;
    boolean isAddress =
        url instanceof JsonString(String text) && text.matches("(?i)https?://[^/?#\\s]+.*");
    if (!isFunction && !isAddress) {
      add(
          "/api/baseUrl",
          Severity.ERROR,
          "base_url",
          "Enter the API's address, starting with https://");
    }
  }

  private void authentication() {
    if (!(AuthenticationForm.recognise(document.parameters()) instanceof ClientCredentials form)) {
      return;
    }
    String login = "/api/authentication/loginRequest";
    for (FieldProblem problem : form.problems()) {
      if (problem.severity() == FieldProblem.Severity.HINT) {
        continue;
      }
      String pointer =
          switch (problem.field()) {
            case CLIENT_ID -> "/config/" + escaped(form.client().id(), "__CLIENT_ID");
            case CLIENT_SECRET -> "/config/" + escaped(form.client().secret(), "#__CLIENT_SECRET");
            case ACCESS_TOKEN_URL -> login + "/endpoint";
            case SCOPES -> login + "/params/scope";
            case REQUEST_TYPE -> login;
          };
      add(
          pointer,
          problem.severity() == FieldProblem.Severity.ERROR ? Severity.ERROR : Severity.WARNING,
          "client_credentials",
          problem.message());
    }
  }

  private static String escaped(ClientCredentials.Credential credential, String usual) {
    return credential.source()
            instanceof dev.sluice.config.ClientCredentialsShape.Source.Attribute(String name)
        ? name.replace("~", "~0").replace("/", "~1")
        : usual;
  }

  private void add(String pointer, Severity severity, String code, String message) {
    findings.add(Finding.of(document.inParameters(Pointer.of(pointer)), severity, code, message));
  }
}
