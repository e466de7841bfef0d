package dev.sluice.run;

import dev.sluice.event.Events;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The state of the run before, `in/state.json` (spec: run-and-http §1.4).
final class StateFile {
  private StateFile() {}

  /// {@return the state; empty, with a warning, when the file is missing or no JSON object}
  ///
  /// @param request names the data folder, or brings the text
  /// @param events gets the warning
  static State read(RunRequest request, Events events) {
    Path file = request.dataFolder().resolve("in").resolve("state.json");
    String reason;
    try {
      return switch (new JsonReader().read(bytes(request, file))) {
        case JsonObject object -> new State(object);
        case JsonArray(var items) when items.isEmpty() -> State.EMPTY;
        default -> {
          events.warning("State file not found '" + file + "' does not hold a JSON object.");
          yield State.EMPTY;
        }
      };
    } catch (JsonSyntaxError e) {
      reason = "Configuration file is not a valid JSON: " + e.reason();
    } catch (IOException _) {
      reason = "Configuration file '" + file + "' not found.";
    }
    events.warning("State file not found " + reason);
    return State.EMPTY;
  }

  private static byte[] bytes(RunRequest request, Path file) throws IOException {
    return request.given().state().isPresent()
        ? request.given().state().get()
        : Files.readAllBytes(file);
  }

  /// {@return the text of a state file}
  ///
  /// @param state what to keep
  static String text(State state) {
    return JsonWriter.compact(state.document());
  }
}
