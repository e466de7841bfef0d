package dev.sluice.studio.document;

import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import dev.sluice.problem.ConfigPath;
import dev.sluice.studio.web.Refusal;
import java.nio.charset.StandardCharsets;

/// A configuration as a text, with its value. Both `{"parameters": …}` and a bare `{"api": …,
/// "config": …}` are accepted and keep their shape (spec: studio §4.3). Immutable.
///
/// @param text the text
/// @param value what it means
public record ConfigDocument(String text, JsonObject value) {
  private static final String PARAMETERS = "parameters";

  /// {@return the document of a text}
  ///
  /// @param text may be empty, which is a document without anything
  /// @throws Refusal if it is no JSON object, with line and column
  public static ConfigDocument of(String text) {
    if (text.isBlank()) {
      return new ConfigDocument("{}", JsonObject.EMPTY);
    }
    try {
      if (JsonText.of(text).value() instanceof JsonObject object) {
        return new ConfigDocument(text, object);
      }
    } catch (JsonSyntaxError e) {
      throw invalid(e);
    }
    throw new Refusal(422, "no_object", "A configuration must be a JSON object.");
  }

  /// {@return the refusal of a text that is not JSON}
  ///
  /// @param error says where
  static Refusal invalid(JsonSyntaxError error) {
    return new Refusal(
        422,
        "invalid_json",
        error.reason() + error.place().map(place -> " at " + place).orElse(""),
        JsonObject.builder()
            .put("line", dev.sluice.json.JsonNumber.of(error.line()))
            .put("column", dev.sluice.json.JsonNumber.of(error.column()))
            .build());
  }

  /// {@return whether the document is what stands under `parameters` elsewhere}
  public boolean isBare() {
    return !value.has(PARAMETERS) && (value.has("api") || value.has("config"));
  }

  /// {@return what stands under `parameters`}
  public JsonObject parameters() {
    if (isBare()) {
      return value;
    }
    return value.valueOrNull(PARAMETERS) instanceof JsonObject object ? object : JsonObject.EMPTY;
  }

  /// {@return this document with other parameters, everything else spelt as it is}
  ///
  /// @param parameters what is to stand under `parameters`
  public ConfigDocument withParameters(JsonObject parameters) {
    return with(isBare() ? parameters : value.with(PARAMETERS, parameters));
  }

  /// {@return the document as the engine sees it: with `parameters`}
  public JsonObject whole() {
    return isBare() ? JsonObject.of(PARAMETERS, value) : value;
  }

  /// {@return this document with another content, spelt as it is where it stays the same}
  ///
  /// @param whole with `parameters`, as in [#whole()]
  /// @throws Refusal if this document has no place for something
  public ConfigDocument withWhole(JsonObject whole) {
    if (!isBare()) {
      return with(whole);
    }
    if (whole.size() > 1) {
      throw new Refusal(
          422,
          "bare",
          "This configuration has no place for '%s': put what is there under \"parameters\" first."
              .formatted(whole.without(PARAMETERS).shape().name(0)));
    }
    return with(whole.find(PARAMETERS).orElse(JsonObject.EMPTY));
  }

  /// {@return this document with another value, what stays the same spelt as it is}
  ///
  /// @param other the value
  /// @throws Refusal if it is no object
  public ConfigDocument with(JsonValue other) {
    if (!(other instanceof JsonObject object)) {
      throw new Refusal(422, "no_object", "A configuration must be a JSON object.");
    }
    try {
      return new ConfigDocument(TextEdit.changed(text, object), object);
    } catch (JsonSyntaxError e) {
      throw invalid(e);
    }
  }

  /// {@return the text that the engine reads}
  public byte[] engineText() {
    String whole = isBare() ? "{\"parameters\":" + withoutMark() + "}" : text;
    return whole.getBytes(StandardCharsets.UTF_8);
  }

  /// {@return the place that the engine means, in this document}
  ///
  /// @param path of a problem
  public Pointer pointer(ConfigPath path) {
    Pointer pointer = Pointer.of(path, isBare() ? JsonObject.of(PARAMETERS, value) : value);
    boolean isBelow = isBare() && !pointer.keys().isEmpty();
    return isBelow ? new Pointer(pointer.keys().subList(1, pointer.keys().size())) : pointer;
  }

  /// {@return a place within `parameters`, in this document}
  ///
  /// @param pointer seen from `parameters`
  public Pointer inParameters(Pointer pointer) {
    return isBare() ? pointer : pointer.under(PARAMETERS);
  }

  private String withoutMark() {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
