package dev.sluice.destination.csv;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a publication has to do. Written down before its first step, so that whoever finds it can
/// do the rest.
///
/// @param files where in the staging folder each file lies, by its name under `out/tables`
/// @param removed names of files under `out/tables` that an earlier run made and this one did not
record Journal(Map<String, String> files, List<String> removed) {

  byte[] bytes() {
    Map<String, JsonValue> staged = new LinkedHashMap<>();
    files.forEach((name, place) -> staged.put(name, new JsonString(place)));
    return JsonWriter.compact(
            JsonObject.builder()
                .put("files", JsonObject.of(staged))
                .put("removed", list(removed))
                .build())
        .getBytes(StandardCharsets.UTF_8);
  }

  static Journal read(Path file) throws IOException, JsonSyntaxError {
    JsonValue document = new JsonReader().read(Files.readAllBytes(file));
    Map<String, String> files = new LinkedHashMap<>();
    List<String> removed = List.of();
    if (document instanceof JsonObject journal) {
      if (journal.valueOrNull("files") instanceof JsonObject staged) {
        staged.forEach((name, place) -> {
          if (place instanceof JsonString(String text)) {
            files.put(name, text);
          }
        });
      }
      removed = names(journal.valueOrNull("removed"));
    }
    return new Journal(files, removed);
  }

  /// {@return names as a JSON list}
  static JsonArray list(Collection<String> names) {
    return new JsonArray(names.stream().<JsonValue>map(JsonString::new).toList());
  }

  /// {@return the texts of a JSON list that can be names of files}
  static List<String> names(@org.jspecify.annotations.Nullable JsonValue list) {
    List<String> names = new ArrayList<>();
    if (list instanceof JsonArray array) {
      for (JsonValue item : array.items()) {
        if (item instanceof JsonString(String name) && Staging.isFileName(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
