package dev.sluice.demo;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A list of JSON objects, written down once: any range of it is a slice of its bytes, so that
/// answering a page costs a copy and nothing more.
///
/// @param bytes the objects in UTF-8, a comma between two of them
/// @param ends where each object ends in `bytes`, exclusive
record Rows(byte[] bytes, int[] ends) {
  private static final JsonFactory FACTORY = JsonFactory.builder().rootValueSeparator(",").build();

  /// Writes one object.
  @FunctionalInterface
  interface Writer {
    /// Writes the object with this index, braces included.
    void write(JsonGenerator json, int index);
  }

  /// {@return a list of objects}
  ///
  /// @param count how many
  /// @param writer called for 0 to `count` − 1, in order
  static Rows write(int count, Writer writer) {
    var bytes = new ByteArrayOutputStream();
    int[] ends = new int[count];
    try (JsonGenerator json =
        FACTORY.createGenerator(ObjectWriteContext.empty(), (OutputStream) bytes)) {
      for (int index = 0; index < count; index++) {
        writer.write(json, index);
        json.flush();
        ends[index] = bytes.size();
      }
    }
    return new Rows(bytes.toByteArray(), ends);
  }

  /// {@return how many objects there are}
  int count() {
    return ends.length;
  }

  /// {@return objects as they stand between the brackets of a list; empty beyond the end}
  ///
  /// @param from index of the first one, not negative
  /// @param limit how many at most, not negative
  byte[] slice(long from, int limit) {
    int first = (int) Math.min(from, count());
    int last = (int) Math.min(from + limit, count());
    if (first == last) {
      return new byte[0];
    }
    int start = first == 0 ? 0 : ends[first - 1] + 1;
    return Arrays.copyOfRange(bytes, start, ends[last - 1]);
  }
}
