package dev.sluice.cli;

import dev.sluice.config.ConfigurationReader;
import dev.sluice.json.JsonObject;
import dev.sluice.problem.Problem;
import dev.sluice.problem.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The `config.json` of a folder, read as it stands.
///
/// @param path where it is
/// @param text what stands in it
/// @param document what that means; an empty object when it is something else
record ConfigFile(Path path, String text, JsonObject document) {

  /// {@return the file of a folder}
  ///
  /// @param folder the data folder
  /// @throws UserError if there is none, or it is no JSON
  static ConfigFile in(Path folder) {
    Path file = folder.resolve("config.json");
    try {
      byte[] bytes = Files.readAllBytes(file);
      JsonObject document =
          ConfigurationReader.document(bytes, file) instanceof JsonObject object
              ? object
              : JsonObject.EMPTY;
      return new ConfigFile(file, new String(bytes, StandardCharsets.UTF_8), document);
    } catch (NoSuchFileException e) {
      throw new UserError(
          Problem.of(
              "Configuration file '" + file + "' not found.",
              "Name the folder that holds config.json."),
          e);
    } catch (IOException e) {
      throw new UserError(
          Problem.of("Cannot read '" + file + "': " + e.getMessage(), "Check its permissions."), e);
    }
  }
}
