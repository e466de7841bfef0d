package dev.sluice.job;

import dev.sluice.json.JsonArray;
import dev.sluice.json.JsonBoolean;
import dev.sluice.json.JsonNull;
import dev.sluice.json.JsonNumber;
import dev.sluice.json.JsonObject;
import dev.sluice.json.JsonString;
import dev.sluice.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// Tells whether two documents are the same: equal for the same properties in the same order with
/// the same values of the same types, whatever their white space and escapes (spec: jobs-and-paging
/// §6.3).
///
/// @param sum of all that counts
public record Fingerprint(long sum) {

  /// {@return the fingerprint of a document}
  ///
  /// @param document as received
  public static Fingerprint of(JsonValue document) {
    var digest = new Digest();
    digest.add(document);
    return new Fingerprint(digest.sum());
  }

  /// {@return the fingerprint of a list of values}
  ///
  /// @param values iterated once
  static Fingerprint of(List<JsonValue> values) {
    var digest = new Digest();
    digest.list(values);
    return new Fingerprint(digest.sum());
  }

  /// Collects what is to be summed up in a buffer, so that it is fed in large pieces.
  ///
  /// Two checksums over different polynomials are one of 64 bits. They find differences, and are
  /// made of every byte of every page: a cryptographic hash would take a quarter of a run's time.
  private static final class Digest {
    private final CRC32 one = new CRC32();
    private final CRC32C other = new CRC32C();
    private final byte[] buffer = new byte[8192];
    private int used;

    /// By frequency, as a switch over types is slow without C2.
    void add(JsonValue value) {
      if (value instanceof JsonString(String text)) {
        text('s', text);
      } else if (value instanceof JsonNumber number) {
        number(number);
      } else if (value instanceof JsonObject object) {
        object(object);
      } else if (value instanceof JsonArray(var items)) {
        list(items);
      } else if (value instanceof JsonBoolean(boolean flag)) {
        tag(flag ? 't' : 'f');
      } else if (value == JsonNull.NULL) {
        tag('n');
      }
    }

    void list(List<JsonValue> items) {
      tag('[');
      for (JsonValue item : items) {
        add(item);
      }
      tag(']');
    }

    private void object(JsonObject object) {
      tag('{');
      number(object.shape().hash(), Long.BYTES);
      for (int i = 0; i < object.size(); i++) {
        add(object.value(i));
      }
      tag('}');
    }

    /// `1.0` and `1.00` are the same, `1` and `1.0` are not.
    private void number(JsonNumber number) {
      if (number.isInteger()) {
        text('i', number.literal().equals("-0") ? "0" : number.literal());
      } else {
        tag('d');
        number(Double.doubleToLongBits(number.doubleValue()), Double.BYTES);
      }
    }

    private void text(char tag, String text) {
      tag(tag);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      number(bytes.length, Integer.BYTES);
      for (int from = 0; from < bytes.length; ) {
        makeRoom(1);
        int length = Math.min(bytes.length - from, buffer.length - used);
        System.arraycopy(bytes, from, buffer, used, length);
        used += length;
        from += length;
      }
    }

    private void tag(char tag) {
      makeRoom(1);
      buffer[used++] = (byte) tag;
    }

    private void number(long number, int bytes) {
      makeRoom(bytes);
      for (int i = 0; i < bytes; i++) {
        buffer[used++] = (byte) (number >> (i * Byte.SIZE));
      }
    }

    private void makeRoom(int bytes) {
      if (buffer.length - used < bytes) {
        flush();
      }
    }

    private void flush() {
      one.update(buffer, 0, used);
      other.update(buffer, 0, used);
      used = 0;
    }

    long sum() {
      flush();
      return one.getValue() << Integer.SIZE | other.getValue();
    }
  }
}
