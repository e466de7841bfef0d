package dev.sluice.table.automatic;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads values back from the [SpoolForm], where their parts are needed as values. Not for the hot
/// path.
final class Decoder {
  private final Layouts layouts;

  /// Prepares to read.
  ///
  /// @param layouts knows the names of objects
  Decoder(Layouts layouts) {
    this.layouts = layouts;
  }

  /// {@return the value that starts at a place}
  ///
  /// @param bytes holds it
  /// @param at where its tag stands
  JsonValue value(byte[] bytes, int at) {
    return switch (bytes[at]) {
      case SpoolForm.NULL -> JsonNull.NULL;
      case SpoolForm.FALSE -> JsonBoolean.FALSE;
      case SpoolForm.TRUE -> JsonBoolean.TRUE;
      case SpoolForm.EMPTY_LIST -> JsonArray.EMPTY;
      case SpoolForm.NUMBER -> new JsonNumber(text(bytes, at));
      case SpoolForm.LIST -> list(bytes, at);
      case SpoolForm.OBJECT -> object(bytes, at);
      case SpoolForm.NAMED_OBJECT -> namedObject(bytes, at);
      default ->
          bytes[at] >= SpoolForm.SHORT_INTEGER
              ? new JsonNumber(
                  new String(
                      bytes,
                      at + 1,
                      SpoolForm.end(bytes, at) - at - 1,
                      StandardCharsets.ISO_8859_1))
              : new JsonString(text(bytes, at));
    };
  }

  /// {@return the text of a string or of a long number}
  static String text(byte[] bytes, int at) {
    int start = SpoolForm.textStart(bytes, at);
    return new String(bytes, start, SpoolForm.end(bytes, at) - start, StandardCharsets.UTF_8);
  }

  private JsonArray list(byte[] bytes, int at) {
    int count = SpoolForm.intAt(bytes, at + SpoolForm.LONG_HEADER);
    List<JsonValue> items = new ArrayList<>(count);
    int next = at + SpoolForm.GROUP_HEADER;
    for (int i = 0; i < count; i++) {
      items.add(value(bytes, next));
      next = SpoolForm.end(bytes, next);
    }
    return new JsonArray(items);
  }

  private JsonObject object(byte[] bytes, int at) {
    Layout layout = layouts.get(SpoolForm.intAt(bytes, at + SpoolForm.LONG_HEADER));
    JsonObject.Builder object = JsonObject.builder();
    int next = at + SpoolForm.GROUP_HEADER;
    for (int i = 0; i < layout.size(); i++) {
      object.put(layout.names().get(i), value(bytes, next));
      next = SpoolForm.end(bytes, next);
    }
    return object.build();
  }

  private JsonObject namedObject(byte[] bytes, int at) {
    int count = SpoolForm.intAt(bytes, at + SpoolForm.LONG_HEADER);
    JsonObject.Builder object = JsonObject.builder();
    int next = at + SpoolForm.GROUP_HEADER;
    for (int i = 0; i < count; i++) {
      String name = text(bytes, next);
      next = SpoolForm.end(bytes, next);
      object.put(name, value(bytes, next));
      next = SpoolForm.end(bytes, next);
    }
    return object.build();
  }
}
