package dev.sluice.table.automatic;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes values in the [SpoolForm] into an array that grows.
///
/// Written for speed: the branches stand in the order of their frequency.
final class Encoder {
  private static final int FIRST_BYTES = 1 << 13;

  private final Layouts layouts;
  private byte[] bytes = new byte[FIRST_BYTES];
  private int size;

  /// Starts empty.
  ///
  /// @param layouts numbers the names of objects
  Encoder(Layouts layouts) {
    this.layouts = layouts;
  }

  /// {@return the array; what was written stands in its first [#size()] bytes}
  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  /// Forgets what was written.
  void clear() {
    size = 0;
  }

  /// Leaves room for an integer that is not known yet.
  ///
  /// @return where it is to be put
  int reserveInt() {
    makeRoom(Integer.BYTES);
    size += Integer.BYTES;
    return size - Integer.BYTES;
  }

  /// Puts an integer into a place reserved for it.
  void putInt(int at, int value) {
    SpoolForm.putInt(bytes, at, value);
  }

  /// Writes an integer.
  void addInt(int value) {
    putInt(reserveInt(), value);
  }

  /// Writes a value.
  ///
  /// @param value any value
  void add(JsonValue value) {
    if (value instanceof JsonString(String text)) {
      string(text);
    } else if (value instanceof JsonNumber number) {
      number(number);
    } else if (value instanceof JsonObject object) {
      object(object);
    } else if (value instanceof JsonArray array) {
      list(array);
    } else if (value instanceof JsonBoolean(boolean flag)) {
      tag(flag ? SpoolForm.TRUE : SpoolForm.FALSE);
    } else if (value == JsonNull.NULL) {
      tag(SpoolForm.NULL);
    }
  }

  private void tag(byte tag) {
    makeRoom(1);
    bytes[size++] = tag;
  }

  private void string(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (utf8.length <= SpoolForm.MAX_SHORT_STRING) {
      tag((byte) (SpoolForm.SHORT_STRING | utf8.length));
      raw(utf8);
    } else {
      longText(SpoolForm.STRING, utf8);
    }
  }

  private void number(JsonNumber number) {
    byte[] literal = number.literal().getBytes(StandardCharsets.ISO_8859_1);
    if (literal.length > SpoolForm.MAX_SHORT_NUMBER) {
      longText(SpoolForm.NUMBER, literal);
      return;
    }
    boolean plain = number.isInteger() && !number.literal().equals("-0");
    tag((byte) ((plain ? SpoolForm.SHORT_INTEGER : SpoolForm.SHORT_NUMBER) | literal.length));
    raw(literal);
  }

  private void longText(byte tag, byte[] text) {
    tag(tag);
    addInt(text.length);
    raw(text);
  }

  private void list(JsonArray array) {
    int count = array.items().size();
    if (count == 0) {
      tag(SpoolForm.EMPTY_LIST);
      return;
    }
    tag(SpoolForm.LIST);
    int length = reserveInt();
    addInt(count);
    for (int i = 0; i < count; i++) {
      add(array.items().get(i));
    }
    putInt(length, size - length - Integer.BYTES);
  }

  private void object(JsonObject object) {
    Layout layout = layouts.of(object.shape());
    tag(layout == null ? SpoolForm.NAMED_OBJECT : SpoolForm.OBJECT);
    int length = reserveInt();
    int count = object.size();
    addInt(layout == null ? count : layout.id());
    for (int i = 0; i < count; i++) {
      if (layout == null) {
        string(object.shape().name(i));
      }
      add(object.value(i));
    }
    putInt(length, size - length - Integer.BYTES);
  }

  private void raw(byte[] content) {
    makeRoom(content.length);
    System.arraycopy(content, 0, bytes, size, content.length);
    size += content.length;
  }

  private void makeRoom(int more) {
    if (more > bytes.length - size) {
      int wanted = Math.addExact(size, more);
      bytes =
          Arrays.copyOf(bytes, Math.max(wanted, (int) Math.min(Integer.MAX_VALUE - 16, size * 2L)));
    }
  }
}
