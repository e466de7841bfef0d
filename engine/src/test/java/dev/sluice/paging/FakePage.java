package dev.sluice.paging;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonPath;
import dev.sluice.json.JsonReader;
import dev.sluice.json.JsonSyntaxError;
import dev.sluice.json.JsonValue;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// A page of a made-up response, whose rows are under `rows`.
///
/// @param document the response
/// @param now the time
/// @param volume the bytes it counts for
record FakePage(JsonValue document, Instant now, long volume) implements PageFacts {
  static final Instant START = Instant.parse("2024-03-15T14:30:45.900Z");

  static FakePage of(String document) {
    return new FakePage(json(document), START, document.length());
  }

  static JsonValue json(String document) {
    try {
      return new JsonReader().read(document);
    } catch (JsonSyntaxError e) {
      throw new AssertionError(document, e);
    }
  }

  FakePage at(Instant time) {
    return new FakePage(document, time, volume);
  }

  private List<JsonValue> rows() {
    return property("rows").orElse(JsonArray.EMPTY) instanceof JsonArray(var items)
        ? items
        : List.of();
  }

  @Override
  public Optional<JsonValue> find(String path, String delimiter) {
    return JsonPath.find(path, document, delimiter);
  }

  @Override
  public Optional<JsonValue> property(String name) {
    return document instanceof JsonObject object ? object.find(name) : Optional.empty();
  }

  @Override
  public long rowCount() {
    return rows().size();
  }

  @Override
  public Iterator<Optional<JsonValue>> rowValues(String path) {
    return rows().stream().map(row -> JsonPath.find(path, row)).iterator();
  }

  @Override
  public String rowsFingerprint() {
    return rows().toString();
  }
}
