package dev.sluice.run;

import dev.sluice.http.ResponseDocument;
import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import dev.sluice.json.LongList;
import java.util.List;

/// What a page that waits for its turn takes up.
///
/// @param heapBytes memory, estimated
/// @param fileBytes temporary files
record Load(long heapBytes, long fileBytes) {
  static final Load NONE = new Load(0, 0);

  /// So many elements of a list are looked at to estimate them all.
  private static final int SAMPLE = 32;

  /// Headers, references and the list or map that holds a value.
  private static final long VALUE_BYTES = 24;

  private static final long TEXT_BYTES = 40;

  /// {@return what a document takes up}
  ///
  /// @param document an answer's
  static Load of(ResponseDocument document) {
    return new Load(heap(document.value()), document.fileBytes());
  }

  private static long heap(JsonValue value) {
    return switch (value) {
      case JsonNull _, JsonBoolean _ -> 0;
      case JsonNumber(String literal) -> VALUE_BYTES + TEXT_BYTES + literal.length();
      case JsonString(String text) -> VALUE_BYTES + TEXT_BYTES + text.length();
      case JsonArray(LongList _) -> VALUE_BYTES;
      case JsonArray(var items) -> 2 * VALUE_BYTES + heap(items);
      case JsonObject object -> {
        long bytes = 2 * VALUE_BYTES;
        for (int i = 0; i < object.size(); i++) {
          bytes += Integer.BYTES + heap(object.value(i));
        }
        yield bytes;
      }
    };
  }

  private static long heap(List<JsonValue> items) {
    int size = items.size();
    int looks = Math.min(size, SAMPLE);
    long bytes = 0;
    for (int i = 0; i < looks; i++) {
      bytes += Integer.BYTES + heap(items.get((int) ((long) i * size / looks)));
    }
    return looks == 0 ? 0 : bytes * size / looks;
  }

  Load plus(Load other) {
    return new Load(heapBytes + other.heapBytes, fileBytes + other.fileBytes);
  }

  Load minus(Load other) {
    return new Load(heapBytes - other.heapBytes, fileBytes - other.fileBytes);
  }

  /// {@return the greater of both in each respect}
  Load or(Load other) {
    return new Load(Math.max(heapBytes, other.heapBytes), Math.max(fileBytes, other.fileBytes));
  }

  Load part(int divisor) {
    return new Load(heapBytes / divisor, fileBytes / divisor);
  }

  /// {@return whether it is less in both respects}
  boolean isBelow(Load other) {
    return heapBytes < other.heapBytes && fileBytes < other.fileBytes;
  }
}
