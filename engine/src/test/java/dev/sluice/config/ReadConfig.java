package dev.sluice.config;

import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.ConfigPath;
import dev.sluice.problem.Problem;
import dev.sluice.problem.Problems;
import java.util.List;
import java.util.function.Function;

/// Something read out of a piece of configuration, with what was wrong.
///
/// @param value what was read
/// @param problems errors and warnings
record ReadConfig<T>(T value, Problems problems) {

  /// {@return what a reader makes of a text}
  ///
  /// @param path where the text stands
  /// @param text JSON
  /// @param reader the reader
  static <T> ReadConfig<T> of(String path, String text, Function<ConfigNode, T> reader) {
    var problems = new Problems();
    return new ReadConfig<>(
        reader.apply(ConfigNode.of(json(text), ConfigPath.of(path), problems)), problems);
  }

  List<String> errors() {
    return problems.errors().stream().map(Problem::message).toList();
  }

  List<String> warnings() {
    return problems.warnings().stream().map(Problem::message).toList();
  }

  static JsonValue json(String text) {
    try {
      return new JsonReader().read(text);
    } catch (JsonSyntaxError e) {
      throw new AssertionError(text, e);
    }
  }
}
