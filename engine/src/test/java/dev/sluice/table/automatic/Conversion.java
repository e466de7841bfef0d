package dev.sluice.table.automatic;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.table.Page;
import dev.sluice.table.RecordedLog;
import dev.sluice.table.RecordingDestination;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A run of the automatic conversion over pages, with what came of it.
///
/// @param tables the tables by name
/// @param log the log lines, each with its level before it
/// @param state the structure afterwards
record Conversion(
    Map<String, RecordingDestination.Table> tables, List<String> log, JsonObject state) {
  private static final JsonReader READER = new JsonReader();

  /// How a run is set up.
  ///
  /// @param known the structure of an earlier run
  /// @param lossless the option of that name
  record Setup(Optional<JsonObject> known, boolean lossless) {
    static final Setup FIRST = new Setup(Optional.empty(), false);
    static final Setup LOSSLESS = new Setup(Optional.empty(), true);

    Conversion of(Page... pages) {
      return of(List.of(pages));
    }

    Conversion of(List<Page> pages) {
      var destination = new RecordingDestination();
      var log = new RecordedLog();
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      try (var shaper = new AutomaticShaper(known, lossless, temporary, destination, log)) {
        pages.forEach(shaper::take);
        shaper.finish();
        return new Conversion(destination.tables(), log.lines(), shaper.structure().orElseThrow());
      }
    }
  }

  static Conversion of(Page... pages) {
    return Setup.FIRST.of(pages);
  }

  /// {@return a page without extra columns}
  ///
  /// @param type the data type
  /// @param rows a JSON list
  static Page page(String type, String rows) {
    return page(type, rows, "{}");
  }

  static Page page(String type, String rows, String extra) {
    return new Page(
        type,
        ((JsonArray) json(rows)).items(),
        (JsonObject) json(extra),
        "job '" + type + "', page 1");
  }

  static JsonValue json(String text) {
    try {
      return READER.read(text);
    } catch (JsonSyntaxError e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /// {@return the next run with the state of this one}
  Setup next() {
    return new Setup(Optional.of((JsonObject) json(state.toString())), false);
  }

  /// {@return all files, each after a line with its name}
  String files() {
    var files = new StringBuilder();
    tables.forEach(
        (name, table) -> files.append("== ").append(name).append('\n').append(table.csv()));
    return files.toString();
  }

  /// {@return a table, which must be there}
  RecordingDestination.Table table(String name) {
    RecordingDestination.Table table = tables.get(name);
    if (table == null) {
      throw new AssertionError("There is no table '" + name + "' in " + tables.keySet());
    }
    return table;
  }

  /// {@return a table as CSV; empty if there is none}
  String csv(String name) {
    RecordingDestination.Table table = tables.get(name);
    return table == null ? "" : table.csv();
  }
}
