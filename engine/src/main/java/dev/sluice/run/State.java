package dev.sluice.run;

import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonValue;
import java.util.Optional;

/// What one run hands to the next: the state file's content (spec: run-and-http §1.4). Immutable.
///
/// @param document the whole file; keys that mean nothing to us are kept
public record State(JsonObject document) {
  /// The state before the first run.
  public static final State EMPTY = new State(JsonObject.EMPTY);

  private static final String TIME = "time";
  private static final String PREVIOUS_START = "previousStart";
  private static final String CURRENT_START = "currentStart";
  private static final String STRUCTURE = "json_parser.struct";
  private static final String STRUCTURE_VERSION = "json_parser.structVersion";

  /// {@return the context `time` of functions: what the state holds under `time`, and the start of
  /// this run} (spec: functions §3.3)
  ///
  /// @param currentStart Unix seconds
  public JsonObject time(long currentStart) {
    JsonValue previous = timeSection().find(PREVIOUS_START).orElse(JsonNull.NULL);
    return timeSection()
        .with(PREVIOUS_START, previous.isEmpty() ? JsonNumber.of(0) : previous)
        .with(CURRENT_START, JsonNumber.of(currentStart));
  }

  /// {@return the learned structure of tables, if there is one} (spec: run-and-http §3.3)
  public Optional<Structure> structure() {
    JsonValue version = document.find(STRUCTURE_VERSION).orElse(JsonNull.NULL);
    if (version.isEmpty() || document.find(STRUCTURE).orElse(JsonNull.NULL).isEmpty()) {
      return Optional.empty();
    }
    boolean legacy = version instanceof JsonNumber(String literal) && literal.equals("2");
    return document.find(STRUCTURE).map(tree -> new Structure(tree, legacy));
  }

  /// {@return the state after a successful run}
  ///
  /// @param start when it began, in Unix seconds: the next run's `previousStart`
  /// @param learned what the automatic conversion learned; empty leaves what is there
  /// @param tables what [TableHistory] tells of the tables
  public State after(long start, Optional<Structure> learned, JsonObject tables) {
    JsonObject next =
        document.with(
            TIME, timeSection().without(CURRENT_START).with(PREVIOUS_START, JsonNumber.of(start)));
    return new State(
        learned
            .map(structure ->
                next.with(STRUCTURE, structure.tree())
                    .with(STRUCTURE_VERSION, JsonNumber.of(structure.legacy() ? 2 : 3)))
            .orElse(next)
            .with(TableHistory.KEY, tables));
  }

  private JsonObject timeSection() {
    return document.find(TIME).orElse(JsonNull.NULL) instanceof JsonObject time
        ? time
        : JsonObject.EMPTY;
  }

  /// The learned structure of tables.
  ///
  /// @param tree `json_parser.struct`
  /// @param legacy whether the conversion of level 1 made it
  public record Structure(JsonValue tree, boolean legacy) {}
}
