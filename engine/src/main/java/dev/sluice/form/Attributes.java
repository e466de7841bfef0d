package dev.sluice.form;

import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonPath;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.util.Optional;

/// Attributes of `config` as a form shows and changes them.
final class Attributes {
  private Attributes() {}

  /// {@return the text of an attribute, if it is there}
  ///
  /// @param parameters `parameters` of the configuration
  /// @param name the attribute's name; may be a dotted path
  static Optional<String> text(JsonObject parameters, String name) {
    JsonObject config = JsonEdit.object(parameters, "config");
    return config.find(name).or(() -> JsonPath.find(name, config)).flatMap(Attributes::text);
  }

  /// {@return the configuration with a text in an attribute; one that shows the same stays as it
  /// stands}
  ///
  /// @param parameters `parameters` of the configuration
  /// @param name the attribute's name; may be the dotted path of one that is there
  /// @param text its new value
  static JsonObject put(JsonObject parameters, String name, String text) {
    if (text(parameters, name).filter(text::equals).isPresent()) {
      return parameters;
    }
    JsonObject config = JsonEdit.object(parameters, "config");
    boolean isNested = !config.has(name) && JsonPath.find(name, config).isPresent();
    JsonObject changed =
        isNested
            ? JsonEdit.put(config, new JsonString(text), name.split("\\.", -1))
            : config.with(name, new JsonString(text));
    return parameters.with("config", changed);
  }

  /// {@return the configuration without an attribute if it belongs to the form: its name starts
  /// with `__` or `#__`}
  ///
  /// @param parameters `parameters` of the configuration
  /// @param name the attribute's name
  static JsonObject removeOwn(JsonObject parameters, String name) {
    return name.startsWith("__") || name.startsWith("#__")
        ? JsonEdit.remove(parameters, "config", name)
        : parameters;
  }

  /// {@return a scalar as a form shows it}
  ///
  /// @param value any value
  static Optional<String> text(JsonValue value) {
    return switch (value) {
      case JsonString(String text) -> Optional.of(text);
      case JsonNumber(String literal) -> Optional.of(literal);
      case JsonBoolean(boolean flag) -> Optional.of(Boolean.toString(flag));
      default -> Optional.empty();
    };
  }
}
