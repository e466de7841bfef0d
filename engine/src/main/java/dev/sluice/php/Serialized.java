package dev.sluice.php;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Feeds the serialised form of values into a digest: what all generated keys are hashes of (spec:
/// tables §1.5).
///
/// The form never stands in memory as a whole. Values are given with [#value(JsonValue)], or piece
/// by piece by those who hold them in another form. Call [#flush()] before the digest is read. Not
/// thread-safe; may be used again after a flush.
public final class Serialized {
  private static final int BUFFER_BYTES = 4096;
  private static final int LONGEST_LENGTH = 24;

  private final MessageDigest digest;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int used;

  /// Prepares to feed a digest.
  ///
  /// @param digest updated as the buffer fills, and by [#flush()]
  public Serialized(MessageDigest digest) {
    this.digest = digest;
  }

  /// Adds a value; objects are `stdClass` objects.
  ///
  /// @param value any value
  public void value(JsonValue value) {
    value(value, false);
  }

  /// Adds the extra columns of a row: a map, and maps inside it (spec: tables §4.6).
  ///
  /// @param extra names and values
  public void map(JsonObject extra) {
    value(extra, true);
  }

  private void value(JsonValue value, boolean asMap) {
    switch (value) {
      case JsonNull _ -> nothing();
      case JsonBoolean(boolean flag) -> flag(flag);
      case JsonNumber number -> number(number);
      case JsonString(String text) -> string(text.getBytes(StandardCharsets.UTF_8));
      case JsonArray array -> list(array, asMap);
      case JsonObject object -> object(object, asMap);
    }
  }

  private void list(JsonArray array, boolean asMap) {
    openList(array.items().size());
    int index = 0;
    for (JsonValue item : array.items()) {
      index(index++);
      value(item, asMap);
    }
    close();
  }

  private void object(JsonObject object, boolean asMap) {
    if (asMap) {
      openList(object.size());
    } else {
      openObject(object.size());
    }
    for (int i = 0; i < object.size(); i++) {
      String name = object.shape().name(i);
      if (asMap && isCanonicalInteger(name)) {
        ascii("i:").ascii(name).ascii(";");
      } else {
        string(name.getBytes(StandardCharsets.UTF_8));
      }
      value(object.value(i), asMap);
    }
    close();
  }

  /// Adds `null`.
  public void nothing() {
    ascii("N;");
  }

  /// Adds a boolean.
  ///
  /// @param flag its value
  public void flag(boolean flag) {
    ascii(flag ? "b:1;" : "b:0;");
  }

  /// Adds a number.
  ///
  /// @param number an integer within 64 bits as such, every other number as a double
  public void number(JsonNumber number) {
    if (number.isInteger()) {
      ascii("i:").ascii(NumberText.of(number)).ascii(";");
    } else {
      String text = NumberText.of(number.doubleValue(), NumberText.EXACT_DIGITS, 'E');
      ascii("d:").ascii(text).ascii(";");
    }
  }

  /// Adds an integer.
  ///
  /// @param digits holds its decimal digits, without leading zeros, and not `-0`
  /// @param from where the digits start
  /// @param to where they end, exclusive
  public void integer(byte[] digits, int from, int to) {
    ascii("i:");
    raw(digits, from, to);
    ascii(";");
  }

  /// Adds a string.
  ///
  /// @param utf8 its characters
  public void string(byte[] utf8) {
    string(utf8, 0, utf8.length);
  }

  /// Adds a string.
  ///
  /// @param utf8 holds its characters
  /// @param from where they start
  /// @param to where they end, exclusive
  public void string(byte[] utf8, int from, int to) {
    ascii("s:");
    length(to - from);
    ascii(":\"");
    raw(utf8, from, to);
    ascii("\";");
  }

  /// Starts a list; then for each element its index and its value, and [#close()].
  ///
  /// @param size the number of elements
  public void openList(int size) {
    ascii("a:");
    length(size);
    ascii(":{");
  }

  /// Adds the index of a list's element.
  ///
  /// @param index from 0
  public void index(int index) {
    ascii("i:");
    length(index);
    ascii(";");
  }

  /// Starts an object; then for each property its name as a string and its value, and [#close()].
  ///
  /// @param size the number of properties
  public void openObject(int size) {
    ascii("O:8:\"stdClass\":");
    length(size);
    ascii(":{");
  }

  /// Ends a list or an object.
  public void close() {
    ascii("}");
  }

  /// Adds bytes as they are.
  ///
  /// @param bytes holds them
  /// @param from where they start
  /// @param to where they end, exclusive
  public void raw(byte[] bytes, int from, int to) {
    int size = to - from;
    if (size > BUFFER_BYTES) {
      flush();
      digest.update(bytes, from, size);
      return;
    }
    makeRoom(size);
    System.arraycopy(bytes, from, buffer, used, size);
    used += size;
  }

  /// Hands everything that was added to the digest.
  public void flush() {
    digest.update(buffer, 0, used);
    used = 0;
  }

  private void makeRoom(int size) {
    if (size > BUFFER_BYTES - used) {
      flush();
    }
  }

  /// Adds a short text.
  private Serialized ascii(String text) {
    int size = text.length();
    makeRoom(size);
    for (int i = 0; i < size; i++) {
      buffer[used + i] = (byte) text.charAt(i);
    }
    used += size;
    return this;
  }

  private void length(int number) {
    makeRoom(LONGEST_LENGTH);
    int end = used + 1;
    for (int rest = number; rest > 9; rest /= 10) {
      end++;
    }
    int rest = number;
    for (int at = end - 1; at >= used; at--) {
      buffer[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    used = end;
  }

  /// {@return whether a name is what the original's maps turn into an integer: `0`, `12`, `-7`}
  private static boolean isCanonicalInteger(String name) {
    int start = name.startsWith("-") ? 1 : 0;
    int size = name.length() - start;
    if (size == 0 || size > 19 || (name.charAt(start) == '0' && name.length() > 1)) {
      return false;
    }
    for (int i = start; i < name.length(); i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    return new JsonNumber(name).isInteger();
  }
}
