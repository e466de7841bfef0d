package dev.sluice.run;

import dev.sluice.config.Configuration;
import dev.sluice.config.ConfigurationReader;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import dev.sluice.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// The files that tell a run what to do: `config.json` and the file of secrets.
final class ConfigurationFile {
  private ConfigurationFile() {}

  /// {@return the configuration of a data folder}
  ///
  /// @param request where it is
  /// @throws UserError if a file is missing or unreadable, or with all that is wrong in it
  static Configuration read(RunRequest request) {
    Path file = request.dataFolder().resolve("config.json");
    JsonObject secrets = secrets(request);
    JsonValue document =
        ConfigurationReader.document(
            request.given().document().orElseGet(() -> configuration(file)), file);
    var redactor = new Redactor();
    redactor.addAll(ConfigurationReader.secrets(document, secrets));
    return RedactedErrors.of(
        redactor,
        () -> {
          Configuration read = ConfigurationReader.read(document, secrets);
          return read.with(
              RedactedErrors.of(redactor, read.warnings()),
              RedactedErrors.of(redactor, read.hints()));
        });
  }

  /// {@return the `#` attributes that stand outside of `config.json`}
  ///
  /// @param request where they are
  /// @throws UserError if the file is missing or no JSON object
  static JsonObject secrets(RunRequest request) {
    return request.secretsFile().map(ConfigurationFile::secrets).orElse(JsonObject.EMPTY);
  }

  private static byte[] configuration(Path file) {
    Path folder = file.getParent();
    if (folder != null && Files.isRegularFile(folder)) {
      throw new UserError(
          Problem.of("'" + folder + "' is a file.", "Name the folder that holds config.json."));
    }
    return bytes(
        file,
        Problem.of(
            "Configuration file '" + file + "' not found.",
            "Name the folder that holds config.json, or make one with 'sluice init'."));
  }

  private static byte[] bytes(Path file, Problem missing) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException _) {
      throw new UserError(missing);
    } catch (IOException e) {
      throw new UserError(
          Problem.of("Cannot read '" + file + "': " + e.getMessage(), "Check its permissions."), e);
    }
  }

  private static JsonObject secrets(Path file) {
    Optional<JsonObject> secrets;
    Problem missing = Problem.of("The file of secrets '" + file + "' is not there.", "");
    try {
      JsonValue document = new JsonReader().read(bytes(file, missing));
      secrets = document instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    } catch (JsonSyntaxError e) {
      throw new UserError(
          Problem.of(
              "The file of secrets '%s' is not a valid JSON: %s%s"
                  .formatted(file, e.reason(), e.place().map(place -> " at " + place).orElse("")),
              ""));
    }
    if (secrets.isEmpty()
        || secrets.get().shape().names().stream().anyMatch(key -> !key.startsWith("#"))) {
      throw new UserError(
          Problem.of(
              "The file of secrets '" + file + "' must be a JSON object whose keys begin with '#'.",
              ""));
    }
    return secrets.get();
  }
}
